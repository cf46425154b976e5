import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: { ja: '継続的支援1回のポイント', en: 'points of one support in intensive guidance' },
  source: {
    ja: '標準的な健診・保健指導プログラム（令和6年度版・平成30年度版）の継続的支援のポイント（プロセス評価）',
    en: 'national programme of checkups and guidance (editions of fiscal 2024 and 2018), process points',
  },
  input: {
    /** individual, group, telephone, mail (e-mail, chat: one round trip); in person or remote. */
    form: 'text',
    minutes: 'integer',
  },
  parameters: {
    individual_min_minutes: 'integer',
    /** Points are for each full unit of so many minutes; empty: for the support as a whole. */
    individual_unit_minutes: 'integer',
    individual_points: 'integer',
    individual_max_points: 'integer',
    group_min_minutes: 'integer',
    group_unit_minutes: 'integer',
    group_points: 'integer',
    group_max_points: 'integer',
    telephone_min_minutes: 'integer',
    telephone_unit_minutes: 'integer',
    telephone_points: 'integer',
    telephone_max_points: 'integer',
    mail_points: 'integer',
  },
  levels: {
    counted: { ja: 'ポイントになる', en: 'counted' },
    short: { ja: '時間が足りない', en: 'too short' },
    undecidable: { ja: '判定不能', en: 'undecidable' },
  },
  causes: { missing: { ja: '判定に必要な値がない', en: 'a value needed is missing' } },
  reasons: {
    individual: {
      ja: '個別支援（{individual_min_minutes}分以上）',
      en: 'individual support (≥{individual_min_minutes} minutes)',
    },
    group: {
      ja: 'グループ支援（{group_min_minutes}分以上）',
      en: 'group support (≥{group_min_minutes} minutes)',
    },
    telephone: {
      ja: '電話支援（{telephone_min_minutes}分以上）',
      en: 'support by telephone (≥{telephone_min_minutes} minutes)',
    },
    mail: { ja: '電子メール・チャット等の支援（1往復）', en: 'support by e-mail or chat (one round trip)' },
    too_short: { ja: '最低の時間に足りない', en: 'below the least number of minutes' },
    at_most: { ja: '1回の上限のポイント', en: 'the most points of one support' },
    missing_minutes: { ja: '実施時間がない', en: 'minutes missing' },
    missing_form: { ja: '支援形態がない', en: 'form of support missing' },
  },
  unconfirmed: {
    individual_min_minutes: {
      ja: '個別支援は10分以上を1回とします（第4期の最低時間は公的な資料では未確認です。第3期の時間を使います）',
      en: 'individual support counts from 10 minutes (that of the third period; the fourth was not confirmed)',
    },
    group_min_minutes: {
      ja: 'グループ支援は40分以上を1回とします（同上）',
      en: 'group support counts from 40 minutes (likewise)',
    },
    telephone_min_minutes: {
      ja: '電話支援は5分以上を1回とします（同上）',
      en: 'support by telephone counts from 5 minutes (likewise)',
    },
    individual_points: {
      ja: '第4期は1回70ポイント。第3期は時間に応じたポイント（個別5分20、グループ10分10、電話5分15、メール1往復40、上限120・120・60）とします。公的な資料では未確認です。励ましの支援（支援B）は区別していません',
      en: 'fourth period 70 a support; third period: points by minutes (individual 20 per 5, group 10 per 10, telephone 15 per 5, mail 40; at most 120, 120, 60), not confirmed; supports of kind B are not told apart',
    },
  },
});
