import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: { ja: 'ジェネリックに変えたときの差額', en: 'saving by a generic' },
  source: {
    ja: '使用薬剤の薬価（五捨五超入は診療報酬点数表の薬剤料による）、長期収載品の処方等又は調剤の選定療養（2024年10月から、2026年6月から価格差の2分の1）',
    en: 'drug prices and points of the fee tables; selected care of long-listed brands (from 2024-10, half of the gap from 2026-06)',
  },
  input: {
    /** Yen × 1000 per unit of the price list (薬価): of the code handed out, of the brand itself, of the generic. */
    claimed_milliyen: 'bigint',
    brand_milliyen: 'bigint',
    generic_milliyen: 'bigint',
    /** Handed out as 「（選）」: the patient chose the brand and pays a part of the gap. */
    is_insured_part: 'boolean',
    /** From the list of selected care of the month. */
    highest_generic_milliyen: 'bigint',
    gap_share_milliyen: 'bigint',
    insured_milliyen: 'bigint',
    /** Units of the price list in one day or time, and how many days or times. */
    quantity: 'double',
    units: 'integer',
    /** The patient's part of the cost (一部負担金の割合). */
    patient_percent: 'integer',
  },
  parameters: {
    /** Up to this price of one day or time the drug is one point. */
    least_yen: 'integer',
    /** The patient's share of the gap between brand and dearest generic; empty where there is none. */
    surcharge_percent: 'integer',
    /** Up to this share of one day or time the surcharge is one point. */
    surcharge_least_yen: 'integer',
    tax_percent: 'integer',
  },
  levels: {
    saving: { ja: '下がる', en: 'saving' },
    'no-saving': { ja: '下がらない', en: 'no saving' },
    undecidable: { ja: '計算できない', en: 'undecidable' },
  },
  causes: {
    missing: { ja: '価格・量・負担割合のどれかがない', en: 'price, quantity or share missing' },
    'other-list': {
      ja: '選定療養のリストにないか、その月のものでない',
      en: 'not on the list of selected care, or the list is of another time',
    },
    'no-generic': { ja: '価格の安い後発医薬品がない', en: 'no generic with a price' },
  },
  reasons: {
    whole_price: { ja: '薬価どおり', en: 'at the full price' },
    surcharge: {
      ja: '特別の料金あり（価格差の{surcharge_percent}%）',
      en: 'with the surcharge ({surcharge_percent}% of the gap)',
    },
    cheaper: { ja: '変えると下がる', en: 'cheaper' },
    not_cheaper: { ja: '変えても下がらない', en: 'not cheaper' },
    no_generic: { ja: '後発医薬品の価格がない', en: 'no generic' },
    missing: { ja: '価格・量・負担割合のどれかがない', en: 'something is missing' },
    other_list: { ja: '選定療養のリストが合わない', en: 'the list of selected care does not fit' },
  },
  unconfirmed: {},
});
