import type { Text } from '#shared/text.ts';

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
