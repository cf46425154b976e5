import { defineCsv } from '#shared/define.ts';

/** 事業所一覧: the society's employers. */
export const employerContract = defineCsv({
  title: { ja: '事業所一覧', en: 'employer list' },
  columns: {
    employerCode: { header: '事業所コード', form: 'code' },
    name: { header: '事業所名', form: 'text' },
    industry: { header: '業種', form: 'text', optional: true },
    prefecture: { header: '都道府県', form: 'text', optional: true },
    groupCode: { header: 'グループコード', form: 'code', optional: true },
    openedOn: { header: '適用開始日', form: 'date' },
    closedOn: { header: '適用終了日', form: 'date', optional: true },
    asOf: { header: '基準日', form: 'date' },
  },
});
