import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGuidance } from '#private/intake/checkup/guidance.ts';
import { isFault, parseXml } from '#private/intake/xml.ts';
import { act, cd, hg08, int, minutes, observation, pq, section, st } from './make.ts';

const list = '1.2.392.200119.6.';

function read(...sections: string[]) {
  const document = parseXml(Buffer.from(hg08({}, sections)));
  if (isFault(document)) throw new Error(`fault ${document.fault}`);
  return readGuidance(document);
}

const course = section('90010', [
  cd('1020000001', '1', `${list}1112`),
  cd('1020000002', '3', `${list}3002`),
  st('1020000003', '3か月コース'),
  st('1020000004', '20250610'),
]);

test('category and the day of the checkup it follows', () => {
  const { level, examinedOn, results, noticed } = read(course);
  expect([level, examinedOn]).toEqual(['1', '2025-06-10']);
  expect(results.map(({ itemCode, section: at, support }) => [itemCode, at, support])).toEqual([
    ['1020000001', '90010', undefined],
    ['1020000002', '90010', undefined],
    ['1020000003', '90010', undefined],
    ['1020000004', '90010', undefined],
  ]);
  expect(noticed).toEqual([]);
});

test('a first interview: day, form, performer and minutes of the act; targets and plans are items of it', () => {
  const { supports, results, noticed } = read(
    section('90030', [
      act('20250611', '2', '2', [
        minutes('1022000013', 20),
        cd('1022000016', '2', `${list}24070`),
        pq('1021001032', '68.0', 'kg'),
        int('1021001059', 130, 'INT'),
      ]),
    ]),
  );
  expect(supports).toMatchObject([
    { section: '90030', kind: 'first', heldOn: '2025-06-11', form: '2', minutes: 20, performer: '2' },
  ]);
  expect(supports[0]?.points).toBeUndefined();
  expect(
    results.map(({ itemCode, support, number, choice }) => [itemCode, support, number ?? choice]),
  ).toEqual([
    ['1022000013', 1, 20],
    ['1022000016', 1, '2'],
    ['1021001032', 1, 68],
    ['1021001059', 1, 130],
  ]);
  expect(noticed).toEqual([]);
});

test('each continued support is one of its own, its items too; interim and final evaluation tell theirs', () => {
  const continued = (day: string, form: string, points: number) =>
    act(day, form, '3', [minutes('1032300013', 10), int('1032300014', points)]);
  const { supports, results, noticed } = read(
    section('90040', [continued('20250701', '5', 30), continued('20250801', '6', 30)]),
    section('90050', [act('20250901', '1', '1', [int('1032000014', 70), pq('1032001032', '70', 'kg')])]),
    section('90060', [
      act('20251001', '1', '2', [
        cd('1042001044', '2', `${list}24090`),
        cd('1042001042', '1', `${list}24100`),
        int('1042001060', 200),
      ]),
    ]),
    section('90070', [int('1042010080', 330), st('1042000022', '20250930')]),
  );
  expect(
    supports.map(({ kind, heldOn, form, minutes: long, points }) => [kind, heldOn, form, long, points]),
  ).toEqual([
    ['continued', '2025-07-01', '5', 10, 30],
    ['continued', '2025-08-01', '6', 10, 30],
    ['interim', '2025-09-01', '1', undefined, 70],
    ['final', '2025-10-01', '1', undefined, undefined],
  ]);
  const of = (code: string) => results.filter(({ itemCode }) => itemCode === code);
  expect(of('1032300014').map(({ support, number }) => [support, number])).toEqual([
    [1, 30],
    [2, 30],
  ]);
  expect(of('1042000022')).toMatchObject([{ section: '90070', day: '2025-09-30' }]);
  expect(noticed).toEqual([]);
});

test('both parts of a split first interview are first interviews', () => {
  const { supports } = read(
    section('90020', [act('20250611', '1', '2', [])]),
    section('90030', [act('20250701', '1', '2', [])]),
  );
  expect(supports.map(({ section: at, kind }) => [at, kind])).toEqual([
    ['90020', 'first'],
    ['90030', 'first'],
  ]);
});

