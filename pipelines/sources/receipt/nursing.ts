import { defineRecords } from '#shared/define.ts';
import { commonRecords } from './common.ts';
import { medicalRecords } from './medical.ts';

/**
 * Records of a home-nursing receipt (訪問看護), positions without the three leading columns. Amounts are yen, not points.
 * Source: 記録条件仕様（訪問看護用）as of 2026-06, second-hand and in part from one reader only (see notes.md).
 */
export const nursingRecords = defineRecords({
  ...commonRecords,
  HM: {
    ja: '訪問看護ステーション情報',
    positions: 7,
    fields: {
      prefecture: [3, '都道府県', 'code'],
      pointsTable: [4, '点数表', 'code'],
      institution: [5, '訪問看護ステーションコード', 'code'],
      name: [6, '訪問看護ステーション名称', 'free'],
      claimMonth: [7, '請求年月', 'month'],
    },
  },
  RE: {
    ja: 'レセプト共通',
    positions: 15,
    fields: {
      number: [2, 'レセプト番号', 'number'],
      type: [3, 'レセプト種別', 'code'],
      month: [4, '療養年月', 'month'],
      name: [5, '氏名', 'free'],
      kana: [6, 'カタカナ（氏名）', 'free'],
      sex: [7, '男女区分', 'code'],
      birthDate: [8, '生年月日', 'date'],
      specialNotes: [12, '特記事項', 'code'],
      chart: [14, '訪問看護記録番号', 'identifier'],
      searchNumber: [15, '検索番号', 'code'],
    },
  },
  HO: {
    ja: '保険者',
    positions: 9,
    fields: {
      insurer: [2, '保険者番号', 'code'],
      symbol: [3, '被保険者証等の記号', 'identifier'],
      number: [4, '被保険者証等の番号', 'identifier'],
      days: [5, '実日数', 'number'],
      points: [6, '合計金額', 'number'],
      shareYen: [9, '一部負担金額', 'number'],
    },
  },
  KO: {
    ja: '公費',
    positions: 7,
    fields: {
      payer: [2, '公費負担者番号', 'code'],
      days: [5, '実日数', 'number'],
      points: [6, '合計金額', 'number'],
      shareYen: [7, '一部負担金額', 'number'],
    },
  },
  SY: {
    ja: '心身の状態（傷病名）',
    positions: 5,
    fields: {
      code: [2, '傷病名コード', 'code'],
      modifiers: [3, '修飾語コード', 'code'],
      text: [4, '傷病名称', 'free'],
      comment: [5, '補足コメント', 'free'],
    },
  },
  KA: {
    ja: '訪問看護療養費',
    positions: 9,
    fields: {
      date: [2, '算定年月日', 'date'],
      burden: [3, '負担区分', 'code'],
      code: [4, '訪問看護療養費コード', 'code'],
      quantity: [5, '数量データ', 'decimal'],
      yen: [6, '金額', 'number'],
    },
  },
  CO: medicalRecords.CO,
  IH: { ja: '医療機関（指示書）', positions: 2, fields: {} },
  HJ: { ja: '訪問看護指示', positions: 2, fields: {} },
  JS: { ja: '心身の状態', positions: 2, fields: {} },
  RJ: { ja: '利用者情報', positions: 2, fields: {} },
  TZ: { ja: '特別訪問看護指示', positions: 2, fields: {} },
  GI: { ja: '情報提供', positions: 2, fields: {} },
});
