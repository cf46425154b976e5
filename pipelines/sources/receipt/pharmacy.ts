import { defineRecords } from '#shared/define.ts';
import { commonRecords } from './common.ts';

/**
 * Records of a pharmacy receipt (調剤), positions without the three leading columns of the insurer's files.
 * Source: 記録条件仕様（調剤用）as of 2026-06, second-hand (see notes.md). Records may be longer or shorter than listed.
 */
export const pharmacyRecords = defineRecords({
  ...commonRecords,
  YK: {
    ja: '薬局情報',
    positions: 9,
    fields: {
      prefecture: [3, '都道府県', 'code'],
      pointsTable: [4, '点数表', 'code'],
      institution: [5, '薬局コード', 'code'],
      name: [6, '薬局名称', 'free'],
      claimMonth: [7, '請求年月', 'month'],
    },
  },
  RE: {
    ja: 'レセプト共通',
    positions: 42,
    fields: {
      number: [2, 'レセプト番号', 'number'],
      type: [3, 'レセプト種別', 'code'],
      month: [4, '調剤年月', 'month'],
      name: [5, '氏名', 'free'],
      sex: [6, '男女区分', 'code'],
      birthDate: [7, '生年月日', 'date'],
      specialNotes: [9, 'レセプト特記事項', 'code'],
      prescriberPrefecture: [10, '都道府県', 'code'],
      prescriberTable: [11, '点数表', 'code'],
      prescriber: [12, '医療機関コード', 'code'],
      prescriberAddress: [14, '所在地', 'free'],
      chart: [36, '調剤録番号等', 'identifier'],
      searchNumber: [38, '検索番号', 'code'],
      claimNote: [40, '請求情報', 'identifier'],
      kana: [42, 'カタカナ（氏名）', 'free'],
    },
  },
  HO: {
    ja: '保険者',
    positions: 14,
    fields: {
      insurer: [2, '保険者番号', 'code'],
      symbol: [3, '被保険者証等の記号', 'identifier'],
      number: [4, '被保険者証等の番号', 'identifier'],
      days: [5, '処方箋受付回数', 'number'],
      points: [6, '合計点数', 'number'],
      shareYen: [10, '一部負担金', 'number'],
    },
  },
  KO: {
    ja: '公費',
    positions: 10,
    fields: {
      payer: [2, '公費負担者番号', 'code'],
      days: [5, '処方箋受付回数', 'number'],
      points: [6, '合計点数', 'number'],
      shareYen: [8, '一部負担金額', 'number'],
    },
  },
  SH: {
    ja: '処方基本',
    positions: 10,
    fields: {
      number: [2, 'No', 'code'],
      form: [3, '剤形コード', 'code'],
      instruction: [5, '特別指示', 'free'],
      unitPoints: [6, '単位薬剤料 合計', 'number'],
    },
  },
  CZ: {
    ja: '調剤情報',
    positions: 71,
    fields: {
      prescribedOn: [3, '処方月日', 'date'],
      quantity: [6, '調剤数量', 'number'],
      burden: [7, '負担区分（薬剤調製料）', 'code'],
      drugPoints: [14, '薬剤料 点数', 'number'],
    },
  },
  IY: {
    ja: '医薬品',
    positions: 10,
    fields: {
      burden: [2, '負担区分', 'code'],
      code: [3, '医薬品コード', 'code'],
      quantity: [4, '使用量', 'decimal'],
    },
  },
  TO: {
    ja: '特定器材',
    positions: 7,
    fields: {
      burden: [2, '負担区分', 'code'],
      code: [3, '特定器材コード', 'code'],
      quantity: [4, '使用量', 'decimal'],
      price: [6, '単価', 'decimal'],
      product: [7, '特定器材名称', 'free'],
    },
  },
  CO: {
    ja: 'コメント',
    positions: 3,
    fields: { code: [2, 'コメントコード', 'code'], text: [3, '文字データ', 'free'] },
  },
  TK: {
    ja: '摘要欄',
    positions: 3,
    fields: { code: [2, 'コメントコード', 'code'], text: [3, '文字データ', 'free'] },
  },
  KI: { ja: '調剤基本料・薬学管理料', positions: 114, fields: {} },
  ST: { ja: '分割技術料', positions: 16, fields: {} },
});

/** A fee inside a record: positions of its payer code, its code, its number of times (where there is one), its points. */
export type FeePositions = {
  readonly burden: number;
  readonly code: number;
  readonly count?: number;
  readonly points: number;
};

/** Fees of one dispensing (CZ): 薬剤調製料, ten 加算, 外来服薬支援料2, 調剤管理料 and its 加算. */
export const dispensingFees: readonly FeePositions[] = [
  { burden: 7, code: 10, points: 11 },
  ...repeat(10, 16, 3, (at) => ({ burden: at, code: at + 1, points: at + 2 })),
  { burden: 55, code: 56, points: 57 },
  { burden: 58, code: 61, points: 62 },
  { burden: 63, code: 64, points: 65 },
];

/** Fees of the receipt (KI): 調剤基本料, twelve 薬学管理料, three 摘要薬学管理料, ten 調剤基本料加算. */
export const basicFees: readonly FeePositions[] = [
  { burden: 4, code: 5, points: 6 },
  ...repeat(12, 8, 4, (at) => ({ burden: at, code: at + 1, count: at + 2, points: at + 3 })),
  ...repeat(3, 56, 4, (at) => ({ burden: at, code: at + 1, count: at + 2, points: at + 3 })),
  ...repeat(10, 70, 4, (at) => ({ burden: at, code: at + 1, count: at + 2, points: at + 3 })),
];

function repeat(
  times: number,
  first: number,
  step: number,
  at: (position: number) => FeePositions,
): FeePositions[] {
  return Array.from({ length: times }, (_, index) => at(first + index * step));
}
