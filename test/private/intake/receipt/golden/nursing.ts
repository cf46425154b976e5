import { type Golden, silent } from './golden.ts';

export const nursingLines: readonly Golden[] = [
  {
    kind: 'nursing',
    line: 'HM,1,13,6,9234568,みほん看護,202605',
    rows: { institution: [{ institution: '1369234568', name: 'みほん看護', claim_month: '2026-05-01' }] },
    receipt: { institution: '1369234568', processing_month: '2026-05-01' },
  },
  {
    kind: 'nursing',
    line: 'RE,7,6112,202604,カナリヤ　花子,カナリヤハナコ,2,19991231,,,,26,,K-1',
    receipt: {
      kind: 'nursing',
      receipt_type: '6112',
      service_month: '2026-04-01',
      sex: '2',
      inpatient: false,
      special_notes: '26',
    },
  },
  {
    kind: 'nursing',
    line: 'HO,06999991,９,８,4,13220,,,3966',
    receipt: { days: 4, claimed_yen: 13_220, decided_yen: 13_220, patient_share_yen: 3966 },
  },
  {
    kind: 'nursing',
    line: 'KO,54136015,1234567,,4,13220,1000',
    rows: { public_payer: [{ ordinal: 1, program: '54', days: 4, points: 13_220, share_yen: 1000 }] },
  },
  {
    kind: 'nursing',
    line: 'SY,8830592,2049,,ひみつ',
    rows: { diagnosis: [{ disease_code: '8830592', modifiers: '2049', is_main: false }] },
  },
  {
    kind: 'nursing',
    line: 'KA,20260403,1,510000110,2,5550,01,1',
    rows: {
      detail: [{ record: 'KA', burden: '1', code: '510000110', quantity: 2, yen: 5550, days_mask: 0b100 }],
    },
  },
  {
    kind: 'nursing',
    line: 'CO,01,1,810000001,ひみつ',
    rows: { detail: [{ record: 'CO', section: '01', burden: '1', code: '810000001' }] },
  },
  ...silent('nursing', 'IH,1', 'HJ,1', 'JS,1', 'RJ,1', 'TZ,1', 'GI,1'),
];
