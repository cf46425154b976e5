import {
  continued,
  final,
  first,
  intensive,
  type Person,
  sound,
  type Told,
  values,
  without,
} from './guidance-rows.ts';

const start: Told = {
  report_code: '21',
  event_on: '2025-05-08',
  supports: [first('2025-05-08')],
  items: [['1022000016', '2']],
};
const evaluation: Told = {
  report_code: '22',
  event_on: '2025-08-08',
  supports: [final('2025-08-08')],
  items: [
    ...values(94, 84),
    ['1042001042', '1'],
    ['1042001043', '8'],
    ['1042010080', 180],
    ['1042010070', 130],
  ],
};
const stop: Told = { report_code: '23', event_on: '2025-08-08' };
const medicine: Told = { report_code: '24', event_on: '2025-06-01', items: [['1020000005', '1']] };
const support = (day: string, form: string, minutes?: number, points?: number): Told => ({
  report_code: '24',
  event_on: day,
  supports: [continued(day, form, minutes, points)],
});
const mail = support('2025-06-01', '6');
const begunOn = (day: string): Told => ({ ...start, event_on: day, supports: [first(day)] });
const part: Told = {
  report_code: '25',
  event_on: '2025-05-01',
  supports: [first('2025-05-01', { section: '90020' })],
};
const attempts = (count: number): Told => ({
  ...evaluation,
  level_code: '2',
  items: [['1042000116', count]],
});
const unnamed = { examined_on: null, level_code: '2' };
const lastYear = (told: Told, day: string, held: object): Told => ({
  ...told,
  examined_on: '2024-05-01',
  event_on: day,
  supports: [{ ...held }],
});
const guidedLastYear = [
  lastYear(start, '2024-05-08', first('2024-05-08')),
  lastYear(evaluation, '2024-08-08', final('2024-08-08')),
];
const better = [
  ['2024-05-01', intensive],
  ['2025-05-01', { ...intensive, waist: 94, weight: 84 }],
] as const;
const summary: Told = {
  file_id: 9,
  report_code: '30',
  event_on: '2025-08-08',
  supports: [
    first('2025-05-08'),
    continued('2025-06-01', '6'),
    continued('2025-06-01', '6'),
    continued('2025-06-20', '5', 10),
    final('2025-08-08'),
  ],
  items: values(90, 80),
};

/** One person per scenario, as they stand on 1 December 2025. */
export const people = {
  whole: {
    documents: [start, support('2025-06-01', '1', 30), support('2025-07-01', '5', 5), mail, evaluation],
  },
  short: {
    documents: [start, support('2025-06-01', '1', 30), support('2025-07-01', '5', 4, 30), mail, evaluation],
  },
  untimed: { documents: [start, support('2025-06-01', '1', undefined, 70)] },
  untold: { documents: [start, evaluation] },
  bare: {
    documents: [
      { ...start, supports: [] },
      { ...evaluation, level_code: '2', supports: [] },
    ],
  },
  repeated: { documents: [start, mail, mail, summary] },
  corrected: {
    documents: [
      { ...evaluation, items: values(94, 80) },
      { ...evaluation, file_id: 9, items: values(94, 83) },
      { ...evaluation, event_on: '2025-08-07', file_id: 9, items: values(94, 70) },
    ],
  },
  laterDay: {
    documents: [
      { ...evaluation, items: values(94, 80) },
      { ...evaluation, event_on: '2025-08-07', file_id: 9, items: values(94, 70) },
    ],
  },
  twoMails: { documents: [start, mail, mail] },
  twoInterviews: {
    documents: [
      { ...begunOn('2025-05-03'), level_code: '2' },
      { ...start, level_code: '2' },
      { ...evaluation, level_code: '2', event_on: '2025-08-03', supports: [final('2025-08-03')] },
    ],
  },
  sameDay: {
    checkups: [
      ['2024-04-30', intensive],
      ['2025-05-01', intensive],
    ],
    documents: [
      { ...start, examined_on: '2024-04-30' },
      { ...support('2025-05-08', '6'), examined_on: null },
    ],
  },
  twoCourses: {
    checkups: [
      ['2025-05-01', intensive],
      ['2025-05-20', intensive],
    ],
    documents: [start, evaluation, { ...begunOn('2025-06-01'), examined_on: '2025-05-20' }],
  },
  unnamed: {
    checkups: [
      ['2024-04-30', intensive],
      ['2025-05-01', intensive],
    ],
    documents: [
      { ...begunOn('2024-06-01'), ...unnamed },
      // After the next checkup, but before a new first interview.
      {
        ...evaluation,
        ...unnamed,
        event_on: '2025-05-05',
        supports: [final('2025-05-05')],
        items: values(95, 85),
      },
      { ...start, ...unnamed },
      { ...evaluation, ...unnamed },
    ],
  },
  lost: {
    documents: [
      { ...evaluation, examined_on: null, event_on: '2025-04-02', supports: [final('2025-04-02')] },
    ],
  },
  stopped: { documents: [start, stop] },
  resumed: { documents: [start, stop, evaluation] },
  dueToday: { documents: [begunOn('2025-06-01')] },
  dueYesterday: { documents: [begunOn('2025-05-31')] },
  underway: { documents: [begunOn('2025-06-01'), support('2025-07-01', '6')] },
  underwayLate: { documents: [begunOn('2025-05-31'), support('2025-07-01', '6')] },
  part: { documents: [part] },
  split: { documents: [part, start] },
  unreached: { documents: [start, attempts(2)] },
  calledOnce: { documents: [begunOn('2025-06-01'), attempts(1)] },
  leaver: {
    checkups: [],
    cover: { gained_on: '2024-09-01', lost_on: '2024-09-10' },
    documents: [
      { ...start, examined_on: '2024-05-01', event_on: '2024-09-09' },
      { ...start, examined_on: '2024-09-09', event_on: '2024-09-10' },
      { ...start, key_base: 'unknown', event_on: '2024-09-09' },
    ],
  },
  invited: {},
  healthy: { checkups: [['2025-05-01', sound]] },
  medicated: { documents: [start, medicine] },
  medicatedLate: { documents: [start, medicine, evaluation] },
  secondYear: { checkups: better, documents: guidedLastYear },
  secondYearTold: {
    checkups: [
      ['2024-05-01', intensive],
      ['2025-05-01', { ...without(intensive, 'waist'), waist_told: 94, weight: 84 }],
    ],
    documents: guidedLastYear,
  },
  secondYearOpen: { checkups: better, documents: guidedLastYear.slice(0, 1) },
} as const satisfies Readonly<Record<string, Person>>;
