import { defineCsv } from '#shared/define.ts';

/** 加入者台帳: the full extract of the society's members, one row per span with the same symbol, number, employer and relation. */
export const eligibilityContract = defineCsv({
  title: { ja: '加入者台帳', en: 'eligibility ledger' },
  columns: {
    memberId: { header: '加入者ID', form: 'code', harmless: true },
    insuredMemberId: { header: '被保険者の加入者ID', form: 'code', harmless: true },
    symbol: { header: '記号', form: 'text', optional: true, harmless: true },
    number: { header: '番号', form: 'text', harmless: true },
    branch: { header: '枝番', form: 'code', optional: true },
    name: { header: '氏名', form: 'text', optional: true },
    kana: { header: '氏名カナ', form: 'text', optional: true },
    birthDate: { header: '生年月日', form: 'date' },
    sex: { header: '性別', form: { '1': '1', '2': '2' } },
    relation: { header: '続柄区分', form: { '1': 'insured', '2': 'dependant' } },
    employerCode: { header: '事業所コード', form: 'code' },
    gainedOn: { header: '資格取得日', form: 'date' },
    lostOn: { header: '資格喪失日', form: 'date', optional: true },
    lossReason: {
      header: '喪失理由',
      form: { '1': '1', '2': '2', '3': '3', '4': '4', '5': '5', '9': '9' },
      optional: true,
    },
    postalCode: { header: '郵便番号', form: 'text', optional: true },
    address: { header: '住所', form: 'text', optional: true },
    asOf: { header: '基準日', form: 'date' },
  },
});
