import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: {
    ja: '特定健診の対象者（分母・分子・評価対象者）',
    en: 'target population of checkups and how it counts',
  },
  source: {
    ja: '高齢者の医療の確保に関する法律 第20条、特定健康診査及び特定保健指導の実施に関する基準、実施基準第1条第1項の厚生労働大臣が定める者',
    en: 'law on medical care for the elderly, article 20; ordinance and notice on specific checkups',
  },
  input: {
    /** Age at the end of the fiscal year (年度末年齢). */
    age: 'integer',
    /** On 1 April, and on every day of the fiscal year. */
    enrolled_first_day: 'boolean',
    enrolled_whole_year: 'boolean',
    /** pregnancy, hospital, facility, prison, abroad, domicile or other; nothing where there is none. */
    exclusion: 'text',
    is_examined: 'boolean',
    has_required_items: 'boolean',
    /** Both 階層化 and メタボリックシンドローム判定 were possible. */
    is_classified: 'boolean',
  },
  parameters: {
    age_from: 'integer',
    age_to: 'integer',
    /** Who reaches this age in the year is a target until the birthday, and in no rate. */
    age_turning: 'integer',
    /** Whether 評価対象者 must have every required item. */
    assessed_needs_all_items: 'boolean',
  },
  levels: {
    denominator: { ja: '対象者（実施率の分母）', en: 'target, in the denominator' },
    target: { ja: '対象者（年度途中の異動などで分母に入らない）', en: 'target, not in the denominator' },
    excluded: { ja: '除外', en: 'excluded' },
    outside: { ja: '対象外', en: 'not a target' },
    undecidable: { ja: '判定不能', en: 'undecidable' },
  },
  causes: {
    outside: { ja: '年齢または4月1日の資格で対象外', en: 'outside by age or enrolment on 1 April' },
    exclusion: { ja: '除外事由がある', en: 'a reason of exclusion' },
    missing: { ja: '年齢か資格期間が分からない', en: 'age or enrolment unknown' },
  },
  reasons: {
    age_outside: {
      ja: '年度末の年齢が{age_from}〜{age_turning}歳でない',
      en: 'not aged {age_from}–{age_turning} at the end of the year',
    },
    joined_later: { ja: '4月1日に資格がない', en: 'not enrolled on 1 April' },
    exclusion_pregnancy: { ja: '妊娠・出産', en: 'pregnancy or childbirth' },
    exclusion_hospital: { ja: '6か月以上の継続入院', en: 'in hospital for six months or more' },
    exclusion_facility: { ja: '施設への入所', en: 'resident of a listed facility' },
    exclusion_prison: { ja: '刑事施設等への収容', en: 'in a penal institution' },
    exclusion_abroad: { ja: '海外に在住', en: 'living abroad' },
    exclusion_domicile: { ja: '国内に住所がない', en: 'no domicile in Japan' },
    exclusion_other: { ja: 'その他の除外事由', en: 'another reason of exclusion' },
    turns_75: { ja: '年度内に{age_turning}歳になる', en: 'turns {age_turning} in the year' },
    left_early: { ja: '年度の途中で資格を失った期間がある', en: 'not enrolled all year' },
    whole_year: { ja: '年度を通じて加入', en: 'enrolled all year' },
    not_examined: { ja: '未受診', en: 'not examined' },
    all_items: { ja: '必須項目がそろっている', en: 'every required item' },
    items_missing: { ja: '必須項目に不足がある', en: 'a required item is missing' },
    classified: {
      ja: '不足があっても階層化できるため評価対象',
      en: 'assessed: can be classed in spite of it',
    },
    missing_age: { ja: '年齢がない', en: 'age missing' },
    missing_enrolment: { ja: '資格期間が分からない', en: 'enrolment unknown' },
  },
  unconfirmed: {
    assessed_needs_all_items: {
      ja: '必須項目が欠けていても階層化できた人は評価対象者に含めます（確かめた資料は1つだけです）',
      en: 'who can be classed in spite of missing items is assessed (found in one source only)',
    },
  },
});
