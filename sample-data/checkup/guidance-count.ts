import { checkupBand } from '../count.ts';
import type { Course } from '../guidance/course.ts';
import type { Tally } from '../planted.ts';
import type { Counted } from './count.ts';
import type { CheckupYear } from './life.ts';

/** Whether a year makes somebody due for guidance: by level, and no drug begun since (unless guidance was completed). */
export function dueLevel(year: CheckupYear | undefined): 'intensive' | 'motivational' | undefined {
  const level = year?.ofYear?.judged.level;
  if (level !== 'intensive' && level !== 'motivational') return undefined;
  return year?.course?.drugStarted ? undefined : level;
}

/** Counts levels, who came to guidance and what it brought, among the assessed. */
export function countGuidance(tally: Tally, { year, now, isAssessed }: Counted): void {
  const judged = now?.ofYear?.judged;
  if (judged === undefined || !isAssessed) return;
  if (judged.level === 'undecidable' || judged.metabolic === 'undecidable') return;
  const { sex, age, span, fiscalYear } = year;
  const period = String(fiscalYear);
  const due = dueLevel(now);
  const fell = judged.level === 'intensive' || judged.level === 'motivational';
  const level = due ?? (fell ? 'excluded' : judged.level);
  const isAtRisk = judged.metabolic === 'present' || judged.metabolic === 'borderline';
  const need = due ? 'due' : 'not-due';
  const at = [level, need, sex, checkupBand(age), judged.metabolic, isAtRisk ? 'risk' : 'none'];
  tally.add('guidance-levels', period, at, {}, ['assessed']);
  tally.add('health-level', period, [String(span.employer)], {}, due ? ['assessed', 'due'] : ['assessed']);
  if (due === undefined) return;
  const course = now?.course;
  const stages = [
    'due',
    ...(course?.isStartKnown ? ['interviewed'] : []),
    ...(course?.isCompleted ? ['completed'] : []),
  ];
  tally.add('guidance-pipeline', period, [due], {}, stages);
  const place = [sex, span.relation, String(span.employer)];
  tally.add('guidance-rate', period, place, {}, course?.isCompleted ? ['due', 'completed'] : ['due']);
  if (!course?.isCompleted || fiscalYear < 2024) return;
  for (const outcome of outcomesOf(course))
    tally.add('guidance-outcomes', period, [outcome], {}, ['completed']);
}

/** What the evaluation found, `none` where it found nothing. */
function outcomesOf({ outcome }: Course): string[] {
  const found = [
    ...(outcome?.waistWeight === 2 ? ['waist-weight-2'] : []),
    ...(outcome?.waistWeight === 1 ? ['waist-weight-1'] : []),
    ...(['diet', 'exercise', 'smoking', 'rest', 'other'] as const).filter((habit) => outcome?.[habit] === 1),
  ];
  return found.length === 0 ? ['none'] : found;
}
