import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { addDays } from '#shared/month.ts';
import { kenpo } from '../../fixtures/kenpo.ts';
import { readPlanted, sampleHome } from '../../fixtures/sample-home.ts';

const home = sampleHome();
const item = z.object({
  code: z.string(),
  subject: z.string().nullable(),
  message: z.string().min(1),
  hint: z.string().min(1).nullable(),
});
const report = z.object({
  day: z.iso.date(),
  since: z.iso.date(),
  arrived: z.array(z.object({ kind: z.string(), files: z.number(), months: z.array(z.string()) })),
  missing: z.array(item),
  waiting: z.array(item),
  refused: z.array(item),
  quarantined: z.array(item.extend({ records: z.number(), receipts: z.number() })),
});

const run = kenpo('today', '--home', home.root, '--json');
const today = report.parse(JSON.parse(run.out));

it('lives in the day after the last ledger of a demo, and counts every file that came in', () => {
  expect(run.code).toBe(0);
  expect(addDays(today.day, -1).slice(0, 7) > readPlanted(home).lastMonth).toBe(true);
  const { taken } = z
    .object({ result: z.object({ counts: z.object({ taken: z.number() }) }) })
    .parse(JSON.parse(readFileSync(join(home.sample, 'demo.json'), 'utf8'))).result.counts;
  expect(today.arrived.reduce((sum, { files }) => sum + files, 0)).toBe(taken);
  expect(today.missing.map(({ code }) => code)).not.toContain('consent');
});

it('says of everything quarantined how to mend it, and of everything waiting what to run', () => {
  expect(today.quarantined.length).toBeGreaterThan(3);
  for (const { hint } of today.quarantined) expect(hint).toMatch(/。$/);
  for (const { hint } of today.waiting) expect(hint).toMatch(/kenpo [a-z]+/);
  for (const { code, hint } of today.refused) {
    expect(code).toMatch(/^INTAKE_/);
    expect(hint).toMatch(/。$/);
  }
});

it('shows no person: none of the planted names, numbers or addresses, and no person_id', () => {
  for (const canary of readPlanted(home).canaries) expect(run.out).not.toContain(canary);
  expect(run.out).not.toMatch(/person_id|"person"/);
});

it('speaks English when asked to', () => {
  const english = kenpo('today', '--home', home.root, '--lang', 'en');
  expect(english).toMatchObject({ code: 0, err: '' });
  expect(english.out).toContain('■ Waiting');
  expect(english.out).not.toMatch(/[ぁ-んァ-ヶ]/);
});
