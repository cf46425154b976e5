import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyChain } from '#office/chain.ts';
import { ledgerDrafts } from '#office/ledger/read.ts';
import { readRegister } from '#office/schedule/register.ts';
import { type Home, homeOf } from '#shared/home.ts';
import { sampleHome } from '../../fixtures/sample-home.ts';
import { root } from '../../house/source-files.ts';

const preload = new URL('../../private/intake/kill-at.ts', import.meta.url).href;
let home: Home;
let settings: string;
let before: number;

beforeAll(() => {
  const sample = sampleHome();
  home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-schedule-')));
  for (const part of ['keys', 'warehouse.duckdb'])
    cpSync(join(sample.private, part), join(home.private, part), { recursive: true });
  for (const folder of [home.tmp, home.drafts, home.officeDirectory]) mkdirSync(folder, { recursive: true });
  const text = readFileSync(sample.settings, 'utf8');
  settings = text.slice(0, text.indexOf('[[schedule]]'));
  before = ledgerDrafts(home).length;
});
afterAll(() => rmSync(home.root, { recursive: true, force: true }));

/** Runs `kenpo schedule` up to its n-th step (see kill-at.ts), 0: to its end; resolves to how it ended. */
function scheduleAndKill(step: number): Promise<NodeJS.Signals | number | null> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals | number | null>();
  const arguments_ = ['--import', preload, join(root, 'src/cli.ts'), 'schedule', '--home', home.root];
  const env = {
    ...process.env,
    ...{ KILL_AT: String(step), KILL_FILES: '', KILL_COUNT: join(home.root, 'steps') },
  };
  spawn(process.execPath, arguments_, { stdio: 'ignore', env }).once('exit', (code, signal) =>
    resolve(signal ?? code),
  );
  return promise;
}

/** One more list is due every day; its run has never been tried. */
function plan(id: string): void {
  const line = `[[schedule]]\nid = "${id}"\ntask = "list:guidance"\nevery = "month"\nday = 1\n`;
  writeFileSync(home.settings, `${settings}\n${line}`);
}

function expectOnce(rounds: number): void {
  const drafts = ledgerDrafts(home).map(({ draft }) => draft);
  expect(drafts).toHaveLength(before + rounds);
  expect(readdirSync(home.drafts).sort()).toEqual(drafts.map((id) => `${id}.sealed`).sort());
  const runs = [...readRegister(home).runs.values()];
  expect(runs.map(({ state }) => state)).toEqual(Array.from({ length: rounds }, () => 'done'));
  expect(runs.flatMap(({ made }) => made)).toEqual(drafts);
  for (const chain of ['schedule', 'ledger', 'audit'] as const)
    expect(verifyChain(home.office, chain).broken).toBeUndefined();
}

it('killed at any point, a run makes its one draft and no second one', async () => {
  for (const id of ['first', 'second']) {
    plan(id);
    expect(await scheduleAndKill(0)).toBe(0);
  }
  expectOnce(2);
  const steps = Number(readFileSync(join(home.root, 'steps'), 'utf8'));
  const points = [Math.floor(steps / 2), steps - 13, steps - 9, steps - 4, steps - 1];
  for (const [index, point] of points.entries()) {
    plan(`killed-${index}`);
    expect(await scheduleAndKill(point)).toBe('SIGKILL');
    expect(await scheduleAndKill(0)).toBe(0);
    expectOnce(index + 3);
  }
  expect(await scheduleAndKill(0)).toBe(0);
  expectOnce(points.length + 2);
});
