import { record } from '../record.ts';
import type { Golden } from './golden.ts';

export const dentalLines: readonly Golden[] = [
  {
    kind: 'dental',
    line: 'UK,1,13,3,3234567,,みほん歯科,202605,,00',
    rows: { institution: [{ institution: '1333234567', name: 'みほん歯科', claim_month: '2026-05-01' }] },
    receipt: { institution: '1333234567', processing_month: '2026-05-01' },
  },
  {
    kind: 'dental',
    line: 'IR,1,13,3,4234567,,202605,0300000000',
    receipt: { institution: '1334234567', processing_month: '2026-05-01' },
  },
  {
    kind: 'dental',
    line: 'RE,7,3112,202604,カナリヤ　花子,2,19991231,,,20260402,2,,,26,,K-1,,,,,,,,,,カナリヤハナコ',
    receipt: { kind: 'dental', receipt_type: '3112', sex: '2', inpatient: false, special_notes: '26' },
  },
  {
    kind: 'dental',
    line: 'HO,06999991,９,８,2,138,3,2070,,,400',
    receipt: { days: 2, decided_points: 138, meal_count: 3, meal_yen: 2070, patient_share_yen: 400 },
  },
  {
    kind: 'dental',
    line: 'KO,54136015,1234567,,2,138,200',
    rows: { public_payer: [{ ordinal: 1, program: '54', days: 2, points: 138, share_yen: 200 }] },
  },
  {
    kind: 'dental',
    line: 'HS,20260403,1,101600102600,5210001,2049,,,,01,,ひみつ',
    rows: {
      diagnosis: [
        {
          disease_code: '5210001',
          started_on: '2026-04-03',
          outcome: '1',
          modifiers: '2049',
          is_main: true,
          teeth: '101600102600',
        },
      ],
    },
  },
  {
    kind: 'dental',
    line: 'SY,8830592,20260401,2,,,01',
    rows: {
      diagnosis: [{ disease_code: '8830592', started_on: '2026-04-01', outcome: '2', is_main: true }],
    },
  },
  {
    kind: 'dental',
    line: record('SS', { 2: 43, 3: 1, 4: '313001810', 5: 2, 7: 'A', 8: 1, 77: 45, 78: 3, 79: 1, 81: 2 }, 109),
    rows: {
      detail: [
        {
          record: 'SS',
          unit_seq: 1,
          section: '43',
          burden: '1',
          code: '313001810',
          quantity: 2,
          points: 45,
          count: 3,
          days_mask: 0b101,
        },
      ],
    },
    receipt: { computed_points: 135 },
  },
  {
    kind: 'dental',
    line: 'SI,21,1,120001210,,12,3,1,,2',
    rows: {
      detail: [
        {
          record: 'SI',
          unit_seq: 1,
          section: '21',
          burden: '1',
          code: '120001210',
          points: 12,
          count: 3,
          days_mask: 0b101,
        },
      ],
    },
  },
  {
    kind: 'dental',
    line: 'IY,21,1,620000001,1.5,5,3,1,,3',
    rows: {
      detail: [
        {
          record: 'IY',
          unit_seq: 1,
          section: '21',
          burden: '1',
          code: '620000001',
          quantity: 1.5,
          points: 5,
          count: 3,
          days_mask: 0b10,
        },
      ],
    },
  },
  {
    kind: 'dental',
    line: 'TO,43,1,710010001,2,016,12.5,,,,,ひみつ,7,1,1',
    rows: {
      detail: [
        {
          record: 'TO',
          unit_seq: 1,
          section: '43',
          burden: '1',
          code: '710010001',
          quantity: 2,
          price_milliyen: 12_500,
          points: 7,
          count: 1,
          days_mask: 1,
        },
      ],
    },
  },
  {
    kind: 'dental',
    line: 'CO,99,1,810000001,ひみつ,101600',
    rows: { detail: [{ record: 'CO', unit_seq: 1, section: '99', burden: '1', code: '810000001' }] },
  },
];
