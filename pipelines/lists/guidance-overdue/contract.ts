import { defineList } from '#shared/define.ts';

export default defineList({
  title: { ja: '特定保健指導 実績評価の遅れ', en: 'health guidance without its final evaluation' },
  purpose: 'guidance-recommendation',
  classes: ['eligibility', 'checkup', 'guidance', 'consent'],
  addressing: ['address'],
  scope: { ja: '特定保健指導の担当者', en: 'staff in charge of specific health guidance' },
  handledMonths: 6,
  rule: 'guidance-completion',
  listed: ['incomplete', 'undecidable'],
  exclusions: {
    dead: { ja: '死亡による資格喪失', en: 'died' },
    'lost-cover': { ja: '基準日に資格がない', en: 'not covered on the day' },
    'non-disclosure': { ja: '不開示の申出がある', en: 'must not be disclosed' },
    'opted-out': { ja: '通知不要の申出がある', en: 'wants no letters' },
    'guidance-excluded': { ja: '保健指導の対象外の届出がある', en: 'not to be invited to guidance' },
  },
  note: {
    ja: '初回面接から society.toml の guidance.overdue_months か月を過ぎても実績評価の記録がない人。支援は継続的支援と中間評価の回数、ポイントはその合計（積極的支援は早期実施と成果を加えて180以上で終了）。',
    en: 'No final evaluation though guidance.overdue_months of society.toml have passed since the first interview. Supports are continued support and interim evaluations; points are theirs.',
  },
  columns: {
    support_level: {
      title: { ja: '区分', en: 'level' },
      words: {
        intensive: { ja: '積極的', en: 'intensive' },
        motivational: { ja: '動機付け', en: 'motivational' },
        'motivational-equivalent': { ja: '動機付け相当', en: 'like motivational' },
      },
    },
    contractor: { title: { ja: '保健指導機関', en: 'contractor' } },
    first_interview_on: { title: { ja: '初回面接', en: 'first interview' } },
    last_document_on: { title: { ja: '最後の\n記録', en: 'last record' } },
    supports_given: { title: { ja: '支援\n（回）', en: 'supports' }, decimals: 0 },
    process_points: { title: { ja: '支援の\nポイント', en: 'points' }, decimals: 0 },
  },
});
