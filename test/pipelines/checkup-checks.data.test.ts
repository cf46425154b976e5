import { afterAll, expect, test } from 'vitest';
import { runChecks } from '#private/models/checks.ts';
import { checkupRows } from './checkup-rows.ts';
import { builtFrom } from './fixture.ts';
import { deliveries, ledgerFile, link, span } from './raw-rows.ts';

const checkups = [
  checkupRows(),
  checkupRows({ hdl: null }, { provenance: 'employer' }),
  checkupRows({}, { file_id: 17 }),
];
const { warehouse } = await builtFrom({
  file: [
    ledgerFile(),
    { file_id: 7, kind: 'checkup', records: 5, receipts: 2, yen: 9000 },
    { file_id: 17, kind: 'checkup', records: 1, receipts: 0, yen: 0 },
  ],
  eligibility: [span()],
  person_link: [link('base-1', 1)],
  receipt: deliveries('2025-04', 12),
  checkup: checkups.map(({ checkup }) => checkup),
  checkup_result: checkups.flatMap(({ results }) => results),
  guidance: [
    {
      file_id: 7,
      guidance_seq: 50,
      key_base: 'base-1',
      event_on: '2025-07-01',
      report_code: '21',
      records: 1,
    },
  ],
  checkup_claim: [{ file_id: 7, claim_seq: 60, kind: 'checkup', claim_yen: 8000 }],
  duplicate: [{ file_id: 7, position: 70, of_file_id: 7, records: 1, receipts: 1, points: 0, yen: 1000 }],
  quarantine: [{ file_id: 7, position: 80, reason: 'x', records: 1, receipts: 0, points: 0, yen: 0 }],
  batch_confirmation: [{ file_id: 7 }],
});
afterAll(() => warehouse.close());

async function failing(change: string): Promise<readonly string[]> {
  await warehouse.run('begin transaction');
  try {
    await warehouse.run(change);
    return (await runChecks(warehouse)).filter((check) => !check.ok).map(({ name }) => name);
  } finally {
    await warehouse.run('rollback');
  }
}

test('a sound society with a duplicate, something set aside and a batch that waits passes', async () => {
  expect(await failing('select 1')).toEqual([]);
});

test.each<readonly [string, string, string]>([
  ['a checkup lost from core', 'delete from core.checkup where file_id = 7', 'checkups-conserved'],
  ['a guidance document lost', 'delete from core.guidance', 'checkups-conserved'],
  ['a waiting batch lost', 'delete from raw.checkup where file_id = 17', 'checkups-conserved'],
  [
    'a batch in core that nobody confirmed',
    'insert into core.checkup by name select 1 as checkup_id, 17 as file_id, 1 as records',
    'checkups-conserved',
  ],
  ['a record of the quarantine lost', 'delete from raw.quarantine', 'checkups-conserved'],
  ['a claim lost', 'delete from raw.checkup_claim', 'checkup-claims-conserved'],
  ['a yen of a claim', 'update raw.checkup_claim set claim_yen = claim_yen + 1', 'checkup-claims-conserved'],
  ['a duplicate claim lost', 'delete from raw.duplicate', 'checkup-claims-conserved'],
  ['both of a day kept', 'update core.checkup set is_kept = true', 'checkups-kept-once'],
  ['none of a day kept', 'update core.checkup set is_kept = false', 'checkups-kept-once'],
  ['an unlinked one kept', 'update core.checkup set is_linked = false', 'checkups-kept-once'],
  ...['guidance_level', 'metabolic_syndrome', 'referral', 'ckd_stage'].map(
    (rule) => [`nobody judged by ${rule}`, `delete from judged.${rule}`, 'checkups-judged'] as const,
  ),
  [
    'a numerator beyond the denominator',
    'update core.checkup_target set in_numerator = true, in_denominator = false',
    'targets-consistent',
  ],
  [
    'excluded and a target',
    "update core.checkup_target set exclusion = 'other', is_target = true",
    'targets-consistent',
  ],
  ['assessed without a checkup', 'update core.checkup_target set examined = false', 'targets-consistent'],
  ['somebody examined and not in the table', 'delete from core.checkup_target', 'targets-consistent'],
])('%s is found', async (_title, change, name) => {
  expect(await failing(change)).toContain(name);
});
