import type { RuleCase } from '#shared/define.ts';
import { answers, intensive, is, motivational, without } from './case-courses.ts';

const noLoss = without(intensive, 'waist_cm', 'weight_kg');

/** Courses of which something is not known. */
export const missing: readonly RuleCase[] = [
  answers(
    'no level, evaluated',
    without(motivational, 'support_level'),
    'undecidable',
    'evaluated missing_level',
  ),
  answers(
    'no level, not evaluated',
    without(motivational, 'support_level', 'evaluated_on'),
    'undecidable',
    'no_evaluation missing_level',
  ),
  answers(
    'no first interview',
    without(motivational, 'first_interview_on'),
    'incomplete',
    'no_first_interview',
  ),
  answers('only begun', without(motivational, 'evaluated_on'), 'incomplete', 'no_evaluation'),
  answers(
    'evaluated without a waist',
    without(motivational, 'final_waist_cm'),
    'incomplete',
    'no_final_values',
  ),
  answers(
    'evaluated without a weight',
    without(motivational, 'final_weight_kg'),
    'incomplete',
    'no_final_values',
  ),
  answers(
    'motivational, no values of the checkup',
    without(motivational, 'waist_cm', 'weight_kg'),
    'completed',
  ),
  answers('values of the checkup missing, points enough', { ...noLoss, process_points: 180 }, 'completed'),
  answers(
    'values of the checkup missing, points not enough',
    { ...noLoss, process_points: 179 },
    'undecidable',
    'evaluated process missing_loss',
  ),
  answers(
    'the result as delivered: large',
    { ...noLoss, said_waist_weight: 2 },
    'completed',
    'evaluated said_loss',
  ),
  answers(
    'the result as delivered: small',
    { ...noLoss, said_waist_weight: 1, process_points: 160 },
    'completed',
    'evaluated process said_loss',
  ),
  answers(
    'the result as delivered: none',
    { ...noLoss, said_waist_weight: 0, process_points: 179 },
    'incomplete',
    'evaluated process said_loss points_short',
  ),
  is('values come before the result as delivered', { said_waist_weight: 2 }, { waist_weight: 0 }),
  answers(
    'not reached, points not enough',
    {
      ...without(intensive, 'evaluated_on', 'final_waist_cm', 'final_weight_kg'),
      attempts: 2,
      process_points: 179,
    },
    'incomplete',
    'unreachable process points_short',
  ),
  answers(
    'not reached, points enough',
    {
      ...without(intensive, 'evaluated_on', 'final_waist_cm', 'final_weight_kg'),
      attempts: 2,
      process_points: 180,
    },
    'completed',
  ),
];
