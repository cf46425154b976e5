import type { MonthIndex } from './calendar.ts';
import { ageAtYearEnd, fiscalYearOf, isoMonth, monthEnd } from './calendar.ts';
import { type Claim, careOf } from './claims.ts';
import { mainDiseaseClassOf } from './disease-class.ts';
import type { Person, Span } from './people.ts';
import { spanOn } from './people.ts';
import type { Tally } from './planted.ts';

/** A receipt that is linked and holds: what was decided, with the order of its 検索番号. */
export type LinkedReceipt = {
  readonly claim: Claim;
  readonly points: number;
  readonly yen: number;
  readonly search: string;
};

export function ageBand(age: number): string {
  const from = Math.floor(age / 5) * 5;
  return from >= 70 ? '70+' : `${two(from)}-${two(from + 4)}`;
}

/** Checkups are for ages up to 74, so their last band ends there. */
export function checkupBand(age: number): string {
  return age >= 70 ? '70-74' : ageBand(age);
}

function ageGroup(age: number): string {
  const from = Math.min(70, Math.floor(age / 10) * 10);
  return from === 70 ? '70+' : `${two(from)}-${two(from + 9)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** What a person is for the whole of a fiscal year: as of the last month with a person-month. */
export type YearOfPerson = {
  readonly fiscalYear: number;
  readonly span: Span;
  readonly sex: 'male' | 'female';
  readonly age: number;
  readonly personMonths: number;
};

/** The person in a fiscal year, within the months of the data; undefined without a person-month. */
export function yearOf(person: Person, fiscalYear: number): YearOfPerson | undefined {
  let last: Span | undefined;
  let personMonths = 0;
  for (let month = fiscalYear * 12 + 3; month < fiscalYear * 12 + 15; month++) {
    const span = spanOn(person, monthEnd(month));
    if (span === undefined) continue;
    personMonths++;
    last = span;
  }
  if (last === undefined) return undefined;
  const sex = person.sex === 'M' ? 'male' : 'female';
  return { fiscalYear, span: last, sex, age: ageAtYearEnd(person.birth, fiscalYear), personMonths };
}

/** Counts membership of a complete fiscal year. */
export function countYear(tally: Tally, year: YearOfPerson): void {
  const { span, sex, age, personMonths } = year;
  const period = String(year.fiscalYear);
  tally.member(year.fiscalYear, span.employer, span.relation === 'insured' && age >= 40 && age <= 74);
  const sums = { person_months: personMonths };
  tally.add('members', period, [sex, ageBand(age), span.relation, String(span.employer)], sums, ['members']);
  tally.add('cost-by-age', period, [ageBand(age), sex], sums, ['members']);
}

/** Counts a month with a person-month. */
export function countMonth(tally: Tally, month: MonthIndex): void {
  tally.add('cost-by-care', isoMonth(month), ['total'], { person_months: 1 }, []);
}

/** Counts the linked receipts of a person and month; `complete` where the whole fiscal year is in the data. */
export function countReceipts(
  tally: Tally,
  person: Person,
  month: MonthIndex,
  receipts: readonly LinkedReceipt[],
  complete: boolean,
): void {
  const sex = person.sex === 'M' ? 'male' : 'female';
  const fiscalYear = fiscalYearOf(month);
  const age = ageAtYearEnd(person.birth, fiscalYear);
  for (const receipt of receipts) {
    const sums = { receipts: 1, yen: receipt.yen };
    tally.add('cost-by-care', isoMonth(month), [careOf(receipt.claim)], sums, ['patients']);
    if (!complete) continue;
    const period = String(fiscalYear);
    tally.add('receipt-linkage', period, ['linked'], sums, []);
    tally.add('cost-by-age', period, [ageBand(age), sex], sums, ['patients']);
    tally.add('disease-cost', period, [diseaseClass(receipt, receipts), sex, ageGroup(age)], sums, [
      'patients',
    ]);
  }
}

/** Counts a receipt that belongs to no covered person, by its month of care in a complete fiscal year. */
export function countUnlinked(tally: Tally, month: MonthIndex, yen: number): void {
  const sums = { receipts: 1, yen };
  tally.add('receipt-linkage', String(fiscalYearOf(month)), ['unlinked'], sums, []);
}

/** A pharmacy follows its prescriber's receipt: care outside hospital, then most points, then the first 検索番号. */
function diseaseClass(receipt: LinkedReceipt, receipts: readonly LinkedReceipt[]): string {
  const { claim } = receipt;
  if (claim.kind !== 'pharmacy') return mainDiseaseClassOf(claim);
  const [best] = receipts
    .filter((other) => other.claim.kind !== 'pharmacy' && other.claim.institution === claim.prescriber)
    .sort(
      (one, other) =>
        Number(careOf(one.claim) === 'inpatient') - Number(careOf(other.claim) === 'inpatient') ||
        other.points - one.points ||
        (one.search < other.search ? -1 : 1),
    );
  return best === undefined ? 'unclassified' : mainDiseaseClassOf(best.claim);
}
