import { monthsLater } from '../calendar.ts';
import { type Course, earlyCode, type Outcome, type Points, type Support } from './course.ts';

type Judged = Pick<
  Course,
  | 'fiscalYear'
  | 'checkupDay'
  | 'first'
  | 'firstPart'
  | 'supports'
  | 'final'
  | 'outcome'
  | 'unreachable'
  | 'level'
>;

/** Process points of one support, by the year of the checkup: since fiscal 2024 by its form, before by minutes too. */
export function supportPoints(form: Support['form'], minutes: number, fiscalYear: number): number {
  if (fiscalYear >= 2024) return form <= '4' ? 70 : 30;
  if (form === '6') return 40;
  if (form === '5') return Math.min(60, Math.floor(minutes / 5) * 15);
  return form <= '2'
    ? Math.min(120, Math.floor(minutes / 5) * 20)
    : Math.min(120, Math.floor(minutes / 10) * 10);
}

/** 早期実施, プロセス and アウトカム points of a course; before fiscal 2024 process points alone counted. */
export function pointsOf(course: Judged): Points {
  const process = course.supports.reduce((sum, { points = 0 }) => sum + points, 0);
  if (course.fiscalYear < 2024) return { early: 0, process, outcome: 0 };
  return {
    early: { 0: 0, 1: 20, 2: 10 }[earlyCode(course)],
    process,
    outcome: course.outcome === undefined ? 0 : outcomePoints(course.outcome),
  };
}

function outcomePoints({ waistWeight, diet, exercise, rest, other, smoking }: Outcome): number {
  const habits = [diet, exercise, rest, other].filter((one) => one === 1).length;
  return { 0: 0, 1: 20, 2: 180 }[waistWeight] + habits * 20 + (smoking === 1 ? 30 : 0);
}

/** 終了: an evaluation three months on (or two attempts at it), of intensive support 180 points besides. */
export function isCompleted(course: Judged, points: Points): boolean {
  const isEvaluated =
    (course.final !== undefined && course.final.day >= monthsLater(course.first.day, 3)) ||
    (course.unreachable?.attempts ?? 0) >= 2;
  const total = points.early + points.process + points.outcome;
  return isEvaluated && (course.level !== 'intensive' || total >= 180);
}