test('a plan is no support, and a support without a day is noted and kept', () => {
  const plan = act('20250611', '1', '2', []).replace('moodCode="EVN"', 'moodCode="INT"');
  const { supports, noticed } = read(section('90040', [plan, act('someday', '1', '2', [])]));
  expect(supports).toMatchObject([{ kind: 'continued', heldOn: undefined }]);
  expect(noticed).toEqual([
    { code: 'guidance_support_day', item: undefined, line: expect.any(Number), count: 1 },
  ]);
});

test('a day, form or performer written as an observation completes the act, and never overwrites it', () => {
  const day = st('1032300011', '2025/07/02');
  const form = cd('1032300012', '5', `${list}24010`);
  const bare = act('', '', '', [day, form]).replaceAll(/ (code|value)=""/g, '');
  const { supports } = read(section('90040', [bare, act('20250701', '6', '3', [day, form])]));
  expect(supports.map(({ heldOn, form: of }) => [heldOn, of])).toEqual([
    ['2025-07-02', '5'],
    ['2025-07-01', '6'],
  ]);
});

test.each([
  [
    'repeated in one act',
    act('20250701', '1', '2', [int('1032300014', 1), int('1032300014', 2)]),
    'checkup_repeated_item',
    1,
  ],
  ['unknown', act('20250701', '1', '2', [int('1999999999', 1)]), 'checkup_unlisted_item', 1],
  [
    'a choice beyond its list',
    act('20250701', '1', '2', [cd('1020000001', '4', `${list}1112`)]),
    'checkup_unknown_choice',
    1,
  ],
  ['no day', act('20250701', '1', '2', [st('1032300011', '20250231')]), 'checkup_unreadable_day', 0],
])('an item that is %s is noted', (_name, entry, code, kept) => {
  const { noticed, results } = read(section('90040', [entry]));
  expect(noticed.map((one) => one.code)).toEqual([code]);
  expect(results).toHaveLength(kept);
});

test('the institutions of a report to the state repeat their items', () => {
  const one = (number: string) => st('1042000081', number);
  const { results, noticed } = read(section('90080', [one('1310000001'), one('1310000002')]));
  expect(results.map(({ text }) => text)).toEqual(['1310000001', '1310000002']);
  expect(noticed).toEqual([]);
});

test('minutes as a value are read as well; a width in another unit is not taken for minutes', () => {
  const { supports } = read(
    section('90040', [
      act('20250701', '1', '2', [pq('1032300013', '10', 'min')]),
      act('20250702', '1', '2', [
        observation('1032300013', '<effectiveTime><width value="1" unit="h"/></effectiveTime>'),
      ]),
    ]),
  );
  expect(supports.map((one) => one.minutes)).toEqual([10, undefined]);
});

const places = { 90030: '1022000013', 90040: '1032300013', 90050: '1032000013' } as const;
const kinds = { 90030: 'first', 90040: 'continued', 90050: 'interim' } as const;
const given = fc.record({
  at: fc.constantFrom('90030', '90040', '90050'),
  day: fc.date({ min: new Date('2024-04-01'), max: new Date('2027-03-31'), noInvalidDate: true }),
  form: fc.integer({ min: 1, max: 6 }).map(String),
  performer: fc.integer({ min: 1, max: 4 }).map(String),
  long: fc.integer({ min: 0, max: 240 }),
});

test('whatever supports are written are read back in their order, day, form, performer and minutes', () => {
  fc.assert(
    fc.property(fc.array(given, { maxLength: 8 }), (written) => {
      const { supports, noticed } = read(
        ...written.map(({ at, day, form, performer, long }) =>
          section(at, [
            act(day.toISOString().slice(0, 10).replaceAll('-', ''), form, performer, [
              minutes(places[at], long),
            ]),
          ]),
        ),
      );
      expect(noticed).toEqual([]);
      expect(supports).toMatchObject(
        written.map(({ at, day, form, performer, long }) => ({
          section: at,
          kind: kinds[at],
          heldOn: day.toISOString().slice(0, 10),
          form,
          performer,
          minutes: long,
        })),
      );
      expect(supports).toHaveLength(written.length);
    }),
    { numRuns: 60 },
  );
});
