import { type Golden, silent } from './golden.ts';

export const dpcLines: readonly Golden[] = [
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
    line: 'BU,050130xx9900xx,20260401,20260411,1,ひみつ',
    receipt: { dpc_code: '050130xx9900xx', admitted_on: '2026-04-01', discharged_on: '2026-04-11' },
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
