import { defineCsv } from '#shared/define.ts';

/** 同意・配慮フラグ: what the society must not do, or must do differently, for a person. */
export const consentContract = defineCsv({
  title: { ja: '同意・配慮フラグ', en: 'consent flags' },
  columns: {
    memberId: { header: '加入者ID', form: 'code', harmless: true },
    flag: {
      header: 'フラグ',
      form: {
        不開示: 'nondisclosure',
        通知不要: 'no-notice',
        自己封筒: 'own-envelope',
        保健指導対象外: 'no-guidance',
      },
    },
    fromOn: { header: '開始日', form: 'date' },
    toOn: { header: '終了日', form: 'date', optional: true },
    asOf: { header: '基準日', form: 'date' },
  },
});
