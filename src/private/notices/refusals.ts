import { UserError } from '#shared/errors.ts';

/** Some months of the order have no receipts yet. */
export function undelivered(months: number): UserError {
  return new UserError(
    'NOT_FOUND',
    {
      ja: `指定した診療月のうち ${months} か月分のレセプトが、まだ取り込まれていません。通知は作っていません。`,
      en: `The receipts of ${months} of the months asked for were not taken in yet. No notice was made.`,
    },
    {
      hint: {
        ja: '診療月は、その翌月の請求分を取り込むとそろいます。kenpo ingest と kenpo build のあとで行うか、期間を短くしてください。',
        en: 'A month of care is there when the claims of the month after it were taken in. Run kenpo ingest and kenpo build first, or shorten the period.',
      },
    },
  );
}

/** In is not out. */
export function unbalanced(name: string, amounts: readonly string[]): UserError {
  return new UserError(
    'CHECK_FAILED',
    {
      ja: `通知「${name}」の内訳の合計が、もとのレセプトの合計と一致しません。下書きは作っていません。`,
      en: `The parts of the notice "${name}" do not add up to its source. No draft was made.`,
    },
    {
      hint: {
        ja: 'kenpo verify で取り込みと集計を確かめ、直らなければこのメッセージを開発元へ知らせてください。',
        en: 'Check intake and models with kenpo verify; report this message if it stays.',
      },
      data: { amounts },
    },
  );
}

/** The notice cannot be bundled as asked. */
export function unbundled(offered: readonly string[]): UserError {
  return new UserError(
    'USAGE',
    {
      ja: 'この通知は、指定したまとめ方では作れません。',
      en: 'This notice cannot be bundled in that way.',
    },
    {
      hint: {
        ja: `--per には次のどれかを指定してください: ${offered.join('、')}。`,
        en: `Give --per one of: ${offered.join(', ')}.`,
      },
    },
  );
}
