import { defineCsv } from '#shared/define.ts';

/** 紙レセプトの入力: one row per receipt that came on paper and was punched; figures as decided. */
export const paperReceiptContract = defineCsv({
  title: { ja: '紙レセプト', en: 'paper receipts' },
  columns: {
    receiptNumber: { header: '管理番号', form: 'code', harmless: true },
    searchNumber: { header: '検索番号', form: 'code', optional: true, harmless: true },
    receiptType: { header: 'レセプト種別', form: 'code' },
    serviceMonth: { header: '診療年月', form: 'month' },
    processingMonth: { header: '処理年月', form: 'month' },
    symbol: { header: '記号', form: 'text', optional: true, harmless: true },
    number: { header: '番号', form: 'text', harmless: true },
    branch: { header: '枝番', form: 'code', optional: true },
    birthDate: { header: '生年月日', form: 'date' },
    sex: { header: '性別', form: { '1': '1', '2': '2' } },
    kana: { header: '氏名カナ', form: 'text', optional: true },
    institution: { header: '医療機関コード', form: 'code', harmless: true },
    institutionName: { header: '医療機関名', form: 'text', optional: true },
    prescriber: { header: '処方医療機関コード', form: 'code', optional: true, harmless: true },
    admittedOn: { header: '入院年月日', form: 'date', optional: true },
    days: { header: '実日数', form: 'integer' },
    claimed: { header: '請求点数', form: 'integer' },
    decided: { header: '決定点数', form: 'integer' },
    mealCount: { header: '食事回数', form: 'integer', optional: true },
    mealYen: { header: '食事金額', form: 'integer', optional: true },
    shareYen: { header: '一部負担金', form: 'integer', optional: true },
    program: { header: '公費法別番号', form: 'code', optional: true },
    programPoints: { header: '公費点数', form: 'integer', optional: true },
    programShareYen: { header: '公費患者負担額', form: 'integer', optional: true },
    diseases: { header: '傷病名コード', form: 'text', optional: true },
  },
});
