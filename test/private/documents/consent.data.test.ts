import { afterEach, describe, expect, it } from 'vitest';
import { requireFreshConsent } from '#private/documents/consent.ts';
import { withheldPersons } from '#private/documents/withheld.ts';
import { attachScratch, type Warehouse } from '#private/warehouse.ts';
import { builtFrom, insertRows } from '../../pipelines/fixture.ts';
import { ledgerFile, span } from '../../pipelines/raw-rows.ts';

const list = (file_id: number, as_of: string | null) => ({ file_id, kind: 'consent', as_of });
const flag = (
  file_id: number,
  row: number,
  person_id: number,
  name: string,
  to_on: string | null = null,
) => ({
  file_id,
  row,
  person_id,
  flag: name,
  from_on: '2025-06-01',
  to_on,
  as_of: '2026-06-30',
});

let open: Warehouse | undefined;
afterEach(() => open?.close());

async function built(
  files: readonly object[],
  flags: readonly object[] = [],
  people: readonly object[] = [span()],
): Promise<Warehouse> {
  const rows = { file: [ledgerFile(), ...files], eligibility: people, consent: flags };
  const { warehouse } = await builtFrom(
    Object.fromEntries(Object.entries(rows).map(([name, all]) => [name, all.map((row) => ({ ...row }))])),
  );
  open = warehouse;
  return warehouse;
}

describe('the consent list', () => {
  it('may be relied on for 31 days, not for 32, and for days before it', async () => {
    const warehouse = await built([list(5, '2026-06-30'), list(6, '2026-05-31')]);
    for (const day of ['2026-06-30', '2026-07-31', '2024-03-31'])
      await expect(requireFreshConsent(warehouse, day)).resolves.toBeUndefined();
    await expect(requireFreshConsent(warehouse, '2026-08-01')).rejects.toThrow('CONSENT_STALE');
  });

  it('is missed where there is none, or one that does not say its day', async () => {
    const warehouse = await built([list(5, null)]);
    await expect(requireFreshConsent(warehouse, '2026-07-01')).rejects.toThrow('CONSENT_STALE');
  });

  it('is the newest one alone, also before the next build', async () => {
    const warehouse = await built(
      [list(5, '2026-06-30'), list(6, '2026-05-31')],
      [flag(5, 1, 1, 'no-notice'), flag(6, 1, 2, 'no-notice')],
    );
    const persons = async () =>
      (await warehouse.rows('select person_id from core.consent order by person_id')).map(
        ({ person_id }) => person_id,
      );
    expect(await persons()).toEqual([1]);
    await insertRows(warehouse, 'raw.file', [list(7, '2026-07-31')]);
    await insertRows(warehouse, 'raw.consent', [flag(7, 1, 3, 'nondisclosure')]);
    expect(await persons()).toEqual([3]);
  });
});

