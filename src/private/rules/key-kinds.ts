import { isDate } from '#shared/month.ts';
import type { Text } from '#shared/text.ts';

/** What one person's values come to, by column of a rule's input; what is not known is not there. */
export type Columns = Readonly<Record<string, string | number | boolean>>;

/** One key a person may have in `kenpo rule`. */
export type PersonKey = {
  /** Columns of `input.people` that it fills. */
  readonly columns: readonly string[];
  /** What its value must be, to end the sentence 「… にしてください」. */
  readonly expects: Text;
  /** Undefined where the value is something else. */
  readonly read: (value: unknown) => Columns | undefined;
};

/** A number, ends included; a whole one where it says so. */
export function number(column: string, from: number, to: number, whole?: 'whole'): PersonKey {
  return {
    columns: [column],
    expects: {
      ja: `${from} から ${to} までの${whole ? '整数' : '数'}`,
      en: `a ${whole ? 'whole ' : ''}number from ${from} to ${to}`,
    },
    read: (value) => {
      const fits = typeof value === 'number' && value >= from && value <= to;
      return fits && (!whole || Number.isInteger(value)) ? { [column]: value } : undefined;
    },
  };
}

/** true or false. */
export function flag(column: string): PersonKey {
  return {
    columns: [column],
    expects: { ja: 'true か false', en: 'true or false' },
    read: (value) => (typeof value === 'boolean' ? { [column]: value } : undefined),
  };
}

/** One of some words, as the code of the column. */
export function choice(column: string, codes: Readonly<Record<string, string | number>>): PersonKey {
  const shown = Object.keys(codes).map((code) => `"${code}"`);
  return {
    columns: [column],
    expects: { ja: `${shown.join('・')} のどれか`, en: `one of ${shown.join(', ')}` },
    read: (value) => {
      const code = typeof value === 'string' && Object.hasOwn(codes, value) ? codes[value] : undefined;
      return code === undefined ? undefined : { [column]: code };
    },
  };
}

/** A day `YYYY-MM-DD`, as days since 1 January 1970. */
export function day(column: string): PersonKey {
  return {
    columns: [column],
    expects: { ja: '"2025-06-01" の形の日付', en: 'a day such as "2025-06-01"' },
    read: (value) =>
      typeof value === 'string' && isDate(value) ? { [column]: Date.parse(value) / 86_400_000 } : undefined,
  };
}
