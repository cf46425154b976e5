import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNotice } from '#private/notices/discover.ts';
import { prepareInputs } from '#private/notices/select.ts';
import { attachScratch, type Row, type Warehouse } from '#private/warehouse.ts';
import { builtFrom, insertRows } from '../../pipelines/fixture.ts';

const asOf = '2026-08-01';
const ledgerOn = '2026-07-31';
const listOn = '2026-07-30';

const day = fc.constantFrom(
  '2020-04-01',
  '2026-05-31',
  '2026-07-31',
  '2026-08-01',
  '2026-08-02',
  '2027-01-01',
);
const flag = fc.record({
  flag: fc.constantFrom('nondisclosure', 'no-notice', 'own-envelope', 'no-guidance'),
  to_on: fc.constantFrom(null, '2026-07-29', '2026-07-30', '2027-03-31'),
});
const personOf = fc.record({
  gained: fc.constantFrom('2020-04-01', '2020-04-01', '2026-07-31', '2026-08-02'),
  lost: fc.option(day),
  reason: fc.constantFrom('1', '2', '3', '4'),
  /** The household in the month of care; undefined: not covered then. */
  before: fc.constantFrom('same', 'own', undefined),
  flags: fc.array(flag, { maxLength: 2 }),
  sensitive: fc.constantFrom(false, false, true, undefined),
  linked: fc.constantFrom(true, true, false),
});
type Person = Parameters<Parameters<typeof personOf.map>[0]>[0] & {
  readonly id: number;
  readonly head: number;
};

let nextId = 1;
const people: readonly Person[] = fc
  .sample(fc.array(personOf, { minLength: 1, maxLength: 4 }), { numRuns: 200, seed: 20_261 })
  .flatMap((household) => {
    const head = nextId;
    return household.map((person) => ({ ...person, id: nextId++, head }));
  });
const byId = new Map(people.map((person) => [person.id, person]));

const has = ({ flags }: Person, wanted: string) =>
  flags.some((one) => one.flag === wanted && (one.to_on === null || one.to_on >= listOn));
const isCovered = ({ gained, lost }: Person) =>
  gained <= asOf && (lost === null || (lost > asOf && lost > gained));
const mayBeWrittenTo = (person: Person) =>
  isCovered(person) && !has(person, 'nondisclosure') && !has(person, 'no-notice') && !isDead(person);
const isDead = ({ reason, lost }: Person) => reason === '2' && lost !== null && lost <= asOf;

let warehouse: Warehouse;
const found: Record<string, readonly Row[]> = {};
beforeAll(async () => {
  ({ warehouse } = await builtFrom({}));
  await attachScratch(warehouse);
  const flags = people.flatMap(({ id, flags: some }) => some.map((one) => ({ person_id: id, ...one })));
  const tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
    'raw.file': [
      { file_id: 1, kind: 'eligibility', as_of: ledgerOn },
      { file_id: 5, kind: 'consent', as_of: listOn },
    ],
    'raw.consent': flags.map((one, row) => ({
      file_id: 5,
      row,
      from_on: '2026-01-01',
      as_of: listOn,
      ...one,
    })),
    'core.member': people.map(({ id }) => ({ person_id: id, age_month: '1990-01-01' })),
    'core.eligibility_span': people.map(({ id, head, gained, lost, reason }) => ({
      span_id: id,
      person_id: id,
      household_id: head,
      gained_on: gained,
      lost_on: lost,
      loss_reason: lost === null ? null : reason,
      has_cover: lost === null || lost > gained,
    })),
    'core.cover_month': people
      .filter(({ before }) => before !== undefined)
      .map(({ id, head, before }) => ({
        person_id: id,
        household_id: before === 'same' ? head : id + 10_000,
        month: '2026-06-01',
      })),
    'core.receipt': people.map(({ id, linked }) => ({
      receipt_id: id,
      person_id: id,
      service_month: '2026-06-01',
      is_linked: linked,
      public_only: false,
      points: 10,
      claimed_points: 10,
      yen: 100,
      meal_yen: 0,
    })),
    'core.patient_share': people.map(({ id }) => ({ receipt_id: id, paid_yen: 30, meal_paid_yen: 0 })),
    'core.receipt_privacy': people
      .filter(({ sensitive }) => sensitive !== undefined)
      .map(({ id, sensitive }) => ({ receipt_id: id, is_sensitive: sensitive })),
  };
  for (const [table, rows] of Object.entries(tables)) await insertRows(warehouse, table, rows);
  const notice = await openNotice('medical-cost');
  for (const per of ['household', 'person'] as const) {
    await prepareInputs(warehouse, notice, { from: '2026-06', to: '2026-06', asOf, per });
    found[per] = await warehouse.rows(notice.selectSql);
  }
});
afterAll(() => warehouse.close());

describe.each(['household', 'person'])('of any people, per %s', (per) => {
  const rows = () => found[per]!;
  const notified = () =>
    rows()
      .filter((row) => row['outcome'] === 'notified')
      .map((row) => ({
        sheet: row['sheet'],
        person: byId.get(Number(row['patient']))!,
        addressee: byId.get(Number(row['addressee']))!,
      }));

  test('every receipt has exactly one fate', () => {
    expect(
      rows()
        .map((row) => row['receipt_id'])
        .sort(),
    ).toEqual(people.map(({ id }) => id).sort());
    expect(notified().length).toBeGreaterThan(20);
  });

  test('who may not be written to is on no sheet, and gets none', () => {
    for (const { person, addressee } of notified()) {
      expect(mayBeWrittenTo(person)).toBe(true);
      expect(mayBeWrittenTo(addressee)).toBe(true);
    }
  });

  test('an own sheet shows its addressee only; a household sheet shows nothing that must stand apart', () => {
    for (const { sheet, person, addressee } of notified()) {
      if (sheet === 'own') expect(addressee.id).toBe(person.id);
      else {
        expect(per).toBe('household');
        expect(addressee.id).toBe(person.head);
        expect(person).toMatchObject({ sensitive: false, before: 'same', linked: true });
        expect(has(person, 'own-envelope')).toBe(false);
      }
    }
  });

  test('whoever may be written to alone is not forgotten', () => {
    const alone = people.filter(
      (person) => person.linked && mayBeWrittenTo(person) && person.sensitive === true,
    );
    expect(alone.length).toBeGreaterThan(3);
    const reached = new Set(notified().map(({ person }) => person.id));
    for (const { id } of alone) expect(reached.has(id)).toBe(true);
  });
});
