import { type Golden, silent } from './golden.ts';

export const medicalLines: readonly Golden[] = [
  {
    kind: 'medical',
    line: 'IR,1,13,1,2234567,,みほん医院,202605,00,0300000000',
    rows: { institution: [{ institution: '1312234567', name: 'みほん医院', claim_month: '2026-05-01' }] },
    receipt: { institution: '1312234567', processing_month: '2026-05-01' },
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
  ),
  { kind: 'medical', line: 'EX,,,,,,,,1,,,,1:', reviewed: true },
  { kind: 'medical', line: 'RC,Ver00001ひみつ', reviewed: true },
];
