import type { Text } from '#shared/text.ts';

/** `problem`: something will not work or is not safe. `advice`: it works, but somebody should know. */
export type Status = 'ok' | 'advice' | 'problem';

/** One thing looked at, what was found, and how to mend it. */
export type Diagnosis = {
  readonly name: Text;
  readonly status: Status;
  readonly found: Text;
  readonly hint?: Text;
};

export const same = (text: string): Text => ({ ja: text, en: text });

export function fine(name: Text, found: Text = { ja: '問題なし', en: 'fine' }): Diagnosis {
  return { name, status: 'ok', found };
}

export function problem(name: Text, found: Text, hint: Text): Diagnosis {
  return { name, status: 'problem', found, hint };
}

export function advice(name: Text, found: Text, hint: Text): Diagnosis {
  return { name, status: 'advice', found, hint };
}
