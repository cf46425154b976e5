import { UserError } from '#shared/errors.ts';

/** NOT_FOUND: the list of settings has none for the year. */
export function unknownForm(year: number): UserError {
  return new UserError('NOT_FOUND', {
    ja: `${year}年度の実績報告の様式は登録されていません。何も作っていません。`,
    en: `No form is known of the report of fiscal ${year}. Nothing was made.`,
  });
}

/** NOT_FOUND: nobody was examined in the year. */
export function nobodyExamined(year: number): UserError {
  return new UserError(
    'NOT_FOUND',
    {
      ja: `${year}年度の健診結果がありません。何も作っていません。`,
      en: `There are no checkups of fiscal ${year}. Nothing was made.`,
    },
    {
      hint: {
        ja: '年度を確かめてください。結果を取り込んだあとは kenpo accept（確定）と kenpo build が要ります。',
        en: 'Check the year. Results that were taken in need kenpo accept and kenpo build first.',
      },
    },
  );
}

/** MODEL_FAILED: the tables are older than what is in force. */
export function olderTables(): UserError {
  return new UserError(
    'MODEL_FAILED',
    {
      ja: 'まだ集計の表に入っていない健診か保健指導の結果があります。実績報告は作っていません。',
      en: 'Results of checkups or guidance are not in the tables yet. No report was made.',
    },
    {
      hint: {
        ja: 'kenpo build を実行してから、もう一度行ってください。',
        en: 'Run kenpo build, then try again.',
      },
    },
  );
}