describe('a list or a ledger that is not whole', () => {
  it('a row of the newest list that was set aside may be the one that protects somebody', async () => {
    const warehouse = await built([list(5, '2026-06-30'), list(6, '2026-07-31')]);
    const torn = (file_id: number) => ({
      file_id,
      position: 1,
      line: 2,
      line_end: 2,
      reason: 'row_value',
      records: 1,
      receipts: 0,
      points: 0,
      yen: 0,
    });
    await insertRows(warehouse, 'raw.quarantine', [torn(5)]);
    await expect(requireFreshConsent(warehouse, '2026-08-01')).resolves.toBeUndefined();
    await insertRows(warehouse, 'raw.quarantine', [torn(6)]);
    await expect(requireFreshConsent(warehouse, '2026-08-01')).rejects.toThrow('CONSENT_STALE');
    await insertRows(warehouse, 'raw.file', [list(7, '2026-07-31')]);
    await expect(requireFreshConsent(warehouse, '2026-08-01')).resolves.toBeUndefined();
  });

  it('a list of changes only would lift the protection of everybody else', async () => {
    const warehouse = await built(
      [list(5, '2026-05-31'), list(6, '2026-06-30')],
      [flag(5, 1, 1, 'nondisclosure'), flag(5, 2, 2, 'no-notice', '2026-06-29'), flag(6, 1, 3, 'no-notice')],
    );
    await expect(requireFreshConsent(warehouse, '2026-07-01')).rejects.toThrow('CONSENT_STALE');
    await insertRows(warehouse, 'raw.file', [list(7, '2026-07-31')]);
    await insertRows(warehouse, 'raw.consent', [flag(7, 1, 3, 'no-notice')]);
    await expect(requireFreshConsent(warehouse, '2026-08-01')).rejects.toThrow('CONSENT_STALE');
    await insertRows(warehouse, 'raw.consent', [flag(7, 2, 1, 'nondisclosure', '2026-07-15')]);
    await expect(requireFreshConsent(warehouse, '2026-08-01')).resolves.toBeUndefined();
    await insertRows(warehouse, 'raw.file', [list(8, '2026-08-31')]);
    await insertRows(warehouse, 'raw.consent', [flag(8, 1, 3, 'no-notice')]);
    await expect(requireFreshConsent(warehouse, '2026-09-01')).resolves.toBeUndefined();
  });

  it('a ledger that came after the last build is not passed over', async () => {
    const warehouse = await built([list(5, '2026-10-31')]);
    await insertRows(warehouse, 'raw.file', [ledgerFile({ file_id: 9, as_of: '2026-11-30' })]);
    await insertRows(warehouse, 'raw.eligibility', [span({ file_id: 9, lost_on: '2026-11-01' })]);
    await expect(requireFreshConsent(warehouse, '2026-11-01')).rejects.toThrow('MODEL_FAILED');
  });
});

async function withheld(warehouse: Warehouse, kind: string) {
  await attachScratch(warehouse);
  return withheldPersons(warehouse, kind, '2026-07-01');
}

describe('who is withheld at the time of printing', () => {
  const flags = [
    flag(5, 1, 1, 'nondisclosure'),
    flag(5, 2, 2, 'no-notice'),
    flag(5, 3, 3, 'no-guidance'),
    flag(5, 4, 4, 'own-envelope'),
    flag(5, 5, 5, 'nondisclosure', '2026-06-29'),
    flag(5, 6, 6, 'nondisclosure', '2026-06-30'),
    { ...flag(5, 7, 7, 'no-notice'), from_on: '2027-01-01' },
  ];
  const people = [1, 2, 3, 4, 5, 6, 7, 8].map((person_id) => span({ person_id, household_id: 8 }));

  it.each([
    ['notice:medical-cost', [1, 2, 6, 7], [3, 5]],
    ['list:guidance', [1, 2, 3, 6, 7], []],
  ])('by flags: %s', async (kind, everywhere, dependants) => {
    const warehouse = await built([list(5, '2026-06-30')], flags, people);
    const households = dependants.map((person) => [person, 8]);
    expect(await withheld(warehouse, kind)).toEqual({ everywhere, households });
  });

  it.each(['notice:medical-cost', 'list:guidance'])('by the ledger: %s', async (kind) => {
    const warehouse = await built(
      [list(5, '2026-06-30'), ledgerFile({ file_id: 2, as_of: '2024-03-31' })],
      [],
      [
        span({ person_id: 8, household_id: 8 }),
        span({ person_id: 1, household_id: 8 }),
        span({ person_id: 2, household_id: 8, lost_on: '2026-07-15', loss_reason: '1' }),
        span({ person_id: 3, household_id: 8, lost_on: '2026-06-15', loss_reason: '2' }),
        span({ person_id: 4, household_id: 8, lost_on: '2026-06-20', loss_reason: '1' }),
        span({ person_id: 4, household_id: 4, gained_on: '2026-06-20' }),
        span({ person_id: 5, household_id: 8, file_id: 2 }),
      ],
    );
    const households = kind === 'list:guidance' ? [] : [[1, 8]];
    expect(await withheld(warehouse, kind)).toEqual({ everywhere: [2, 3, 5], households });
  });
});
