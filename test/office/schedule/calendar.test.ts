import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrences, periodText } from '#office/schedule/calendar.ts';
import { addDays } from '#shared/month.ts';
import { monthlyLetter, monthlyRelease, tasksOf, yearlyLetter, yearlyList, yearlyReport } from './tasks.ts';

const shown = (tasks: ReturnType<typeof tasksOf>, from: string, to: string) =>
  occurrences(tasks, from, to).map(({ on, key, period }) => [on, key, periodText(period)]);

describe('the calendar of the schedule', () => {
  it('takes the last day of a month that lacks the day, also in and out of leap years', () => {
    expect(shown(tasksOf(monthlyLetter), '2027-01-01', '2027-04-30')).toEqual([
      ['2027-01-31', 'letter@2027-01', '2026-10'],
      ['2027-02-28', 'letter@2027-02', '2026-11'],
      ['2027-03-31', 'letter@2027-03', '2026-12'],
      ['2027-04-30', 'letter@2027-04', '2027-01'],
    ]);
    expect(shown(tasksOf(yearlyLetter), '2027-01-01', '2028-12-31')).toEqual([
      ['2027-02-28', 'tax@2027', '2026-01/2026-12'],
      ['2028-02-29', 'tax@2028', '2027-01/2027-12'],
    ]);
  });

  it('gives each kind of work its period', () => {
    expect(shown(tasksOf(yearlyList, yearlyReport, monthlyRelease), '2026-07-01', '2026-08-05')).toEqual([
      ['2026-07-01', 'report@2026', '2025'],
      ['2026-07-05', 'release@2026-07', ''],
      ['2026-08-01', 'guidance@2026', '2026-08-01'],
      ['2026-08-05', 'release@2026-08', ''],
    ]);
    const [april, march] = [3, 4].map((lag) => yearlyReport.replace('lag = 4', `lag = ${lag}`));
    expect(shown(tasksOf(april!), '2026-07-01', '2026-07-01')).toEqual([
      ['2026-07-01', 'report@2026', '2026'],
    ]);
    expect(shown(tasksOf(march!), '2026-07-01', '2026-07-01')).toEqual([
      ['2026-07-01', 'report@2026', '2025'],
    ]);
  });

  it('a list with a lag is of the end of an earlier month: the whole year is seen when its results have come', () => {
    const late = 'id = "late"\ntask = "list:guidance"\nevery = "month"\nday = 1\nlag = 2';
    expect(shown(tasksOf(late), '2026-04-01', '2026-06-30').map(([, , period]) => period)).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
  });

  it('includes both ends, and nothing outside them', () => {
    const tasks = tasksOf(monthlyRelease);
    expect(shown(tasks, '2026-07-05', '2026-07-05')).toHaveLength(1);
    expect(shown(tasks, '2026-07-06', '2026-08-04')).toEqual([]);
    expect(shown(tasks, '2026-08-05', '2026-07-05')).toEqual([]);
  });

  it('keeps the order of society.toml on one day', () => {
    const at = (id: string) => `id = "${id}"\ntask = "release"\nevery = "month"\nday = 1`;
    expect(shown(tasksOf(at('b'), at('a')), '2026-07-01', '2026-07-01').map(([, key]) => key)).toEqual([
      'b@2026-07',
      'a@2026-07',
    ]);
  });

  it('tells how long a refused run is tried again', () => {
    const [first] = occurrences(tasksOf(monthlyLetter), '2026-02-01', '2026-02-28');
    expect(first).toMatchObject({ on: '2026-02-28', until: '2026-03-10' });
  });

  it('cut anywhere, two calendars are the calendar of the whole', () => {
    const tasks = tasksOf(monthlyLetter, yearlyLetter, yearlyList, monthlyRelease, yearlyReport);
    const day = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2025-01-01', count));
    fc.assert(
      fc.property(day, day, day, (...days) => {
        const [from, cut, to] = days.sort() as [string, string, string];
        const parts = [...occurrences(tasks, from, cut), ...occurrences(tasks, addDays(cut, 1), to)];
        const whole = occurrences(tasks, from, to);
        expect(parts).toEqual(whole);
        expect(new Set(whole.map(({ key }) => key)).size).toBe(whole.length);
      }),
      { numRuns: 200 },
    );
  });
});

it.each([
  ['schedule.0.month', 'id = "a"\ntask = "release"\nevery = "year"\nday = 1'],
  ['schedule.0.month', 'id = "a"\ntask = "release"\nevery = "month"\nmonth = 2\nday = 1'],
  ['schedule.0.day', 'id = "a"\ntask = "release"\nevery = "month"\nday = 32'],
  ['schedule.0.day', 'id = "a"\ntask = "release"\nevery = "month"\nday = 0'],
  ['schedule.0.lag', 'id = "a"\ntask = "notice:generic"\nevery = "month"\nday = 1'],
  ['schedule.0.lag', 'id = "a"\ntask = "list:guidance"\nevery = "month"\nday = 1\nlag = 0'],
  ['schedule.0.lag', 'id = "a"\ntask = "release"\nevery = "month"\nday = 1\nlag = 1'],
  ['schedule.0.months', 'id = "a"\ntask = "report:employer"\nevery = "month"\nday = 1\nlag = 1\nmonths = 2'],
  ['schedule.0.per', 'id = "a"\ntask = "release"\nevery = "month"\nday = 1\nper = "person"'],
  ['schedule.0.task', 'id = "a"\ntask = "print"\nevery = "month"\nday = 1'],
  ['schedule.0.task', 'id = "a"\ntask = "notice:../x"\nevery = "month"\nday = 1\nlag = 1'],
  ['schedule.0.id', 'id = "a@1"\ntask = "release"\nevery = "month"\nday = 1'],
])('%s: a line that cannot be meant is refused', (key, table) => {
  expect(() => tasksOf(table)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  expect(() => tasksOf(table)).toThrow(key);
});

it('two lines of one name are refused', () => {
  expect(() => tasksOf(monthlyRelease, monthlyRelease)).toThrow('schedule');
  expect(tasksOf(monthlyRelease, yearlyList)).toHaveLength(2);
});
