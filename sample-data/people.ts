import { type Day, dayOf } from './calendar.ts';

/** A stretch of cover with one symbol, number, branch, employer and relation (one row of the ledger). */
export type Span = {
  readonly from: Day;
  /** First day without cover (喪失日); undefined while covered. */
  to: Day | undefined;
  readonly employer: number;
  readonly symbol: string;
  readonly number: string;
  readonly branch: string;
  readonly relation: 'insured' | 'dependant';
  /** 喪失理由: 1 left, 2 died, 3 no longer dependant, 4 changed employer or number, 5 turned 75, 9 other. */
  reason: '' | '1' | '2' | '3' | '4' | '5' | '9';
};

export type Person = {
  /** Key of the person's own random streams. */
  readonly key: readonly number[];
  readonly memberId: string;
  readonly sex: 'M' | 'F';
  readonly birth: Day;
  /** Kanji, one full-width space between family and given name. */
  readonly name: string;
  /** Full-width katakana with a space. */
  readonly kana: string;
  readonly role: 'insured' | 'spouse' | 'child' | 'parent';
  readonly spans: Span[];
};

export type Household = {
  readonly key: readonly number[];
  readonly canary: boolean;
  readonly address: { readonly postal: string; readonly text: string };
  /** The insured person first. */
  readonly people: readonly Person[];
};

/** The span that covers a day. */
export function spanOn(person: Person, day: Day): Span | undefined {
  return person.spans.find((span) => span.from <= day && (span.to === undefined || day < span.to));
}

/** The span covering the last covered day within [from, to]. */
export function lastSpanWithin(person: Person, from: Day, to: Day): { span: Span; lastDay: Day } | undefined {
  let best: { span: Span; lastDay: Day } | undefined;
  for (const span of person.spans) {
    const lastDay = Math.min(to, span.to === undefined ? to : span.to - 1);
    if (lastDay < from || span.from > lastDay) continue;
    if (best === undefined || lastDay > best.lastDay) best = { span, lastDay };
  }
  return best;
}

/** Covered on every day of a fiscal year. */
export function wholeYear(person: Person, fiscalYear: number): boolean {
  const end = dayOf(fiscalYear + 1, 4, 1);
  let day = dayOf(fiscalYear, 4, 1);
  while (day < end) {
    const span = spanOn(person, day);
    if (span === undefined) return false;
    day = span.to ?? end;
  }
  return true;
}
