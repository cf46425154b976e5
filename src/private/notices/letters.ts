import type { DraftRow } from '../documents/draft.ts';
import { newRowId } from '../documents/random-id.ts';
import type { Row, Value } from '../warehouse.ts';
import type { Notice } from './discover.ts';
import { amountNames } from './select.ts';

/** A line of a letter: columns of the contract; a person is the place among `others` (0: the addressee). */
export type LetterLine = Readonly<Record<string, string | number | boolean | null>>;

/** What the draft keeps of one letter beside its persons. */
export type LetterContent = {
  readonly row: string;
  /** `household` or `own`. */
  readonly sheet: string;
  readonly lines: readonly LetterLine[];
  /** Amount → sum over the lines. */
  readonly totals: Readonly<Record<string, number>>;
};

/** One letter from its items, which have the same addressee and sheet. */
export function letterRow(notice: Notice, items: readonly Row[]): DraftRow & LetterContent {
  const addressee = Number(items[0]!['addressee']);
  const persons = [addressee];
  const place = (person: number) => {
    if (!persons.includes(person)) persons.push(person);
    return persons.indexOf(person);
  };
  const lines = items.map((item) =>
    Object.fromEntries(
      Object.entries(notice.contract.line).map(([name, kind]) => {
        const value = item[name] ?? null;
        return [name, kind === 'person' ? place(Number(value)) : plain(value)] as const;
      }),
    ),
  );
  const sum = (name: string) => items.reduce((total, item) => total + Number(item[name]), 0);
  return {
    row: newRowId(),
    person: addressee,
    others: persons.slice(1),
    sheet: String(items[0]!['sheet']),
    lines,
    totals: Object.fromEntries(amountNames(notice).map((name) => [name, sum(name)])),
  };
}

function plain(value: Value): string | number | boolean | null {
  return value instanceof Date || value instanceof Uint8Array ? null : value;
}
