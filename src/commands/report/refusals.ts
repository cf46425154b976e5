import { UserError } from '#shared/errors.ts';

/** NOT_FOUND: the release holds no reporting unit in that year. */
export function unknownPeriod(period: string, periods: readonly string[]): UserError {
  return new UserError(
    'NOT_FOUND',
    {
      ja: `いまの公開版に${period}年度の値がありません。何も作っていません。`,
      en: `The current release has no figures of fiscal ${period}. Nothing was made.`,
    },
    {
      hint: {
        ja: `作れる年度: ${periods.join('、') || 'なし'}。年度の12か月がすべて公開されると作れます。`,
        en: `Fiscal years it has: ${periods.join(', ') || 'none'}. A year can be reported once all its months are published.`,
      },
    },
  );
}

/** NOT_FOUND: no reporting unit of this code in that year. */
export function unknownUnit(period: string): UserError {
  return new UserError(
    'NOT_FOUND',
    {
      ja: `${period}年度に、その番号の集計単位はありません。何も作っていません。`,
      en: `There is no reporting unit of this code in fiscal ${period}. Nothing was made.`,
    },
    {
      hint: {
        ja: '小さな事業所は、グループか「その他の事業所」にまとめています。--all なら全部作ります。',
        en: 'Small employers are pooled. --all makes every report.',
      },
    },
  );
}

export function usage(): UserError {
  return new UserError(
    'USAGE',
    {
      ja: 'レポートの種類・年度・集計単位のどれかが正しくありません。何も作っていません。',
      en: 'The kind of report, the fiscal year or the reporting unit is not right. Nothing was made.',
    },
    {
      hint: {
        ja: '例: kenpo report employer --period 2025 --all（1つだけなら --unit 番号）、kenpo report statutory --year 2025（提出先は --receiver 8桁）',
        en: 'Examples: kenpo report employer --period 2025 --all (or --unit CODE for one), kenpo report statutory --year 2025 (--receiver takes 8 digits)',
      },
    },
  );
}
