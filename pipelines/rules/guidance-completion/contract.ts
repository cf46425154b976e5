import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: { ja: '特定保健指導の終了判定', en: 'completion of specific health guidance' },
  source: {
    ja: '標準的な健診・保健指導プログラム（令和6年度版・平成30年度版）、高齢者の医療の確保に関する法律による実施基準',
    en: 'national programme of checkups and guidance (editions of fiscal 2024 and 2018)',
  },
  input: {
    /** intensive, motivational, motivational-equivalent (動機付け支援相当). */
    support_level: 'text',
    /** Day on which the first interview was complete and the plan was made. */
    first_interview_on: 'date',
    /** First part of a split first interview (分割実施); empty where it was not split. */
    first_part_on: 'date',
    /** Day of the final evaluation (実績評価). */
    evaluated_on: 'date',
    /** At the checkup. */
    waist_cm: 'double',
    weight_kg: 'double',
    /** At the final evaluation. */
    final_waist_cm: 'double',
    final_weight_kg: 'double',
    /** Result as the contractor gives it (0, 1: 1cm1kg, 2: 2cm2kg); used where a value is missing. */
    said_waist_weight: 'smallint',
    /** Habits that were changed. */
    diet: 'boolean',
    exercise: 'boolean',
    rest: 'boolean',
    other_habit: 'boolean',
    smoking_stopped: 'boolean',
    process_points: 'integer',
    /** Attempts to reach the person for the final evaluation. */
    attempts: 'smallint',
    stopped: 'boolean',
    /** Medicine for pressure, glucose or lipids was begun after guidance had begun. */
    drug_started: 'boolean',
  },
  parameters: {
    min_months: 'integer',
    needs_values: 'boolean',
    min_attempts: 'integer',
    min_points: 'integer',
    same_day_points: 'integer',
    week_points: 'integer',
    week_days: 'integer',
    split_counts_early: 'boolean',
    large_cm: 'double',
    large_kg: 'double',
    large_points: 'integer',
    /** So much of the weight at the checkup (kg), and as many cm, count like the large result; empty: not known. */
    weight_share: 'double',
    small_cm: 'double',
    small_kg: 'double',
    small_points: 'integer',
    habit_points: 'integer',
    smoking_points: 'integer',
  },
  levels: {
    completed: { ja: '終了', en: 'completed' },
    incomplete: { ja: '未終了', en: 'not completed' },
    dropped: { ja: '途中終了（脱落）', en: 'dropped out' },
    excluded: { ja: '対象外', en: 'excluded' },
    undecidable: { ja: '判定不能', en: 'undecidable' },
  },
  causes: {
    medicine: { ja: '保健指導の開始後に服薬を開始', en: 'medicine begun after guidance had begun' },
    missing: { ja: '判定に必要な値がない', en: 'a value needed is missing' },
  },
  reasons: {
    same_day: {
      ja: '健診当日の初回面接（{same_day_points}）',
      en: 'first interview on the day of the checkup ({same_day_points})',
    },
    within_week: {
      ja: '健診後{week_days}日以内の初回面接（{week_points}）',
      en: 'first interview within {week_days} days ({week_points})',
    },
    process: { ja: '継続的支援（プロセス評価）', en: 'continued support (process points)' },
    large_loss: {
      ja: '腹囲{large_cm}cm・体重{large_kg}kg以上の減少（{large_points}）',
      en: 'waist −{large_cm} cm and weight −{large_kg} kg ({large_points})',
    },
    share_loss: {
      ja: '健診時体重の{weight_share}倍（kg）以上の体重と、同じ数値（cm）以上の腹囲の減少（{large_points}）',
      en: 'weight −{weight_share} of that at the checkup (kg), waist by as many cm ({large_points})',
    },
    small_loss: {
      ja: '腹囲{small_cm}cm・体重{small_kg}kg以上の減少（{small_points}）',
      en: 'waist −{small_cm} cm and weight −{small_kg} kg ({small_points})',
    },
    said_loss: {
      ja: '腹囲・体重の改善は届いた判定による（測定値がない）',
      en: 'result of waist and weight as delivered (values missing)',
    },
    diet: { ja: '食習慣の改善（{habit_points}）', en: 'diet changed ({habit_points})' },
    exercise: { ja: '運動習慣の改善（{habit_points}）', en: 'exercise changed ({habit_points})' },
    rest: { ja: '休養習慣の改善（{habit_points}）', en: 'rest changed ({habit_points})' },
    other_habit: {
      ja: 'その他の生活習慣の改善（{habit_points}）',
      en: 'another habit changed ({habit_points})',
    },
    smoking_stopped: { ja: '禁煙（{smoking_points}）', en: 'stopped smoking ({smoking_points})' },
    evaluated: { ja: '初回面接と実績評価を実施', en: 'first interview and final evaluation held' },
    unreachable: {
      ja: '実績評価ができず、確認を{min_attempts}回以上実施',
      en: 'no final evaluation, with at least {min_attempts} attempts on record',
    },
    no_first_interview: { ja: '初回面接がない', en: 'no first interview' },
    no_evaluation: { ja: '実績評価がない', en: 'no final evaluation' },
    evaluated_early: {
      ja: '実績評価が初回面接から{min_months}か月たっていない',
      en: 'final evaluation less than {min_months} months after the first interview',
    },
    no_final_values: {
      ja: '実績評価に腹囲と体重がそろっていない',
      en: 'waist and weight missing in the final evaluation',
    },
    points_short: { ja: '合計が{min_points}ポイントに足りない', en: 'fewer than {min_points} points' },
    stopped: { ja: '途中で終了', en: 'stopped' },
    drug_started: { ja: '保健指導の開始後に服薬を開始', en: 'medicine begun after guidance had begun' },
    missing_level: { ja: '支援の区分がない', en: 'level of guidance missing' },
    missing_loss: { ja: '腹囲・体重の変化が分からない', en: 'change of waist and weight not known' },
  },
  unconfirmed: {
    min_months: {
      ja: '実績評価は初回面接（行動計画の策定）の日から3か月後の同じ日からとします（93日後とする例もあります）',
      en: 'the final evaluation counts from the same day three months on (some count 93 days)',
    },
    min_attempts: {
      ja: '連絡がつかない人は、確認の記録が2回以上あれば終了とします（回数は公的な資料では未確認です）',
      en: 'who cannot be reached counts as completed from two attempts on (the number was not confirmed)',
    },
    split_counts_early: {
      ja: '分割した初回面接は、1回目の日で早期実施を判定します（公的な資料では未確認です）',
      en: 'of a split first interview the first part decides whether it was early (not confirmed)',
    },
    weight_share: {
      ja: '体重の0.024倍の減少を2cm2kgと同じに扱い、端数は丸めません（公的な資料では未確認です）',
      en: 'a loss of 0.024 of the weight counts like 2 cm and 2 kg, without rounding (not confirmed)',
    },
    week_days: {
      ja: '1週間以内は、健診日を0日として7日目までとします（確かめた資料は1つだけです）',
      en: 'within one week means until day 7, the checkup being day 0 (found in one source only)',
    },
  },
});
