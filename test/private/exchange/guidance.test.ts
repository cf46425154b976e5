import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Course,
  type GuidanceResult,
  guidanceDocument,
  type Support,
} from '#private/exchange/guidance.ts';
import { type GuidanceForm, guidanceForms, roleItem } from '#private/exchange/guidance-items.ts';
import { readGuidance } from '#private/intake/checkup/guidance.ts';
import { readHeader } from '#private/intake/checkup/header.ts';
import { validateDocument } from '#private/intake/checkup/schema/validate.ts';
import { author, header, identity, parsed } from './make.ts';

const guidanceHeader = { ...header, category: '30', program: '100', day: '2025-09-20' };
const forms = [...guidanceForms().values()];
const days = fc.integer({ min: 1, max: 28 }).map((day) => `2025-07-${String(day).padStart(2, '0')}`);

/** Any item that says something. */
function resultOf(form: GuidanceForm, section: string, support: string | null): fc.Arbitrary<GuidanceResult> {
  const nothing = {
    section,
    support,
    code: form.code,
    number: null,
    choice: null,
    system: null,
    text: null,
    day: null,
  };
  const numbers = fc.integer({ min: 0, max: 2000 });
  switch (form.type) {
    case 'PQ':
      return numbers.map((value) => ({ ...nothing, number: value / 10 ** form.decimals }));
    case 'INT':
      return numbers.map((number) => ({ ...nothing, number }));
    case 'DAY':
      return days.map((day) => ({ ...nothing, day }));
    case 'CD':
      return fc
        .constantFrom(...(form.choices.get(form.system) ?? ['1']))
        .map((choice) => ({ ...nothing, choice, system: form.system }));
    default:
      return fc.constantFrom('コースA', '<&">', '面接の記録').map((text) => ({ ...nothing, text }));
  }
}

const supportsOf = fc.subarray(['90020', '90030', '90040', '90050', '90060']).chain((sections) =>
  fc.tuple(
    ...sections.map((section, index) =>
      fc.record<Support>({
        key: fc.constant(String(index)),
        section: fc.constant(section),
        heldOn: days,
        form: fc.constantFrom('1', '2', '3', '4', '5', '6'),
        minutes: roleItem(section, 'minutes')
          ? fc.option(fc.integer({ min: 1, max: 120 }))
          : fc.constant(null),
        performer: fc.constantFrom('1', '2', '3', '4', null),
        points: roleItem(section, 'points') ? fc.option(fc.integer({ min: 0, max: 70 })) : fc.constant(null),
        institution: fc.constantFrom('1320000001', null),
      }),
    ),
  ),
);

const course: fc.Arbitrary<Course> = supportsOf.chain((supports) =>
  fc
    .subarray(
      forms.filter(({ role }) => role === ''),
      { minLength: 1 },
    )
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((form) => {
          const section = form.sections[0] ?? '';
          const support = supports.find((one) => one.section === section)?.key ?? null;
          return resultOf(form, section, support);
        }),
      ),
    )
    .map((results) => ({ results, supports })),
);

test('whatever is written of a course is read back as it was', () => {
  fc.assert(
    fc.property(course, (written) => {
      const document = parsed(guidanceDocument(guidanceHeader, identity, author, written));
      expect(validateDocument(document)).toEqual([]);
      const read = readGuidance(document);
      expect(read.noticed).toEqual([]);
      const bySection = <T extends { section: string | undefined }>(all: readonly T[]) =>
        all.toSorted((a, b) => ((a.section ?? '') < (b.section ?? '') ? -1 : 1));
      expect(read.supports.map(({ line: _, kind: __, ...support }) => support)).toEqual(
        bySection(written.supports).map(({ section, heldOn, form, minutes, performer, points }) => ({
          ...{ section, heldOn, form },
          minutes: minutes ?? undefined,
          performer: performer ?? undefined,
          points: points ?? undefined,
        })),
      );
      const own = read.results.filter(({ itemCode }) => guidanceForms().get(itemCode)?.role === '');
      const told = (code: string) => written.results.find((one) => one.code === code);
      expect(own.map(({ itemCode }) => itemCode).toSorted()).toEqual(
        written.results.map(({ code }) => code).toSorted(),
      );
      for (const { itemCode, number, choice, text, day } of own)
        expect({ number, choice, text, day }).toEqual({
          number: told(itemCode)?.number ?? undefined,
          choice: told(itemCode)?.choice ?? undefined,
          text: told(itemCode)?.text ?? undefined,
          day: told(itemCode)?.day ?? undefined,
        });
    }),
    { numRuns: 60 },
  );
});

test('guidance shows the postal code and no address', () => {
  const document = guidanceDocument(guidanceHeader, identity, author, { results: [], supports: [] });
  expect(document).toContain('<addr><postalCode>100-0001</postalCode></addr>');
  expect(document).not.toContain('見本町');
  expect(readHeader(parsed(document))).toMatchObject({ category: '30', program: '100', day: '2025-09-20' });
});
