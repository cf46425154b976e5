import { defineRecords } from '#shared/define.ts';
import { medicalRecords } from './medical.ts';

/**
 * Records of a DPC receipt, positions without the three leading columns of the insurer's files. What is billed besides
 * the bundle (SI, IY, TO, CO, SY) stands as in a medical receipt.
 * Source: 記録条件仕様（DPC用）, second-hand (see notes.md). Records may be longer or shorter than listed.
 */
export const dpcRecords = defineRecords({
  ...medicalRecords,
  RE: {
    ja: 'レセプト共通',
    positions: 28,
    fields: {
      number: [2, 'レセプト番号', 'number'],
      type: [3, 'レセプト種別', 'code'],
      month: [4, '診療年月', 'month'],
      name: [5, '氏名', 'free'],
      sex: [6, '男女区分', 'code'],
      birthDate: [7, '生年月日', 'date'],
      admittedOn: [9, '入院年月日', 'date'],
      specialNotes: [12, 'レセプト特記事項', 'code'],
      chart: [14, 'カルテ番号等', 'identifier'],
      cover: [19, 'レセプト総括区分', 'code'],
      details: [20, '明細情報数', 'number'],
      searchNumber: [21, '検索番号', 'code'],
      claimNote: [23, '請求情報', 'identifier'],
      department: [24, '診療科名', 'code'],
      kana: [29, 'カタカナ（氏名）', 'free'],
    },
  },
  HO: {
    ...medicalRecords.HO,
    positions: 16,
    fields: { ...medicalRecords.HO.fields, mealShareYen: [16, '標準負担額', 'number'] },
  },
  KO: { ...medicalRecords.KO, positions: 13 },
  BU: {
    ja: '診断群分類',
    positions: 6,
    fields: {
      code: [2, '診断群分類番号', 'code'],
      admittedOn: [3, '今回入院年月日', 'date'],
      dischargedOn: [4, '今回退院年月日', 'date'],
      cause: [6, '死因', 'free'],
    },
  },
  SB: {
    ja: '傷病',
    positions: 8,
    fields: {
      code: [2, '傷病名コード', 'code'],
      modifiers: [3, '修飾語コード', 'code'],
      text: [4, '傷病名称', 'free'],
      icd10: [5, 'ICD10コード', 'code'],
      role: [6, '傷病名区分', 'code'],
      comment: [8, '補足コメント', 'free'],
    },
  },
  KK: { ja: '患者基礎', positions: 14, fields: {} },
  SK: {
    ja: '診療関連',
    positions: 7,
    fields: { code: [2, '診療行為コード', 'code'], name: [7, '診療名称', 'free'] },
  },
  GA: { ja: '外泊', positions: 7, fields: {} },
  HH: {
    ja: '包括評価',
    positions: 9,
    fields: {
      dailyPoints: [7, '1日点数', 'number'],
      days: [8, '日数', 'number'],
      points: [9, '包括小計点数', 'number'],
    },
  },
  GT: {
    ja: '合計調整',
    positions: 12,
    fields: {
      adjustment: [3, '請求調整区分', 'code'],
      burden: [5, '負担区分', 'code'],
      points: [9, '今月包括合計点数', 'number'],
    },
  },
  CD: {
    ja: 'コーディングデータ',
    positions: 11,
    fields: {
      performedOn: [2, '実施年月日', 'date'],
      section: [3, '診療識別', 'code'],
      code: [6, 'コード', 'code'],
      quantity: [7, '使用量', 'decimal'],
      unit: [9, '単位コード', 'code'],
      count: [10, '回数', 'number'],
      product: [11, '特定器材名称', 'free'],
    },
  },
});
