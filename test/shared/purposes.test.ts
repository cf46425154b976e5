import { describe, expect, test } from 'vitest';
import { purposesText } from '#office/purposes-template.ts';
import { settingsText } from '#office/settings-template.ts';
import { parseSettings } from '#shared/config.ts';
import { dataClasses } from '#shared/define.ts';
import { loadPurposes, type Need, purposeRefusal, requirePurpose } from '#shared/purposes.ts';

const today = '2026-11-21';
const need: Need = {
  what: { ja: '医療費通知', en: 'the medical-cost notice' },
  purpose: 'medical-cost-notice',
  classes: ['receipt', 'consent'],
  addressing: ['address'],
};
const whole = ['receipt', 'consent', 'address'];

/** Settings with one entry of `medical-cost-notice` per argument. */
function adopted(...entries: { classes?: string[]; published?: string; effective?: string; id?: string }[]) {
  const tables = entries.map(
    ({ id = 'medical-cost-notice', classes = whole, published = '2024-04-01', effective = published }) =>
      `[[purpose]]\nid = "${id}"\nclasses = ${JSON.stringify(classes)}\npublished_on = ${published}\neffective_from = ${effective}\n`,
  );
  return parseSettings(`[society]\nname = "みほん"\ninsurer_number = "06999991"\n${tables.join('\n')}`);
}

describe('a purpose is refused with its exact reason', () => {
  test.each([
    ['nothing is adopted', adopted(), { reason: 'not-adopted' }],
    ['another purpose is', adopted({ id: 'risk-report' }), { reason: 'not-adopted' }],
    [
      'a class for selecting is missing',
      adopted({ classes: ['receipt', 'address'] }),
      { reason: 'class-missing', classes: ['consent'] },
    ],
    [
      'the class for addressing is missing',
      adopted({ classes: ['receipt', 'consent', 'checkup'] }),
      { reason: 'class-missing', classes: ['address'] },
    ],
    [
      'two classes are missing',
      adopted({ classes: ['consent'] }),
      { reason: 'class-missing', classes: ['receipt', 'address'] },
    ],
    ['it is published tomorrow', adopted({ published: '2026-11-22' }), { reason: 'not-yet-published' }],
    [
      'it is in force from tomorrow',
      adopted({ published: '2026-11-01', effective: '2026-11-22' }),
      { reason: 'not-yet-in-force' },
    ],
    [
      'it was in force before it was published',
      adopted({ published: '2024-04-02', effective: '2024-04-01' }),
      { reason: 'published-after-effective' },
    ],
    [
      'no entry of several holds: the last one says why',
      adopted({ classes: ['receipt'] }, { published: '2027-04-01' }),
      { reason: 'not-yet-published' },
    ],
  ])('%s', (_, settings, refusal) => {
    expect(purposeRefusal(need, settings, today)).toEqual(refusal);
    expect(() => requirePurpose(need, settings, today)).toThrow(
      expect.objectContaining({
        code: 'PURPOSE_NOT_ADOPTED',
        exitCode: 12,
        data: { purpose: 'medical-cost-notice', ...refusal },
      }),
    );
  });

  test('every reason is told in words of its own, with what is safe and what to do', () => {
    const texts = [
      adopted(),
      adopted({ classes: ['receipt'] }),
      adopted({ published: '2026-11-22' }),
      adopted({ published: '2026-11-01', effective: '2026-11-22' }),
      adopted({ published: '2024-04-02', effective: '2024-04-01' }),
    ].map((settings) => {
      try {
        requirePurpose(need, settings, today);
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
      return '';
    });
    expect(new Set(texts).size).toBe(5);
    for (const text of texts) expect(text).toContain('Nothing was made or changed');
    expect(texts[1]).toContain('consent, address');
  });
});

test.each([
  ['published and in force today', adopted({ published: today })],
  ['published yesterday, in force today', adopted({ published: '2026-11-20', effective: today })],
  ['with more classes than needed', adopted({ classes: [...whole, 'checkup'] })],
  ['one of two entries holds', adopted({}, { classes: ['receipt'] })],
])('a purpose may be used: %s', (_, settings) => {
  expect(purposeRefusal(need, settings, today)).toBeUndefined();
  expect(() => requirePurpose(need, settings, today)).not.toThrow();
});

describe('the registry', () => {
  const purposes = loadPurposes();

  test('each purpose stands once, in both languages, with the data it proposes', () => {
    expect(new Set(purposes.map(({ id }) => id)).size).toBe(purposes.length);
    for (const { id, ja, en, classes } of purposes) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      expect(en).toMatch(/^[ -~]+$/);
      expect(classes).toContain('eligibility');
    }
    expect(new Set(purposes.flatMap((one) => [...one.classes, ...one.addressing]))).toEqual(
      new Set(dataClasses),
    );
  });

  test('nobody is addressed without looking at what they asked for (不開示, 通知不要)', () => {
    const addressed = purposes.filter(({ addressing }) => addressing.length > 0);
    const unasked = addressed.filter(({ classes }) => !classes.includes('consent')).map(({ id }) => id);
    // The law wants everybody's results in the report to the state, whatever they asked for.
    expect(unasked).toEqual(['state-report']);
  });

  test('a new society adopts none of them and finds each as a comment that can be switched on', () => {
    const text = settingsText({ name: 'みほん', insurerNumber: '06999991', demo: false, purposes: [] });
    expect(parseSettings(text).purposes).toEqual([]);
    const proposals = purposesText([], false);
    expect(text).toContain(proposals);
    expect(proposals).not.toMatch(/^[^#\n]/m);
    const society = text.slice(text.indexOf('[society]'), text.indexOf('[publication]'));
    const all = parseSettings(society + proposals.replaceAll(/^# (\[\[|[a-z_]+ = )/gm, '$1')).purposes;
    expect(all.map(({ id }) => id)).toEqual(purposes.map(({ id }) => id));
  });
});
