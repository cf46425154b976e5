import { defineCsv } from '#shared/define.ts';

/** 返戻・過誤・再審査・振替の一覧: one row per notice about a receipt of an earlier month. */
export const receiptChangeContract = defineCsv({
  title: { ja: '返戻・過誤・再審査・振替の一覧', en: 'notices about receipts' },
  columns: {
    searchNumber: { header: '検索番号', form: 'code', harmless: true },
    processedMonth: { header: '処理年月', form: 'month' },
    change: {
      header: '区分',
      form: { 返戻: 'returned', 過誤: 'withdrawn', 再審査: 'reexamined', 振替: 'transferred' },
    },
    decided: { header: '決定点数', form: 'integer', optional: true },
    mealYen: { header: '食事金額', form: 'integer', optional: true },
  },
});
