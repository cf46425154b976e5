import type { Day } from '../calendar.ts';

export type GuidanceLevel = 'intensive' | 'motivational' | 'motivational-equivalent';

/** One support that was given. */
export type Support = {
  readonly kind: 'first-part' | 'first' | 'continued' | 'interim' | 'final';
  readonly day: Day;
  /** 支援形態: 1 individual, 2 individual remote, 3 group, 4 group remote, 5 telephone, 6 e-mail. */
  readonly form: '1' | '2' | '3' | '4' | '5' | '6';
  readonly minutes: number | undefined;
  /** 1 doctor, 2 public health nurse, 3 dietitian, 4 other. */
  readonly performer: '2' | '3';
  /** Process points; first interview and final evaluation have none. */
  readonly points: number | undefined;
};

/** What the final evaluation found. */
export type Outcome = {
  readonly waist: number;
  readonly weight: number;
  /** 0 none, 1 1cm1kg, 2 2cm2kg. */
  readonly waistWeight: 0 | 1 | 2;
  /** 0 not, 1 achieved, 9 no target. */
  readonly diet: 0 | 1 | 9;
  readonly exercise: 0 | 1 | 9;
  readonly rest: 0 | 1 | 9;
  readonly other: 0 | 1 | 9;
  /** 0 not, 1 achieved, 8 does not smoke. */
  readonly smoking: 0 | 1 | 8;
};

/** A course of 特定保健指導 as far as it is known when the ledgers are made. */
export type Course = {
  readonly fiscalYear: number;
  readonly checkupDay: Day;
  readonly level: GuidanceLevel;
  readonly contractor: number;
  readonly firstPart: Support | undefined;
  readonly first: Support;
  /** Continued support and the interim evaluation, by day. */
  readonly supports: readonly Support[];
  readonly final: Support | undefined;
  readonly outcome: Outcome | undefined;
  /** Attempts to reach somebody who could not be evaluated, and the day they were given up. */
  readonly unreachable: { readonly attempts: number; readonly day: Day } | undefined;
  readonly stoppedOn: Day | undefined;
  readonly drugStarted: boolean;
  /** Kilograms and centimetres lost, whether anybody measured them or not. */
  readonly lost: { readonly kg: number; readonly cm: number };
  readonly points: Points;
  readonly isCompleted: boolean;
  /** The report of the first interview was delivered; without it nothing is complete. */
  readonly isStartKnown: boolean;
};

export type Points = { readonly early: number; readonly process: number; readonly outcome: number };

/** 早期実施: 1 on the day of the checkup, 2 within a week of it, 0 later; by the first part where it was split. */
export function earlyCode({
  checkupDay,
  first,
  firstPart,
}: Pick<Course, 'checkupDay' | 'first' | 'firstPart'>): 0 | 1 | 2 {
  const days = (firstPart ?? first).day - checkupDay;
  if (days === 0) return 1;
  return days >= 1 && days <= 7 ? 2 : 0;
}
