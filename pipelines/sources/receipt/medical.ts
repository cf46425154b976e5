import { defineRecords } from '#shared/define.ts';
import { commonRecords } from './common.ts';

/**
 * Records of a medical receipt (医科), positions without the three leading columns of the insurer's files.
 * Source: 記録条件仕様（医科用）令和4年4月版. Records may be longer or shorter than listed.
 */
export const medicalRecords = defineRecords({
  ...commonRecords,
  IR: {
    ja: '医療機関情報',
    positions: 10,
    fields: {
      prefecture: [3, '都道府県', 'code'],
      pointsTable: [4, '点数表', 'code'],
      institution: [5, '医療機関コード', 'code'],
      name: [7, '医療機関名称', 'free'],
      claimMonth: [8, '請求年月', 'month'],
    },
  },
  RE: {
    ja: 'レセプト共通',
    positions: 38,
    fields: {
      type: [3, 'レセプト種別', 'code'],
      month: [4, '診療年月', 'month'],
      name: [5, '氏名', 'free'],
      sex: [6, '男女区分', 'code'],
      birthDate: [7, '生年月日', 'date'],
      admittedOn: [9, '入院年月日', 'date'],
      specialNotes: [12, 'レセプト特記事項', 'code'],
      chart: [14, 'カルテ番号等', 'identifier'],
      searchNumber: [19, '検索番号', 'code'],
      claimNote: [21, '請求情報', 'identifier'],
      kana: [37, 'カタカナ（氏名）', 'free'],
    },
  },
  HO: {
    ja: '保険者',
    positions: 15,
    fields: {
      insurer: [2, '保険者番号', 'code'],
      symbol: [3, '被保険者証等の記号', 'identifier'],
      number: [4, '被保険者証等の番号', 'identifier'],
      days: [5, '診療実日数', 'number'],
      points: [6, '合計点数', 'number'],
      mealCount: [8, '食事療養・生活療養 回数', 'number'],
      mealYen: [9, '食事療養・生活療養 合計金額', 'number'],
      shareYen: [12, '負担金額 医療保険', 'number'],
    },
  },
  KO: {
    ja: '公費',
    positions: 12,
    fields: {
      payer: [2, '公費負担者番号', 'code'],
      days: [5, '診療実日数', 'number'],
      points: [6, '合計点数', 'number'],
      shareYen: [7, '負担金額 公費', 'number'],
    },
  },
  GR: { ja: '包括評価対象外理由', positions: 3, fields: {} },
  SY: {
    ja: '傷病名',
    positions: 8,
    fields: {
      code: [2, '傷病名コード', 'code'],
      startedOn: [3, '診療開始日', 'date'],
      outcome: [4, '転帰区分', 'code'],
      modifiers: [5, '修飾語コード', 'code'],
      text: [6, '傷病名称', 'free'],
      main: [7, '主傷病', 'code'],
      comment: [8, '補足コメント', 'free'],
    },
  },
  SI: {
    ja: '診療行為',
    positions: 44,
    fields: {
      section: [2, '診療識別', 'code'],
      burden: [3, '負担区分', 'code'],
      code: [4, '診療行為コード', 'code'],
      quantity: [5, '数量データ', 'decimal'],
      points: [6, '点数', 'number'],
      count: [7, '回数', 'number'],
      comment1: [9, '文字データ1', 'free'],
      comment2: [11, '文字データ2', 'free'],
      comment3: [13, '文字データ3', 'free'],
      firstDay: [14, '1日の情報', 'number'],
    },
  },
  IY: {
    ja: '医薬品',
    positions: 44,
    fields: {
      section: [2, '診療識別', 'code'],
      burden: [3, '負担区分', 'code'],
      code: [4, '医薬品コード', 'code'],
      quantity: [5, '使用量', 'decimal'],
      points: [6, '点数', 'number'],
      count: [7, '回数', 'number'],
      comment1: [9, '文字データ1', 'free'],
      comment2: [11, '文字データ2', 'free'],
      comment3: [13, '文字データ3', 'free'],
      firstDay: [14, '1日の情報', 'number'],
    },
  },
  TO: {
    ja: '特定器材',
    positions: 48,
    fields: {
      section: [2, '診療識別', 'code'],
      burden: [3, '負担区分', 'code'],
      code: [4, '特定器材コード', 'code'],
      quantity: [5, '使用量', 'decimal'],
      points: [6, '点数', 'number'],
      count: [7, '回数', 'number'],
      price: [9, '単価', 'decimal'],
      product: [11, '商品名及び規格又はサイズ', 'free'],
      comment1: [13, '文字データ1', 'free'],
      comment2: [15, '文字データ2', 'free'],
      comment3: [17, '文字データ3', 'free'],
      firstDay: [18, '1日の情報', 'number'],
    },
  },
  CO: {
    ja: 'コメント',
    positions: 5,
    fields: {
      section: [2, '診療識別', 'code'],
      burden: [3, '負担区分', 'code'],
      code: [4, 'コメントコード', 'code'],
      text: [5, '文字データ', 'free'],
    },
  },
  TI: { ja: '臓器提供医療機関情報', positions: 10, fields: {} },
  TR: { ja: '臓器提供者レセプト情報', positions: 19, fields: {} },
  TS: { ja: '臓器提供者請求情報', positions: 5, fields: {} },
});
