import { defineMasterList } from '#shared/define.ts';

/** Lists of 厚生労働省 about brands and generics; headers as in its own files. */
export const masterLists = [
  defineMasterList({
    form: 'generic-class',
    title: {
      ja: '各先発医薬品の後発医薬品の有無に関する情報',
      en: 'which brands have generics',
    },
    table: 'generic_class',
    columns: {
      price_code: { header: '薬価基準収載医薬品コード', kind: 'text' },
      ingredient: { header: '成分名', kind: 'text' },
      name: { header: '品名', kind: 'text' },
      class: {
        header: '各先発医薬品の後発医薬品の有無に関する情報',
        kind: 'text',
        oneOf: ['1', '2', '3', '☆', '★'],
      },
    },
  }),
  defineMasterList({
    form: 'selected-brand',
    title: {
      ja: '長期収載品の選定療養の対象医薬品リスト',
      en: 'brands under selected care',
    },
    table: 'selected_brand',
    columns: {
      price_code: { header: '薬価基準収載医薬品コード', kind: 'text' },
      name: { header: '品名', kind: 'text' },
      price_milliyen: { header: '薬価', kind: 'thousandths' },
      highest_generic_milliyen: { header: '後発医薬品最高価格', kind: 'thousandths' },
      gap_share_milliyen: { header: '長期収載品と後発医薬品の価格差の', kind: 'thousandths' },
      insured_milliyen: { header: '保険外併用療養費の算出に用いる価格', kind: 'thousandths' },
    },
  }),
] as const;
