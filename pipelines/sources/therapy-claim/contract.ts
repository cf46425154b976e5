import { defineCsv } from '#shared/define.ts';

/** 療養費（柔道整復・はりきゅう・あんまマッサージ）: one row per claim (支給申請書) and month of treatment, as decided. */
export const therapyClaimContract = defineCsv({
  title: { ja: '療養費', en: 'therapy claims' },
  columns: {
    claimNumber: { header: '管理番号', form: 'code', harmless: true },
    therapy: { header: '種類', form: { '1': 'judo', '2': 'acupuncture', '3': 'massage' } },
    serviceMonth: { header: '施術年月', form: 'month' },
    processingMonth: { header: '処理年月', form: 'month' },
    symbol: { header: '記号', form: 'text', optional: true, harmless: true },
    number: { header: '番号', form: 'text', harmless: true },
    branch: { header: '枝番', form: 'code', optional: true },
    birthDate: { header: '生年月日', form: 'date' },
    sex: { header: '性別', form: { '1': '1', '2': '2' } },
    kana: { header: '氏名カナ', form: 'text', optional: true },
    institution: { header: '施術所番号', form: 'code', harmless: true },
    institutionName: { header: '施術所名', form: 'text', optional: true },
    days: { header: '施術日数', form: 'integer' },
    claimedYen: { header: '請求費用額', form: 'integer', optional: true },
    decidedYen: { header: '費用額', form: 'integer' },
    shareYen: { header: '一部負担金', form: 'integer' },
    paidYen: { header: '支給額', form: 'integer' },
  },
});
