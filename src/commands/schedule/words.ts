import { type Occurrence, periodText } from '#office/schedule/calendar.ts';
import { errorAsJson } from '#shared/cli/report.ts';
import { UserError } from '#shared/errors.ts';
import type { Language, Text } from '#shared/text.ts';
import { padEnd } from '#shared/width.ts';
import type { RunResult } from './run-due.ts';
import type { Titles } from './title.ts';

/** One run as `--json` shows it. */
export function runAsJson({ key, on, until, task, period }: Occurrence, titles: Titles, language: Language) {
  return {
    ...{ on, task: task.task, period: periodText(period), per: task.per ?? null },
    ...{ id: task.id, key, until, title: titles.get(task.task)?.[language] ?? task.task },
  };
}

/** How a run ended, as `--json` shows it. A defect is named, never explained: its message might quote data. */
export function resultAsJson({ run, made, error }: RunResult, titles: Titles, language: Language) {
  const state = error === undefined ? 'done' : error instanceof UserError ? 'refused' : 'failed';
  return {
    ...runAsJson(run, titles, language),
    state,
    made,
    ...(error instanceof UserError ? { error: errorAsJson(error, language) } : {}),
  };
}

/** The calendar of a year, one run a line. */
export function calendarText(
  year: number,
  runs: readonly Occurrence[],
  titles: Titles,
  language: Language,
): string {
  const nothing = {
    ja: `${year}年の予定はありません。society.toml の [[schedule]] に書けます（docs/schedule.md）。`,
    en: `Nothing is planned for ${year}. Write it in society.toml as [[schedule]] (docs/schedule.md).`,
  };
  const title = {
    ja: `${year}年の予定（${runs.length} 回。見るだけで、何もしていません）`,
    en: `${year}: ${runs.length} runs (shown only; nothing was done)`,
  };
  if (runs.length === 0) return `${nothing[language]}\n`;
  return `${[title[language], ...runs.map((run) => line(run, titles, language))].join('\n')}\n`;
}

/** What was done on a day, and what waits for a person now. */
export function resultsText(
  day: string,
  results: readonly RunResult[],
  titles: Titles,
  language: Language,
): string {
  const nothing = {
    ja: `${day} までに期日の来た仕事は、すべて済んでいます。`,
    en: `Everything due until ${day} is done.`,
  };
  if (results.length === 0) return `${nothing[language]}\n`;
  const lines = results.map(({ run, made, error }) => {
    const end =
      error === undefined
        ? `${next(run)[language]}: ${made.join(', ')}`
        : stopped(error, day > run.until)[language];
    return `${error === undefined ? '○' : '×'} ${line(run, titles, language)}  ${end}`;
  });
  return `${lines.join('\n')}\n`;
}

function line({ on, task, period }: Occurrence, titles: Titles, language: Language): string {
  const title = titles.get(task.task)?.[language] ?? task.task;
  return `${on}  ${padEnd(title, 38)}  ${padEnd(periodText(period), 15)}`.trimEnd();
}

function next({ task }: Occurrence): Text {
  if (task.kind === 'report') return { ja: '作成しました', en: 'made' };
  if (task.kind === 'release')
    return { ja: '候補を作成（kenpo approve 待ち）', en: 'candidate, waits for kenpo approve' };
  return { ja: '下書きを作成（kenpo confirm 待ち）', en: 'draft, waits for kenpo confirm' };
}

function stopped(error: unknown, isLast: boolean): Text {
  if (error instanceof UserError && isLast)
    return {
      ja: `できませんでした（${error.code}）。期限を過ぎたので、予定からはもう行いません。`,
      en: `Refused (${error.code}). Its days are over; the schedule will not try again.`,
    };
  if (error instanceof UserError)
    return {
      ja: `できませんでした（${error.code}）。上の説明のとおりに直すと、次の実行でやり直します。`,
      en: `Refused (${error.code}). Mend it as said above; the next run tries again.`,
    };
  return {
    ja: '不具合で止まりました。次の実行でやり直します。',
    en: 'Stopped by a defect; the next run tries again.',
  };
}
