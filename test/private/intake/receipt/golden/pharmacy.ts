import { record } from '../record.ts';
import { type Golden, silent } from './golden.ts';

const dispensing = record('CZ', { 2: 1, 3: '20260401', 4: '20260401', 5: 1, 6: 14 }, 71);

export const pharmacyLines: readonly Golden[] = [
  {
    kind: 'pharmacy',
    line: 'YK,1,13,4,7654322,みほん薬局,202605,00',
    rows: { institution: [{ institution: '1347654322', name: 'みほん薬局', claim_month: '2026-05-01' }] },
    receipt: { institution: '1347654322', processing_month: '2026-05-01' },
  },
  {
    kind: 'pharmacy',
    line: 'RE,7,4116,202604,カナリヤ　花子,2,19991231,,26,13,1,1234567,みほん医院,ひみつ町',
    receipt: {
      kind: 'pharmacy',
      receipt_type: '4116',
      service_month: '2026-04-01',
      sex: '2',
      inpatient: false,
      special_notes: '26',
      prescriber: '1311234567',
    },
  },
  {
    kind: 'pharmacy',
    line: 'HO,06999991,９,８,2,202,,,,610',
    receipt: { days: 2, claimed_points: 202, decided_points: 202, patient_share_yen: 610 },
  },
  {
    kind: 'pharmacy',
    line: 'KO,54136015,1234567,,2,202,,300',
    rows: { public_payer: [{ ordinal: 1, program: '54', days: 2, points: 202, share_yen: 300 }] },
  },
  {
    kind: 'pharmacy',
    line: record(
      'CZ',
      {
        2: 1,
        6: 14,
        7: 1,
        10: '412345678',
        11: 24,
        14: 70,
        16: 2,
        17: '413333333',
        18: 8,
        58: 1,
        61: '414444444',
        62: 4,
      },
      71,
    ),
    before: ['SH,01,1,013,ひみつ,5'],
    rows: {
      detail: [
        { record: 'CZ', unit_seq: 1, burden: '1', code: '412345678', points: 24 },
        { record: 'CZ', unit_seq: 1, burden: '2', code: '413333333', points: 8 },
        { record: 'CZ', unit_seq: 1, burden: '1', code: '414444444', points: 4 },
        { record: 'CZ', unit_seq: 1, burden: '1', points: 70 },
      ],
    },
    receipt: { computed_points: 106 },
  },
  {
    kind: 'pharmacy',
    line: 'IY,1,620000001,1.5,,,1',
    before: ['SH,01,1,013,,5', dispensing, dispensing],
    rows: {
      detail: [
        {
          record: 'IY',
          unit_seq: 1,
          section: '1',
          burden: '1',
          code: '620000001',
          quantity: 1.5,
          count: 28,
        },
      ],
    },
  },
  {
    kind: 'pharmacy',
    line: 'TO,1,710010001,2,016,12.5,ひみつ',
    before: ['SH,01,1,013,,5', dispensing],
    rows: {
      detail: [
        {
          record: 'TO',
          unit_seq: 1,
          section: '1',
          burden: '1',
          code: '710010001',
          quantity: 2,
          count: 14,
          price_milliyen: 12_500,
        },
      ],
    },
  },
  {
    kind: 'pharmacy',
    line: 'CO,810000001,ひみつ',
    before: ['SH,01,1,013,,5'],
    rows: { detail: [{ record: 'CO', unit_seq: 1, code: '810000001' }] },
  },
  { kind: 'pharmacy', line: 'TK,820000001,ひみつ', rows: { detail: [{ record: 'TK', code: '820000001' }] } },
  {
    kind: 'pharmacy',
    line: record(
      'KI',
      {
        2: '20260401',
        3: 1,
        4: 1,
        5: '410000110',
        6: 45,
        8: 1,
        9: '440000110',
        10: 2,
        11: 59,
        70: 2,
        71: '410000210',
        73: 6,
      },
      114,
    ),
    rows: {
      detail: [
        { record: 'KI', burden: '1', code: '410000110', points: 45 },
        { record: 'KI', burden: '1', code: '440000110', points: 59 },
        { record: 'KI', burden: '2', code: '410000210', points: 6 },
      ],
    },
    receipt: { computed_points: 110 },
  },
  ...silent('pharmacy', 'SH,01,1,013,ひみつ,5', 'ST,1,20260401,20260401,1,3,100,33'),
];
