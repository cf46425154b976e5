import { guidanceContractors } from '../institutions.ts';
import type { Course } from './course.ts';

/** Courses by fiscal year of the checkup, number of the contractor and what became of them. */
export type PlantedCourses = Record<string, Record<string, Record<string, number>>>;

/** Counts courses of guidance that can be linked; what is still open may be overdue on the day somebody looks. */
export function createCourseBooks(): {
  readonly add: (course: Course) => void;
  readonly planted: () => PlantedCourses;
} {
  const years: PlantedCourses = {};
  return {
    add(course) {
      const { number } = guidanceContractors[course.contractor]!;
      years[course.fiscalYear] ??= {};
      const contractors = years[course.fiscalYear]!;
      contractors[number] ??= {};
      const status = statusOf(course);
      contractors[number][status] = (contractors[number][status] ?? 0) + 1;
    },
    planted: () => years,
  };
}

function statusOf({ isCompleted, drugStarted, stoppedOn, final }: Course): string {
  if (isCompleted) return 'completed';
  if (drugStarted) return 'excluded';
  if (stoppedOn !== undefined) return 'dropped';
  return final === undefined ? 'open' : 'short';
}
