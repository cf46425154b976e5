import { defineMasterList } from '#shared/define.ts';

const priceCode = { header: '薬価基準収載医薬品コード', kind: 'text' } as const;
const product = { header: '品名', kind: 'text' } as const;

/** Lists of 厚生労働省 about drugs and their prices; headers as in its own files. */
export const masterLists = [
  defineMasterList({
    form: 'generic-class',
    title: {
      ja: '各先発医薬品の後発医薬品の有無に関する情報',
      en: 'which brands have generics',
    },
    table: 'generic_class',
    columns: {
      price_code: priceCode,
      ingredient: { header: '成分名', kind: 'text' },
      name: product,
      class: {
        header: '各先発医薬品の後発医薬品の有無に関する情報',
        kind: 'text',
        blank: true,
        oneOf: ['1', '2', '3', '☆', '★'],
      },
      is_excluded: {
        header: '診療報酬における加算等の算定対象から除外する品目',
        kind: 'flag',
        optional: true,
      },
      in_cutoff: { header: 'カットオフ値の計算に含める品目', kind: 'flag', optional: true },
    },
  }),
  defineMasterList({
    form: 'price-list',
    title: { ja: '薬価基準収載品目リスト', en: 'list of drug prices' },
    table: 'price_list',
    columns: {
      category: { header: '区分', kind: 'text' },
      price_code: priceCode,
      ingredient: { header: '成分名', kind: 'text', blank: true },
      specification: { header: '規格', kind: 'text', blank: true },
      name: product,
      generic: {
        header: '診療報酬において加算等の算定対象となる後発医薬品',
        kind: 'text',
        blank: true,
        oneOf: ['後発品', '★'],
      },
      brand: { header: '先発医薬品', kind: 'text', blank: true, oneOf: ['先発品', '準先発品'] },
      has_generic: { header: '同一剤形・規格の後発医薬品がある先発医薬品', kind: 'flag' },
      price_milliyen: { header: '薬価', kind: 'thousandths' },
      expires_on: { header: '経過措置による使用期限', kind: 'date', blank: true },
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
      price_code: priceCode,
      name: product,
      price_milliyen: { header: '薬価', kind: 'thousandths' },
      highest_generic_milliyen: { header: '後発医薬品最高価格', kind: 'thousandths' },
      gap_share_milliyen: {
        header: '長期収載品と後発医薬品の価格差の',
        kind: 'thousandths',
        begins: true,
      },
      insured_milliyen: { header: '保険外併用療養費の算出に用いる価格', kind: 'thousandths' },
    },
  }),
] as const;
