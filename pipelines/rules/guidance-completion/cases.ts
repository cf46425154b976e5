import { defineRuleCases, type RuleCase } from '#shared/define.ts';
import { answers, is, motivational, points, without } from './case-courses.ts';
import { missing } from './missing-cases.ts';

const months = [
  answers('motivational, three months to the day', motivational, 'completed', 'evaluated'),
  answers(
    'motivational, a day before three months',
    { ...motivational, evaluated_on: '2025-08-09' },
    'incomplete',
    'evaluated_early',
  ),
  answers(
    'begun on 30 November, evaluated on 28 February',
    { ...motivational, first_interview_on: '2025-11-30', evaluated_on: '2026-02-28' },
    'completed',
  ),
  answers(
    'begun on 30 November, evaluated on 27 February',
    { ...motivational, first_interview_on: '2025-11-30', evaluated_on: '2026-02-27' },
    'incomplete',
  ),
  answers(
    'begun on 31 August, evaluated on 30 November',
    { ...motivational, first_interview_on: '2025-08-31', evaluated_on: '2025-11-30' },
    'completed',
  ),
  answers(
    'the three months begin with the second part of the interview',
    { ...motivational, first_part_on: '2025-05-01', evaluated_on: '2025-08-09' },
    'incomplete',
    'evaluated_early',
  ),
  answers(
    'guidance like motivational',
    { ...motivational, support_level: 'motivational-equivalent' },
    'completed',
    'evaluated',
  ),
  answers(
    'third period, motivational',
    { ...motivational, first_interview_on: '2023-06-01', evaluated_on: '2023-09-01' },
    'completed',
    'evaluated',
    '2023-05-01',
  ),
];

const early = [
  points('interview on the day of the checkup', { first_interview_on: '2025-05-01' }, 20),
  points('interview on the day after', { first_interview_on: '2025-05-02' }, 10),
  points('interview on day 7', { first_interview_on: '2025-05-08' }, 10),
  points('interview on day 8', { first_interview_on: '2025-05-09' }, 0),
  points('interview before the checkup', { first_interview_on: '2025-04-30' }, 0),
  points('first part on the day, second on day 9', { first_part_on: '2025-05-01' }, 20),
  is(
    'early in words',
    { first_interview_on: '2025-05-01', process_points: 180 },
    {
      reasons: 'evaluated same_day process',
    },
  ),
  is(
    'within a week in words',
    { first_interview_on: '2025-05-03', process_points: 180 },
    {
      points: 190,
      reasons: 'evaluated within_week process',
    },
  ),
];

const loss = [
  points('2.0 cm and 2.0 kg', { final_waist_cm: 93, final_weight_kg: 98 }, 180),
  points('1.9 cm and 2.0 kg', { final_waist_cm: 93.1, final_weight_kg: 98 }, 20),
  points('2.0 cm and 1.9 kg', { final_waist_cm: 93, final_weight_kg: 98.1 }, 20),
  points('1.0 cm and 1.0 kg', { final_waist_cm: 94, final_weight_kg: 99 }, 20),
  points('0.9 cm and 1.0 kg', { final_waist_cm: 94.1, final_weight_kg: 99 }, 0),
  points('1.0 cm and 0.9 kg', { final_waist_cm: 94, final_weight_kg: 99.1 }, 0),
  points('1.95 cm is rounded to 2.0', { final_waist_cm: 93.05, final_weight_kg: 98 }, 180),
  points('more instead of less', { final_waist_cm: 98, final_weight_kg: 104 }, 0),
  points('0.024 of 75 kg is 1.8: lost', { weight_kg: 75, final_weight_kg: 73.2, final_waist_cm: 93.2 }, 180),
  points('0.024 of 75 kg: 1.7 kg', { weight_kg: 75, final_weight_kg: 73.3, final_waist_cm: 93.2 }, 20),
  points('0.024 of 75 kg: 1.7 cm', { weight_kg: 75, final_weight_kg: 73.2, final_waist_cm: 93.3 }, 20),
  is(
    'the large result alone',
    { final_waist_cm: 93, final_weight_kg: 98 },
    {
      level: 'completed',
      waist_weight: 2,
      reasons: 'evaluated large_loss',
    },
  ),
  is(
    'the share in words',
    { weight_kg: 75, final_weight_kg: 73.2, final_waist_cm: 93.2 },
    {
      level: 'completed',
      reasons: 'evaluated share_loss',
    },
  ),
  is(
    'the small result in words',
    { final_waist_cm: 94, final_weight_kg: 99 },
    {
      level: 'incomplete',
      reasons: 'evaluated small_loss points_short',
    },
  ),
];

