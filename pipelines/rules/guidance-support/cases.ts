import { defineRuleCases, type RuleCase } from '#shared/define.ts';

const fourth = '2025-06-01';
const third = '2023-06-01';

const is = (
  on: string,
  form: string,
  minutes: number | undefined,
  level: string,
  points: number | null,
  reasons?: string,
): RuleCase => ({
  name: `${on}: ${form}, ${minutes ?? 'no'} minutes`,
  on,
  given: { form, ...(minutes === undefined ? {} : { minutes }) },
  expect: { level, points, ...(reasons === undefined ? {} : { reasons }) },
});

export default defineRuleCases([
  is(fourth, 'individual', 9, 'short', 0, 'individual too_short'),
  is(fourth, 'individual', 10, 'counted', 70, 'individual'),
  is(fourth, 'individual', 60, 'counted', 70, 'individual'),
  is(fourth, 'group', 39, 'short', 0, 'group too_short'),
  is(fourth, 'group', 40, 'counted', 70, 'group'),
  is(fourth, 'telephone', 4, 'short', 0, 'telephone too_short'),
  is(fourth, 'telephone', 5, 'counted', 30, 'telephone'),
  is(fourth, 'mail', undefined, 'counted', 30, 'mail'),
  is(fourth, 'individual', undefined, 'undecidable', null, 'individual missing_minutes'),
  is('2024-03-31', 'individual', 10, 'counted', 40),
  is('2024-04-01', 'individual', 10, 'counted', 70),
  is(third, 'individual', 9, 'short', 0),
  is(third, 'individual', 14, 'counted', 40),
  is(third, 'individual', 15, 'counted', 60, 'individual'),
  is(third, 'individual', 29, 'counted', 100, 'individual'),
  is(third, 'individual', 30, 'counted', 120, 'individual at_most'),
  is(third, 'individual', 60, 'counted', 120, 'individual at_most'),
  is(third, 'group', 39, 'short', 0),
  is(third, 'group', 49, 'counted', 40),
  is(third, 'group', 50, 'counted', 50),
  is(third, 'group', 130, 'counted', 120, 'group at_most'),
  is(third, 'telephone', 4, 'short', 0),
  is(third, 'telephone', 9, 'counted', 15),
  is(third, 'telephone', 10, 'counted', 30),
  is(third, 'telephone', 25, 'counted', 60, 'telephone at_most'),
  is(third, 'mail', undefined, 'counted', 40),
  is(third, 'mail', 3, 'counted', 40, 'mail'),
  {
    name: 'form not known',
    on: fourth,
    given: { minutes: 30 },
    expect: { level: 'undecidable', cause: 'missing', points: null, reasons: 'missing_form' },
  },
]);
