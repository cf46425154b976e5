import type { Day, MonthIndex } from './calendar.ts';
import { compactDay, compactMonth, completesAge, eraDay, monthEnd, monthStart } from './calendar.ts';
import type { Unit } from './claims.ts';
import type { Institution } from './institutions.ts';
import { wide } from './institutions.ts';
import type { Person, Span } from './people.ts';
import { blank } from './receipt-lines.ts';

/** 保険者番号 of the sample society: invented, of the kind 06 (組合管掌健康保険). */
export const insurerNumber = '06999991';

/** What makes one receipt differ from the plain one: the quirks and faults a society meets. */
export type Fault =
  | 'wrong_number'
  | 'wrong_birth'
  | 'unknown_code'
  | 'uncoded_disease'
  | 'wrong_total'
  | 'broken_bytes'
  | 'missing_re'
  | 'missing_search_number'
  | 'unreadable_month'
  | 'future_month'
  | 'foreign_insurer'
  | 'correction_without_target';

/** Faults for which a receipt cannot be taken in and goes to quarantine. */
export const quarantineFaults: ReadonlySet<Fault> = new Set<Fault>([
  'missing_re',
  'missing_search_number',
  'unreadable_month',
  'future_month',
  'foreign_insurer',
  'correction_without_target',
]);

/** Faults that leave a receipt without a person. */
export const unlinkableFaults: ReadonlySet<Fault> = new Set<Fault>(['wrong_number', 'wrong_birth']);

/** Who and when: what the head of a receipt says. */
export type Head = {
  readonly person: Person;
  readonly span: Span;
  readonly canary: boolean;
  readonly month: MonthIndex;
  /** Month in which the review body processed the receipt (審査月). */
  readonly processed: MonthIndex;
  readonly serial: number;
  /** 検索番号, the receipt's identity: it stays when the receipt comes again in another version. */
  readonly search: string;
  readonly fault: Fault | undefined;
  /** 公費 programme in addition to the insurance (法別番号), e.g. 21 精神通院, 54 難病. */
  readonly programme: string | undefined;
  readonly correct: boolean;
  /** It was returned and comes again, its eligibility confirmed. */
  readonly isAgain: boolean;
};

/** The written receipt with what it claims and what was decided. */
export type Written = {
  readonly text: string;
  readonly records: number;
  readonly claimedPoints: number;
  readonly decidedPoints: number;
  /** What was decided where a kind is billed in yen (訪問看護, 療養費); else 0. */
  readonly billedYen: number;
  readonly mealYen: number;
  /** 負担金額 of the insurance, where the receipt names it, and of the public programme beside it; yen. */
  readonly shareYen: number | undefined;
  readonly programmeYen: number | undefined;
  /** The unit the review body struck out (査定). */
  readonly struck?: Unit | undefined;
};

/** 医療費 in yen, meals apart. */
export function yenOf(written: Pick<Written, 'decidedPoints' | 'billedYen'>): number {
  return written.decidedPoints * 10 + written.billedYen;
}

/** 検索番号: prefecture 2, fee table 1, processing month GYYMM, serial 9. */
export function searchNumber(institution: Institution, processed: MonthIndex, serial: number): string {
  const era = String(500 + Math.floor(processed / 12) - 2018) + String((processed % 12) + 1).padStart(2, '0');
  return `${institution.prefecture}${institution.table}${era}${String(serial).padStart(9, '0')}`;
}

/** レセプト種別: kind of claim, payers, and who in which care. */
export function receiptType(table: Institution['table'], head: Head, inpatient: boolean): string {
  const payers = head.programme === undefined ? '1' : '2';
  const { birth } = head.person;
  const date = new Date(completesAge(birth, 6) * 86_400_000);
  const schoolYear = date.getUTCFullYear() + (date.getUTCMonth() >= 3 ? 1 : 0);
  const preschool = monthEnd(head.month) <= Date.UTC(schoolYear, 2, 31) / 86_400_000;
  const senior = completesAge(birth, 70) < monthStart(head.month);
  const place = inpatient ? 0 : 1;
  const who = senior ? 7 : preschool ? 3 : head.span.relation === 'insured' ? 1 : 5;
  return `${table}1${payers}${who + place}`;
}

/** 診療年月 as written. */
export function serviceMonth(head: Head): string {
  if (head.fault === 'unreadable_month') return '20249Z';
  return compactMonth(head.fault === 'future_month' ? head.month + 360 : head.month);
}

/** 生年月日 as written by the institution's system. */
export function birthDate(head: Head, institution: Institution): string {
  const day: Day = head.fault === 'wrong_birth' ? head.person.birth - 400 : head.person.birth;
  return institution.eraDates ? eraDay(day) : compactDay(day);
}

/** HO columns 2–4: insurer, symbol, number, in the width of the institution's system. */
export function insuranceCard(head: Head, institution: Institution): string {
  const insurer = head.fault === 'foreign_insurer' ? '  138990' : insurerNumber;
  const number =
    head.fault === 'wrong_number' ? `66${head.span.number.slice(-9).padStart(9, '0')}` : head.span.number;
  const write = institution.wideDigits ? wide : (text: string) => text;
  return `${insurer},${write(head.span.symbol)},${write(number)}`;
}

/** SN: 枝番 is missing where eligibility was not confirmed on line; a receipt that comes again has been checked. */
export function confirmation(head: Head): string {
  if (head.isAgain) return `SN,1,02,${insurerNumber},,,${head.span.branch},,`;
  return head.serial % 10 === 4 ? 'SN,1,03,,,,,,' : `SN,1,01,,,,${head.span.branch},,`;
}

/** What a public programme leaves to the patient: a tenth of the cost, 10,000 yen at most. */
export function programmeShare(points: number): number {
  return Math.min(10_000, points);
}

/** KO of a public programme beside the insurance. */
export function publicPayer(head: Head, days: number, points: number, columns: 10 | 12 | 13): string {
  const holder = head.canary ? '9753001' : String(1_000_000 + (head.serial % 8_999_983));
  const share = programmeShare(points);
  const start = `KO,${head.programme}139900,${holder},,${days},${points}`;
  return columns === 10 ? `${start},,${share},,` : `${start},${share}${blank(columns - 7)}`;
}

/** カルテ番号等, numbers of the institution. */
export function chartNumber(head: Head): string {
  return head.canary ? `9753${head.serial % 10_000}` : String(head.serial % 100_000);
}

/** 請求年月 as the institution's record has it. */
export function claimMonth(head: Head): string {
  return compactMonth(head.processed);
}
