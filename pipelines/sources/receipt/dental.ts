import { defineRecords } from '#shared/define.ts';
import { commonRecords } from './common.ts';
import { medicalRecords } from './medical.ts';

/**
 * Records of a dental receipt (歯科), positions without the three leading columns of the insurer's files. The name of
 * the institution is in UK; IR may stand before every receipt. SY (of older files) is read beside HS.
 * Source: 記録条件仕様（歯科用）as of 2026-06, second-hand (see notes.md). Records may be longer or shorter than listed.
 */
export const dentalRecords = defineRecords({
  ...commonRecords,
  UK: {
    ja: '受付情報',
    positions: 10,
    fields: {
      prefecture: [3, '都道府県', 'code'],
      pointsTable: [4, '点数表', 'code'],
      institution: [5, '医療機関コード', 'code'],
      name: [7, '医療機関名称', 'free'],
      claimMonth: [8, '請求年月', 'month'],
    },
  },
  IR: {
    ja: '医療機関情報',
    positions: 9,
    fields: {
      prefecture: [3, '都道府県', 'code'],
      pointsTable: [4, '点数表', 'code'],
      institution: [5, '医療機関コード', 'code'],
      claimMonth: [7, '請求年月', 'month'],
    },
  },
  RE: {
    ja: 'レセプト共通',
    positions: 27,
    fields: {
      number: [2, 'レセプト番号', 'number'],
      type: [3, 'レセプト種別', 'code'],
      month: [4, '診療年月', 'month'],
      name: [5, '氏名', 'free'],
      sex: [6, '男女区分', 'code'],
      birthDate: [7, '生年月日', 'date'],
      admittedOn: [9, '入院年月日', 'date'],
      startedOn: [10, '診療開始日', 'date'],
      outcome: [11, '転帰区分', 'code'],
      specialNotes: [14, 'レセプト特記事項', 'code'],
      chart: [16, 'カルテ番号等', 'identifier'],
      claimNote: [17, '請求情報', 'identifier'],
      searchNumber: [20, '検索番号', 'code'],
      kana: [26, 'カタカナ（氏名）', 'free'],
    },
  },
  HO: {
    ja: '保険者',
    positions: 14,
    fields: {
      insurer: [2, '保険者番号', 'code'],
      symbol: [3, '被保険者証等の記号', 'identifier'],
      number: [4, '被保険者証等の番号', 'identifier'],
      days: [5, '診療実日数', 'number'],
      points: [6, '合計点数', 'number'],
      mealCount: [7, '食事療養・生活療養 回数', 'number'],
      mealYen: [8, '食事療養・生活療養 合計金額', 'number'],
      shareYen: [11, '負担金額 医療保険', 'number'],
    },
  },
  KO: {
    ja: '公費',
    positions: 10,
    fields: {
      payer: [2, '公費負担者番号', 'code'],
      days: [5, '診療実日数', 'number'],
      points: [6, '合計点数', 'number'],
      shareYen: [7, '負担金額 公費', 'number'],
      mealCount: [9, '食事療養・生活療養 回数', 'number'],
      mealYen: [10, '食事療養・生活療養 合計金額', 'number'],
    },
  },
  SY: medicalRecords.SY,
  HS: {
    ja: '傷病名部位',
    positions: 13,
    fields: {
      startedOn: [2, '診療開始日', 'date'],
      outcome: [3, '転帰区分', 'code'],
      teeth: [4, '歯式コード', 'code'],
      code: [5, '傷病名コード', 'code'],
      modifiers: [6, '修飾語コード', 'code'],
      text: [7, '傷病名称', 'free'],
      main: [10, '主傷病', 'code'],
      comment: [12, '補足コメント', 'free'],
    },
  },
  SS: {
    ja: '歯科診療行為',
    positions: 109,
    fields: {
      section: [2, '診療識別', 'code'],
      burden: [3, '負担区分', 'code'],
      code: [4, '診療行為コード', 'code'],
      quantity: [5, '数量データ', 'decimal'],
      points: [77, '点数', 'number'],
      count: [78, '回数', 'number'],
      firstDay: [79, '1日の情報', 'number'],
    },
  },
  SI: {
    ja: '診療行為',
    positions: 38,
    fields: {
      section: [2, '診療識別', 'code'],
      burden: [3, '負担区分', 'code'],
      code: [4, '診療行為コード', 'code'],
      quantity: [5, '数量データ', 'decimal'],
      points: [6, '点数', 'number'],
      count: [7, '回数', 'number'],
      firstDay: [8, '1日の情報', 'number'],
    },
  },
  IY: {
    ja: '医薬品',
    positions: 39,
    fields: {
      section: [2, '診療識別', 'code'],
      burden: [3, '負担区分', 'code'],
      code: [4, '医薬品コード', 'code'],
      quantity: [5, '使用量', 'decimal'],
      points: [6, '点数', 'number'],
      count: [7, '回数', 'number'],
      firstDay: [9, '1日の情報', 'number'],
    },
  },
  TO: {
    ja: '特定器材',
    positions: 45,
    fields: {
      section: [2, '診療識別', 'code'],
      burden: [3, '負担区分', 'code'],
      code: [4, '特定器材コード', 'code'],
      quantity: [5, '使用量', 'decimal'],
      price: [7, '単価', 'decimal'],
      product: [12, '商品名及び規格又はサイズ', 'free'],
      points: [13, '点数', 'number'],
      count: [14, '回数', 'number'],
      firstDay: [15, '1日の情報', 'number'],
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
});
