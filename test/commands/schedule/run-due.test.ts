import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerDrafts } from '#office/ledger/read.ts';
import { registerDraft } from '#office/ledger.ts';
import { noteTasks, readRegister } from '#office/schedule/register.ts';
import { parseSettings } from '#shared/config.ts';
import { silentEffects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import { type Home, homeOf } from '#shared/home.ts';
import type { ClaimedRun, Maker } from '../../../src/commands/schedule/make.ts';
import { runDue } from '../../../src/commands/schedule/run-due.ts';
import { monthlyLetter, monthlyRelease, yearlyList } from '../../office/schedule/tasks.ts';

const effects = silentEffects();
const settings = parseSettings(
  `[society]\nname = "みほん"\ninsurer_number = "06999991"\n${[monthlyLetter, monthlyRelease, yearlyList]
    .map((table) => `[[schedule]]\n${table}\n`)
    .join('')}`,
);
let home: Home;
let attempts: string[];
/** Runs whose maker stops before or after its draft is registered, and those that are refused. */
let stopBefore: Set<string>;
let stopAfter: Set<string>;
let refuse: Set<string>;
beforeEach(() => {
  home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-schedule-')));
  attempts = [];
  [stopBefore, stopAfter, refuse] = [new Set(), new Set(), new Set()];
});
afterEach(() => rmSync(home.root, { recursive: true }));

const draftMaker: Maker = async ({ task, period, draft }: ClaimedRun) => {
  const name = `${task.id} ${JSON.stringify(period)}`;
  attempts.push(name);
  if (refuse.has(task.id)) throw new UserError('CONSENT_STALE', { ja: 'だめ', en: 'no' });
  if (stopBefore.has(task.id)) throw new Error('killed');
  registerDraft(
    home,
    {
      ...{ draft, kind: task.task, purpose: 'p', confidentiality: 'top-secret', period: '', scope: '' },
      ...{ digest: draft, maker: 'schedule' },
    },
    effects,
  );
  if (stopAfter.has(task.id)) throw new Error('killed');
  return [draft];
};
const releaseMaker: Maker = async ({ task }) => {
  attempts.push(task.id);
  const id = `2026-08-05-0000000${attempts.length}`;
  mkdirSync(join(home.candidates, id), { recursive: true });
  if (stopAfter.has(task.id)) throw new Error('killed');
  return [id];
};
const makers = { list: draftMaker, notice: draftMaker, report: draftMaker, release: releaseMaker };
const runOn = (day: string) => runDue(home, settings, day, makers, effects);
const begin = (day: string) => noteTasks(home, settings.schedule, day, effects);
const states = () =>
  Object.fromEntries([...readRegister(home).runs].map(([key, { state, code }]) => [key, code ?? state]));

describe('doing what is due', () => {
  it('does nothing on the first day unless something is due on it', async () => {
    expect(await runOn('2026-07-20')).toEqual([]);
    expect(await runOn('2026-07-31')).toHaveLength(1);
  });

  it('catches up in the order of the days, each once, with the period of its own day', async () => {
    begin('2026-07-01');
    const results = await runOn('2026-09-10');
    expect(results.map(({ run }) => run.key)).toEqual([
      'release@2026-07',
      'letter@2026-07',
      'guidance@2026',
      'release@2026-08',
      'letter@2026-08',
      'release@2026-09',
    ]);
    expect(attempts.filter((name) => name.startsWith('letter'))).toEqual([
      'letter {"from":"2026-04","to":"2026-04"}',
      'letter {"from":"2026-05","to":"2026-05"}',
    ]);
    expect(attempts).toContain('guidance {"asOf":"2026-08-01"}');
    expect(await runOn('2026-09-10')).toEqual([]);
    expect(attempts).toHaveLength(6);
  });

  it('a run stopped before its draft was registered makes that same draft', async () => {
    begin('2026-08-01');
    stopBefore.add('guidance');
    const [first] = await runOn('2026-08-01');
    expect(first?.error).toBeInstanceOf(Error);
    expect(states()).toEqual({ 'guidance@2026': 'claimed' });
    const { draft } = readRegister(home).runs.get('guidance@2026')!.claim;
    stopBefore.clear();
    expect((await runOn('2026-08-02'))[0]?.made).toEqual([draft]);
    expect(ledgerDrafts(home).map((one) => one.draft)).toEqual([draft]);
  });

  it('a run stopped after its draft was registered makes no second one', async () => {
    begin('2026-08-01');
    stopAfter.add('guidance');
    await runOn('2026-08-01');
    expect(states()).toEqual({ 'guidance@2026': 'claimed' });
    const [again] = await runOn('2026-08-02');
    expect(attempts).toHaveLength(1);
    expect(ledgerDrafts(home).map((one) => one.draft)).toEqual(again?.made);
    expect(states()).toEqual({ 'guidance@2026': 'done' });
  });

  it('a release stopped after its candidate was written makes no second one', async () => {
    mkdirSync(join(home.candidates, '2026-01-01-older000'), { recursive: true });
    begin('2026-08-05');
    stopAfter.add('release');
    await runOn('2026-08-05');
    expect(states()).toEqual({ 'release@2026-08': 'claimed' });
    expect((await runOn('2026-08-06'))[0]?.made).toEqual(['2026-08-05-00000001']);
    expect(attempts).toEqual(['release']);
  });

  it('a refusal is entered, stops nothing else, and is tried again until its last day', async () => {
    begin('2026-07-31');
    refuse.add('letter');
    const results = await runOn('2026-08-01');
    expect(results.map(({ error }) => error instanceof UserError)).toEqual([true, false]);
    expect(states()).toEqual({ 'letter@2026-07': 'CONSENT_STALE', 'guidance@2026': 'done' });
    expect((await runOn('2026-08-10')).map(({ run }) => run.key)).toContain('letter@2026-07');
    expect((await runOn('2026-08-11')).map(({ run }) => run.key)).toEqual([]);
    refuse.clear();
    expect(await runOn('2026-08-12')).toEqual([]);
    expect(ledgerDrafts(home).map(({ kind }) => kind)).toEqual(['list:guidance']);
  });

  it('a run refused once is done as soon as it can be', async () => {
    begin('2026-07-31');
    refuse.add('letter');
    await runOn('2026-07-31');
    refuse.clear();
    await runOn('2026-08-04');
    expect(states()).toMatchObject({ 'letter@2026-07': 'done' });
  });

  it('trouble of the machine is no refusal: the run is tried again however late', async () => {
    begin('2026-07-31');
    const full: Maker = async () => {
      throw new UserError('DISK_FULL', { ja: 'いっぱい', en: 'full' });
    };
    await runDue(home, settings, '2026-07-31', { ...makers, notice: full }, effects);
    expect(states()).toEqual({ 'letter@2026-07': 'claimed' });
    await runOn('2026-10-30');
    expect(states()).toMatchObject({ 'letter@2026-07': 'done', 'letter@2026-09': 'done' });
  });

  it('two at once: the second is told to wait', async () => {
    begin('2026-08-01');
    let inside: unknown;
    const nested: Maker = async (run, ...rest) => {
      inside = await runOn('2026-08-01').catch((error: unknown) => error);
      return draftMaker(run, ...rest);
    };
    await runDue(home, settings, '2026-08-01', { ...makers, list: nested }, effects);
    expect(inside).toMatchObject({ code: 'HOME_IN_USE' });
    expect(ledgerDrafts(home)).toHaveLength(1);
  });
});
