import { defineNotice } from '#shared/define.ts';

/** 医療費通知: what was paid for care in some months, with the six items of the medical-cost deduction (医療費控除). */
export default defineNotice({
  title: { ja: '医療費通知', en: 'Medical-cost notice' },
  purpose: 'medical-cost-notice',
  classes: ['eligibility', 'receipt', 'consent'],
  addressing: ['address'],
  scope: { ja: '本人または世帯の被保険者', en: 'the person, or the insured person of the household' },
  per: ['household', 'person'],
  outcomes: {
    notified: { ja: '通知にのせる', en: 'in a letter' },
    unlinked: { ja: '加入者に結びつかない', en: 'not linked to a member' },
    'public-only': {
      ja: '公費だけの診療（組合の給付なし）',
      en: 'public programme only, nothing paid by the society',
    },
    unrated: { ja: '負担割合が決められない', en: 'the share of the patient cannot be told' },
    'non-disclosure': { ja: '不開示の申し出', en: 'not to be disclosed' },
    'opted-out': { ja: '通知不要の申し出', en: 'wants no letters' },
    deceased: { ja: '死亡', en: 'deceased' },
    left: { ja: '資格喪失', en: 'no longer covered' },
    'household-non-disclosure': {
      ja: '世帯の被保険者が不開示',
      en: 'the insured person of the household is not to be disclosed',
    },
    'household-opted-out': {
      ja: '世帯の被保険者が通知不要',
      en: 'the insured person of the household wants no letters',
    },
    'household-left': {
      ja: '世帯の被保険者が資格喪失・死亡',
      en: 'the insured person of the household is dead or no longer covered',
    },
  },
  amounts: {
    yen: { title: { ja: '医療費（食事を除く）', en: 'Medical cost without meals' }, conserved: true },
    meal_yen: { title: { ja: '食事・生活療養の費用', en: 'Meals in hospital' }, conserved: true },
    paid_yen: { title: { ja: '支払った額（食事を除く）', en: 'Paid by the patient without meals' } },
    meal_paid_yen: { title: { ja: '食事・生活療養で支払った額', en: 'Paid by the patient for meals' } },
  },
  line: {
    patient: 'person',
    month: 'month',
    institution: 'text',
    is_named: 'flag',
    care: 'text',
    days: 'count',
    yen: 'yen',
    paid_yen: 'yen',
    meal_count: 'count',
    meal_yen: 'yen',
    meal_paid_yen: 'yen',
    is_limited: 'flag',
    has_programme: 'flag',
    is_reviewed: 'flag',
    is_meal_estimated: 'flag',
  },
  rules: ['benefit-rate', 'meal-share', 'public-share', 'sensitive-care'],
});
