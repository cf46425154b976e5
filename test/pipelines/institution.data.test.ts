import { expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { deliveries, ledgerFile, receipt, span } from './raw-rows.ts';

const named = (file_id: number, institution: string, name: string, claim_month: string | null) => ({
  file_id,
  institution,
  name,
  claim_month,
});

test('an institution has the name of its newest claim, whatever the order of intake; without one it stays', async () => {
  const { warehouse } = await builtFrom({
    file: [ledgerFile()],
    eligibility: [span()],
    receipt: [
      ...deliveries('2024-04', 3),
      receipt({ institution: '1310000001' }),
      receipt({ receipt_seq: 2, search_number: '2', institution: '1310000002' }),
      receipt({ receipt_seq: 3, search_number: '3', institution: '1310000003' }),
    ],
    institution: [
      named(9, '1310000001', '見本医院（新）', '2024-07-01'),
      named(10, '1310000001', '見本医院（旧）', '2024-06-01'),
      named(9, '1310000002', '月なし', null),
      named(9, '1310000099', 'レセプトのない医院', '2024-07-01'),
    ],
  });
  const rows = await warehouse.rows(
    "select institution, name from core.institution where institution <= '1310000003' order by institution",
  );
  warehouse.close();
  expect(rows).toEqual([
    { institution: '1310000001', name: '見本医院（新）' },
    { institution: '1310000002', name: '月なし' },
    { institution: '1310000003', name: null },
  ]);
});
