import type { RuleCase } from '#shared/define.ts';

export type Given = RuleCase['given'];

/** Examined on 1 May 2025, interviewed on 10 May, evaluated three months later, nothing changed. */
const course = {
  first_interview_on: '2025-05-10',
  evaluated_on: '2025-08-10',
  waist_cm: 95,
  weight_kg: 100,
  final_waist_cm: 95,
  final_weight_kg: 100,
} as const;

export const intensive: Given = { ...course, support_level: 'intensive' };
export const motivational: Given = { ...course, support_level: 'motivational' };

export const without = (given: Given, ...columns: readonly string[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([column]) => !columns.includes(column)));

/** An intensive course with these values. */
export function is(name: string, given: Given, expect: RuleCase['expect'], on = '2025-05-01'): RuleCase {
  return { name, on, given: { ...intensive, ...given }, expect };
}

/** An intensive course that lacks just these points: one less does not complete it. */
export function points(name: string, given: Given, brought: number): RuleCase {
  const process_points = 180 - brought;
  return is(`${name}: ${brought} points`, { process_points, ...given }, { level: 'completed', points: 180 });
}

export function answers(
  name: string,
  given: Given,
  level: string,
  reasons?: string,
  on = '2025-05-01',
): RuleCase {
  return { name, on, given, expect: { level, ...(reasons === undefined ? {} : { reasons }) } };
}
