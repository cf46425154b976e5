import { type Columns, choice, day, flag, number, type PersonKey } from './key-kinds.ts';

const levels = {
  intensive: 'intensive',
  motivational: 'motivational',
  'motivational-equivalent': 'motivational-equivalent',
};

/** Habits of a final evaluation → column. */
const habits: Readonly<Record<string, string>> = {
  diet: 'diet',
  exercise: 'exercise',
  rest: 'rest',
  other: 'other_habit',
  smoking: 'smoking_stopped',
};

/**
 * Keys of a course of guidance (特定保健指導) in `kenpo rule`; waist and weight of the checkup are those of every person.
 */
export const guidanceKeys: Readonly<Record<string, PersonKey>> = {
  supportLevel: choice('support_level', levels),
  firstInterviewOn: day('first_interview_on'),
  firstPartOn: day('first_part_on'),
  evaluatedOn: day('evaluated_on'),
  finalWaist: number('final_waist_cm', 30, 300),
  finalWeight: number('final_weight_kg', 10, 400),
  saidWaistWeight: number('said_waist_weight', 0, 2, 'whole'),
  improved: {
    columns: Object.values(habits),
    expects: {
      ja: '{"diet":…,"exercise":…,"rest":…,"other":…,"smoking":…} の形で、値は true か false（分からないものは書かない）',
      en: 'an object such as {"diet":…,"exercise":…,"rest":…,"other":…,"smoking":…} with true or false, leaving out what is not known',
    },
    read: readHabits,
  },
  processPoints: number('process_points', 0, 10000, 'whole'),
  attempts: number('attempts', 0, 100, 'whole'),
  stopped: flag('stopped'),
  drugStarted: flag('drug_started'),
  supportForm: choice('form', {
    individual: 'individual',
    group: 'group',
    telephone: 'telephone',
    mail: 'mail',
  }),
  minutes: number('minutes', 0, 1440, 'whole'),
  lastLevel: choice('last_level', { ...levels, information: 'information', excluded: 'excluded' }),
  lastCompleted: flag('last_completed'),
  lastBmi: number('last_bmi', 5, 150),
  lastWaist: number('last_waist_cm', 30, 300),
  lastWeight: number('last_weight_kg', 10, 400),
};

function readHabits(value: unknown): Columns | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const answers = Object.entries(value).filter(([, answer]) => answer !== null);
  const isKnown = answers.every(
    ([habit, answer]) => Object.hasOwn(habits, habit) && typeof answer === 'boolean',
  );
  return isKnown
    ? Object.fromEntries(answers.map(([habit, answer]) => [habits[habit]!, answer === true]))
    : undefined;
}
