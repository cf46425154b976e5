import type { ReceiptKind } from '#private/intake/receipt/kinds.ts';
import { record } from './record.ts';

type Cells = Readonly<Record<string, string | number | boolean>>;

/** One line of a receipt and all that comes of it: rows of other tables, and columns of the receipt's own row. */
export type Golden = {
  readonly kind: ReceiptKind;
  readonly line: string;
  /** Lines the meaning of this one depends on. */
  readonly before?: readonly string[];
  /** Rows without the columns that say where they stand; empty columns left out. */
  readonly rows?: Readonly<Record<string, readonly Cells[]>>;
  readonly receipt?: Cells;
};

/** Records a receipt may hold and intake does not load: known, without a row. */
const silent = (kind: ReceiptKind, ...lines: readonly string[]): Golden[] =>
  lines.map((line) => ({ kind, line }));

const medical: readonly Golden[] = [
  {
    kind: 'medical',
    line: 'IR,1,13,1,2234567,,みほん医院,202605,00,0300000000',
    rows: { institution: [{ institution: '1312234567', name: 'みほん医院', claim_month: '2026-05-01' }] },
    receipt: { institution: '1312234567', processing_month: '2026-05-01', form: 'claim' },
  },
  {
    kind: 'medical',
    line: 'RE,7,1111,202604,カナリヤ　花子,2,19991231,,20260403,,,2630,,K-1,,,,,,,,01,,,,,,,,,,,,,,,カナリヤハナコ,001',
    receipt: {
      kind: 'medical',
      receipt_type: '1111',
      service_month: '2026-04-01',
      sex: '2',
      inpatient: true,
      admitted_on: '2026-04-03',
      special_notes: '2630',
      department: '01',
    },
  },
  {
    kind: 'medical',
    line: 'HO, 6999991,９,８,3,1200,,5,3450,,,4800',
    receipt: {
      insurer_number: '06999991',
      days: 3,
      claimed_points: 1200,
      decided_points: 1200,
      meal_count: 5,
      meal_yen: 3450,
      patient_share_yen: 4800,
      public_only: false,
    },
  },
  {
    kind: 'medical',
    line: 'KO,54136015,1234567,,2,300,2500',
    rows: { public_payer: [{ ordinal: 1, program: '54', days: 2, points: 300, share_yen: 2500 }] },
  },
  {
    kind: 'medical',
    line: 'SY,8830592,20260401,2,20498002,,01,ひみつ',
    rows: {
      diagnosis: [
        {
          disease_code: '8830592',
          started_on: '2026-04-01',
          outcome: '2',
          modifiers: '20498002',
          is_main: true,
        },
      ],
    },
  },
  {
    kind: 'medical',
    line: 'SY,0000999,5080401,1,,みほん病',
    rows: {
      diagnosis: [
        {
          disease_code: '0000999',
          started_on: '2026-04-01',
          outcome: '1',
          is_main: false,
          disease_text: 'みほん病',
        },
      ],
    },
  },
  {
    kind: 'medical',
    line: 'SI,60,1,160000310,2,26,3,,,,,,,1,,2',
    rows: {
      detail: [
        {
          record: 'SI',
          unit_seq: 1,
          section: '60',
          burden: '1',
          code: '160000310',
          quantity: 2,
          points: 26,
          count: 3,
          days_mask: 0b101,
        },
      ],
    },
    receipt: { computed_points: 78 },
  },
  {
    kind: 'medical',
    line: 'IY,21,2,620000001,2.54321,14,5,830000001,ひみつ,,,,,5',
    rows: {
      detail: [
        {
          record: 'IY',
          unit_seq: 1,
          section: '21',
          burden: '2',
          code: '620000001',
          quantity: 2.54321,
          points: 14,
          count: 5,
          days_mask: 1,
        },
      ],
    },
    receipt: { computed_points: 70 },
  },
  {
    kind: 'medical',
    line: 'IY,,1,630010002,,9,2',
    before: ['IY,21,1,620000001,1,100,2'],
    rows: {
      detail: [
        { record: 'IY', unit_seq: 2, section: '21', burden: '1', code: '630010002', points: -9, count: 2 },
      ],
    },
    receipt: { computed_points: 182 },
  },
  {
    kind: 'medical',
    line: 'TO,50,1,710010001,1.5,300,1,016,1234.56,,みほん,,,,,,,1',
    rows: {
      detail: [
        {
          record: 'TO',
          unit_seq: 1,
          section: '50',
          burden: '1',
          code: '710010001',
          quantity: 1.5,
          points: 300,
          count: 1,
          price_milliyen: 1_234_560,
          days_mask: 1,
        },
      ],
    },
  },
  {
    kind: 'medical',
    line: 'CO,97,1,810000001,ひみつ',
    rows: {
      detail: [{ record: 'CO', unit_seq: 1, section: '97', burden: '1', code: '810000001' }],
    },
  },
  {
    kind: 'medical',
    line: 'SI,,1,197000110,,690,3',
    before: ['CO,97,1,810000001,ひみつ'],
    rows: {
      detail: [
        { record: 'SI', unit_seq: 1, section: '97', burden: '1', code: '197000110', points: 690, count: 3 },
      ],
    },
    receipt: { computed_points: 0 },
  },
  { kind: 'medical', line: 'TI,1,1,13,1,1234567', rows: { unknown_record: [{ record: 'TI', columns: 6 }] } },
  {
    kind: 'medical',
    line: 'TR,1,1111',
    before: ['TI,1'],
    rows: { unknown_record: [{ record: 'TR', columns: 3 }] },
  },
  {
    kind: 'medical',
    line: 'TS,3,100',
    before: ['TI,1'],
    rows: { unknown_record: [{ record: 'TS', columns: 3 }] },
  },
  { kind: 'medical', line: 'ZZ,1,ひみつ', rows: { unknown_record: [{ record: 'ZZ', columns: 3 }] } },
  { kind: 'medical', line: 'SN,1,01,,,,02,,', receipt: { insurer_number: '06999991' } },
  ...silent(
    'medical',
    'GR,01,050130xx9900xx',
    'JD,1,1,,1',
    'MF,00',
    'SJ,07,ひみつ',
    'RO,27136015',
    'NI,1',
    'KH,ひみつ',
    'EX,,,,,,,,1,,,,1:',
    'RC,Ver00001ひみつ',
  ),
];