const habits = [
  points('diet', { diet: true }, 20),
  points('exercise', { exercise: true }, 20),
  points('rest', { rest: true }, 20),
  points('another habit', { other_habit: true }, 20),
  points('stopped smoking', { smoking_stopped: true }, 30),
  is(
    'all habits',
    { diet: true, exercise: true, rest: true, other_habit: true, smoking_stopped: true, process_points: 70 },
    {
      outcome_points: 110,
      points: 180,
      level: 'completed',
      reasons: 'evaluated process diet exercise rest other_habit smoking_stopped',
    },
  ),
];

const sums = [
  is(
    '179 points',
    { process_points: 179 },
    { level: 'incomplete', reasons: 'evaluated process points_short' },
  ),
  is('180 points', { process_points: 180 }, { level: 'completed', reasons: 'evaluated process' }),
  is('181 points', { process_points: 181 }, { level: 'completed' }),
  is('none', {}, { level: 'incomplete', points: 0, reasons: 'evaluated points_short' }),
  is(
    'process, early and small result come to 180',
    { process_points: 140, first_interview_on: '2025-05-01', final_waist_cm: 94, final_weight_kg: 99 },
    { level: 'completed', points: 180 },
  ),
  is(
    'enough points, evaluated too early',
    { process_points: 180, evaluated_on: '2025-08-09' },
    {
      level: 'incomplete',
      reasons: 'evaluated_early process',
    },
  ),
];

/** On the third period's rules: only process points. */
const third: readonly RuleCase[] = [
  is(
    'third period: 180 points',
    { first_interview_on: '2023-05-01', evaluated_on: '2023-08-01', process_points: 180 },
    { level: 'completed', points: 180, reasons: 'evaluated process' },
    '2023-05-01',
  ),
  is(
    'third period: neither results nor an early interview bring points',
    {
      first_interview_on: '2023-05-01',
      evaluated_on: '2023-08-01',
      process_points: 179,
      diet: true,
      smoking_stopped: true,
      final_waist_cm: 90,
      final_weight_kg: 95,
    },
    { level: 'incomplete', points: 179, reasons: 'evaluated process points_short' },
    '2023-05-01',
  ),
  is('31 March 2024 is the third period', { process_points: 100, diet: true }, { points: 100 }, '2024-03-31'),
  is('1 April 2024 is the fourth', { process_points: 100, diet: true }, { points: 120 }, '2024-04-01'),
];

const others = [
  is(
    'stopped',
    { process_points: 200, stopped: true },
    { level: 'dropped', reasons: 'stopped evaluated process' },
  ),
  answers(
    'stopped without an evaluation',
    { ...without(motivational, 'evaluated_on'), stopped: true },
    'dropped',
    'stopped no_evaluation',
  ),
  is(
    'medicine begun, not completed',
    { process_points: 100, drug_started: true },
    {
      level: 'excluded',
      cause: 'medicine',
      reasons: 'drug_started evaluated process points_short',
    },
  ),
  is(
    'medicine begun, completed all the same',
    { process_points: 180, drug_started: true },
    {
      level: 'completed',
    },
  ),
  is(
    'medicine begun and stopped',
    { process_points: 180, drug_started: true, stopped: true },
    {
      level: 'excluded',
    },
  ),
  answers(
    'not reached: two attempts',
    { ...without(motivational, 'evaluated_on', 'final_waist_cm', 'final_weight_kg'), attempts: 2 },
    'completed',
    'unreachable',
  ),
  answers(
    'not reached: one attempt',
    { ...without(motivational, 'evaluated_on', 'final_waist_cm', 'final_weight_kg'), attempts: 1 },
    'incomplete',
    'no_evaluation',
  ),
  answers(
    'attempts do not make up for an evaluation held too early',
    { ...motivational, evaluated_on: '2025-08-09', attempts: 3 },
    'incomplete',
    'evaluated_early',
  ),
];

export default defineRuleCases([
  ...months,
  ...early,
  ...loss,
  ...habits,
  ...sums,
  ...third,
  ...others,
  ...missing,
]);
