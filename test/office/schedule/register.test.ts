import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '#office/chain.ts';
import { occurrences } from '#office/schedule/calendar.ts';
import { dueRuns, lapsedRuns } from '#office/schedule/due.ts';
import { claimRun, endRun, noteTasks, readRegister } from '#office/schedule/register.ts';
import { silentEffects } from '#shared/effects.ts';
import { type Home, homeOf } from '#shared/home.ts';
import { monthlyLetter, monthlyRelease, tasksOf, yearlyList } from './tasks.ts';

const effects = silentEffects();
const tasks = tasksOf(monthlyLetter, monthlyRelease);
let home: Home;
beforeEach(() => {
  home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-schedule-')));
});
afterEach(() => rmSync(home.root, { recursive: true }));

const due = (today: string, of = tasks) => dueRuns(of, readRegister(home), today).map(({ key }) => key);
const lapsed = (today: string) => lapsedRuns(tasks, readRegister(home), today).map(({ key }) => key);
const run = (key: string) => occurrences(tasks, '2026-01-01', '2027-12-31').find((one) => one.key === key)!;
const claim = (key: string, draft = 'd-1') => claimRun(home, run(key), { draft, before: [] }, effects);

describe('what is due', () => {
  it('is nothing before a line was first seen, and its runs from that day on', () => {
    expect(due('2026-01-31')).toEqual(['letter@2026-01']);
    noteTasks(home, tasks, '2026-01-31', effects);
    expect(due('2026-01-31')).toEqual(['letter@2026-01']);
    expect(due('2026-02-04')).toEqual(['letter@2026-01']);
    expect(due('2026-03-05')).toEqual([
      'letter@2026-01',
      'release@2026-02',
      'letter@2026-02',
      'release@2026-03',
    ]);
  });

  it('a line that comes later counts from its own day; noting again changes nothing', () => {
    noteTasks(home, tasks, '2026-07-15', effects);
    noteTasks(home, [...tasks, ...tasksOf(yearlyList)], '2026-08-02', effects);
    noteTasks(home, [...tasks, ...tasksOf(yearlyList)], '2026-12-01', effects);
    const all = [...tasks, ...tasksOf(yearlyList)];
    expect(due('2026-08-05', all)).toEqual(['letter@2026-07', 'release@2026-08']);
    expect(due('2027-08-01', all)).toContain('guidance@2027');
    expect(due('2027-08-01', all)).not.toContain('guidance@2026');
  });

  it('a finished run is never due again, also when its day of the month changes', () => {
    noteTasks(home, tasks, '2026-01-01', effects);
    claim('letter@2026-01');
    expect(due('2026-01-31')).toEqual(['release@2026-01', 'letter@2026-01']);
    endRun(home, 'letter@2026-01', { made: ['d-1'] }, effects);
    expect(due('2026-01-31')).toEqual(['release@2026-01']);
    expect(claim('letter@2026-01')).toBeUndefined();
    endRun(home, 'letter@2026-01', { code: 'NOT_FOUND' }, effects);
    expect(readRegister(home).runs.get('letter@2026-01')).toMatchObject({ state: 'done', made: ['d-1'] });
    const moved = tasksOf(monthlyLetter.replace('day = 31', 'day = 10'), monthlyRelease);
    expect(due('2026-01-31', moved)).toEqual(['release@2026-01']);
  });

  it('a refused run is due again until its last day, then it has lapsed', () => {
    noteTasks(home, tasks, '2026-01-10', effects);
    claim('letter@2026-01');
    endRun(home, 'letter@2026-01', { code: 'CONSENT_STALE' }, effects);
    expect(run('letter@2026-01').until).toBe('2026-02-10');
    expect(due('2026-02-10')).toContain('letter@2026-01');
    expect(lapsed('2026-02-10')).toEqual([]);
    expect(due('2026-02-11')).not.toContain('letter@2026-01');
    expect(lapsed('2026-02-11')).toEqual(['letter@2026-01']);
  });

  it('a run nobody tried, or that was stopped, is due however late', () => {
    noteTasks(home, tasks, '2026-01-10', effects);
    claim('letter@2026-01');
    expect(due('2026-12-01')).toEqual(expect.arrayContaining(['letter@2026-01', 'letter@2026-02']));
    expect(due('2026-12-01')[0]).toBe('letter@2026-01');
  });

  it('a claim stays what it was at first', () => {
    noteTasks(home, tasks, '2026-01-10', effects);
    expect(claim('letter@2026-01', 'd-first')).toMatchObject({ draft: 'd-first', on: '2026-01-31' });
    expect(claim('letter@2026-01', 'd-second')).toMatchObject({ draft: 'd-first' });
    endRun(home, 'letter@2026-01', { code: 'CONSENT_STALE' }, effects);
    expect(claim('letter@2026-01', 'd-third')).toMatchObject({ draft: 'd-first' });
  });
});

describe('the register is a chain', () => {
  const spoil = (sql: string) => {
    const database = new DatabaseSync(home.office);
    database.exec(sql);
    database.close();
  };

  it.each([
    ["update schedule set event = replace(event, 'd-1', 'd-2') where number = 3", 3],
    ['delete from schedule where number = 2', 2],
    ['delete from schedule where number = 4', 4],
  ])('%s breaks it', (sql, broken) => {
    noteTasks(home, tasks, '2026-01-10', effects);
    claim('letter@2026-01');
    endRun(home, 'letter@2026-01', { made: ['d-1'] }, effects);
    expect(verifyChain(home.office, 'schedule')).toMatchObject({ events: 4, broken: undefined });
    expect(verifyChain(home.office, 'audit')).toMatchObject({ events: 4, broken: undefined });
    spoil(sql);
    expect(verifyChain(home.office, 'schedule').broken).toBe(broken);
  });
});