const dpc: readonly Golden[] = [
  {
    kind: 'dpc',
    line: 'RE,7,1111,202604,カナリヤ　花子,2,19991231,,20260403,,,26,,K-1,,,,,0,,,,,11,,,,,カナリヤハナコ,001',
    receipt: {
      kind: 'dpc',
      receipt_type: '1111',
      inpatient: true,
      admitted_on: '2026-04-03',
      special_notes: '26',
      department: '11',
    },
  },
  {
    kind: 'dpc',
    line: 'HO,06999991,９,８,7,57706,,20,13800,,,57600,,,,9800',
    receipt: {
      days: 7,
      decided_points: 57_706,
      meal_count: 20,
      meal_yen: 13_800,
      meal_share_yen: 9800,
      patient_share_yen: 57_600,
    },
  },
  {
    kind: 'dpc',
    line: 'KO,54136015,1234567,,7,57706,5000,,,,20,13800,9800',
    rows: { public_payer: [{ ordinal: 1, program: '54', days: 7, points: 57_706, share_yen: 5000 }] },
  },
  {
    kind: 'dpc',
    line: 'BU,050130xx9900xx,20260405,20260411,1,ひみつ',
    receipt: { dpc_code: '050130xx9900xx', admitted_on: '2026-04-05', discharged_on: '2026-04-11' },
  },
  {
    kind: 'dpc',
    line: 'SB,4289001,8002,,I500,01,,ひみつ',
    rows: {
      diagnosis: [{ disease_code: '4289001', modifiers: '8002', icd10: 'I500', role: '01', is_main: false }],
    },
  },
  {
    kind: 'dpc',
    line: 'SB,0000999,,みほん病,,11',
    rows: {
      diagnosis: [{ disease_code: '0000999', role: '11', is_main: true, disease_text: 'みほん病' }],
    },
  },
  { kind: 'dpc', line: 'GT,202604,2,1,1,1800,1900,-100,20471,93', receipt: { bundle_points: 20_471 } },
  { kind: 'dpc', line: 'GT,202603,3,1,1,,,,-71,93', receipt: { bundle_points: -71, computed_points: -71 } },
  {
    kind: 'dpc',
    line: 'CD,20260406,21,1,2,610406079,2.5,,016,3,ひみつ',
    rows: {
      coding: [
        {
          performed_on: '2026-04-06',
          section: '21',
          code: '610406079',
          quantity: 2.5,
          unit: '016',
          count: 3,
        },
      ],
    },
  },
  ...silent(
    'dpc',
    'KK,,0,1,,,45',
    'SK,150000000,K740-22,20260404,,01,ひみつ',
    'GA,202604,2,0000,050130xx9900xx,1.4',
    'HH,202604,2,1,1,1,1000,7,7000',
  ),
];

const dental: readonly Golden[] = [
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

const dispensing = record('CZ', { 2: 1, 3: '20260401', 4: '20260401', 5: 1, 6: 14 }, 71);

const pharmacy: readonly Golden[] = [
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
      detail: [{ record: 'IY', unit_seq: 1, burden: '1', code: '620000001', quantity: 1.5, count: 28 }],
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

const nursing: readonly Golden[] = [
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

export const goldenLines: readonly Golden[] = [...medical, ...dpc, ...dental, ...pharmacy, ...nursing];
