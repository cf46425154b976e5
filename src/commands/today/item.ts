import type { Text } from '#shared/text.ts';
import type { Titles } from '../schedule/title.ts';

/** One thing somebody should know, and what to do about it. `subject` is an id (draft, release, run, file name). */
export type Item = {
  readonly code: string;
  readonly subject?: string;
  readonly text: Text;
  readonly hint: Text | undefined;
};

export function item(code: string, text: Text, hint?: Text, subject?: string): Item {
  return { code, text, hint, ...(subject === undefined ? {} : { subject }) };
}

/** A command line as a hint: the same in every language. */
export function command(line: string): Text {
  return { ja: `kenpo ${line} を実行してください。`, en: `Run kenpo ${line}.` };
}

/** A kind of document with its period: 「医療費通知 2026-06」. */
export function named(titles: Titles, kind: string, period: string): Text {
  const { ja, en } = titles.get(kind) ?? { ja: kind, en: kind };
  return { ja: `${ja} ${period}`.trim(), en: `${en} ${period}`.trim() };
}
