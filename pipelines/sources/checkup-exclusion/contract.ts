import { defineCsv } from '#shared/define.ts';

/** 特定健診除外者一覧: persons who are out of the target population of 特定健診, and why. */
export const checkupExclusionContract = defineCsv({
  title: { ja: '特定健診除外者一覧', en: 'exclusions from checkups' },
  columns: {
    memberId: { header: '加入者ID', form: 'code', harmless: true },
    reason: {
      header: '除外理由',
      form: {
        妊産婦: 'pregnancy',
        長期入院: 'hospital',
        施設入所: 'facility',
        刑事施設: 'prison',
        海外在住: 'abroad',
        国内住所なし: 'domicile',
        その他: 'other',
      },
    },
    fromOn: { header: '開始日', form: 'date' },
    toOn: { header: '終了日', form: 'date', optional: true },
    asOf: { header: '基準日', form: 'date' },
  },
});
