import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approveRelease } from '#gate/approve.ts';
import { approvedReleases } from '#gate/history.ts';
import type { Protected } from '#gate/protect.ts';
import { makeRelease } from '#gate/release.ts';
import { type Cell, TOTAL } from '#release/form.ts';
import { openRelease } from '#release/read.ts';
import type { AnalysisContract } from '#shared/define/analysis.ts';
import { silentEffects } from '#shared/effects.ts';
import { analysisOf, littleContract, people, type Society, smallSociety } from './small-society.ts';

let society: Society;
beforeAll(async () => {
  society = await smallSociety();
});
afterAll(() => society.remove());

const code = (name: string) => expect.objectContaining({ code: name });

/** 100 men and 100 women over all units, so that only what a test adds can be small. */
const crowd = [...people(100, 1000, { sex: 'male' }), ...people(100, 2000, { sex: 'female' })];
const { sex } = littleContract.dimensions;
const bySex: AnalysisContract = { ...littleContract, dimensions: { sex: sex! }, tables: [['sex']] };
const { members } = littleContract.measures;
const unknownEmployer = { employer: null };

function make(contract: AnalysisContract, protect?: () => Promise<Protected>) {
  return makeRelease(society.home, society.settings, silentEffects(), {
    analyses: [analysisOf(contract)],
    ...(protect && { protect }),
  });
}

async function release(contract: AnalysisContract = littleContract) {
  const candidate = await make(contract);
  const publicKey = readFileSync(join(society.home.keys, 'release.pub'), 'utf8');
  const opened = await openRelease(candidate.directory, publicKey, candidate.id);
  const cells = opened.cells('little');
  const find = (measure: string, at: Record<string, string> = {}): Cell =>
    cells.find(
      (cell) =>
        cell.measure === measure &&
        Object.entries(cell.at).every(([name, one]) => one === (at[name] ?? TOTAL)),
    )!;
  return { candidate, cells, find, status: (measure: string, at = {}) => find(measure, at).status };
}

describe('a candidate release', () => {
  test('names the official rules in force in its complete years where there are checkups', async () => {
    await society.fill(crowd);
    await society.run(`
      insert into raw.file values (5, 'checkup', null, null);
      insert into core.fiscal_year values (2024, '2025-03-31', true), (2025, '2026-03-31', false);
      insert into config.rule_set values
        ('guidance-level', 'third', '2018-04-01', '2024-03-31'), ('guidance-level', 'fourth', '2024-04-01', '2025-03-31'),
        ('guidance-level', 'fifth', '2025-04-01', null), ('outreach-tier', 'private', '2018-04-01', null)`);
    const { candidate } = await release();
    await society.run(
      'delete from raw.file where file_id = 5; delete from core.fiscal_year; delete from config.rule_set',
    );
    expect(candidate.manifest.rules).toEqual([
      { name: 'master-disease', from: '2026-06-01' },
      { name: 'guidance-level', from: '2024-04-01' },
    ]);
  });

  test('shows a crowd whole, with its ratio, every code of the lists in their order', async () => {
    await society.fill(crowd);
    const { find, candidate, cells } = await release();
    expect(candidate.manifest.analyses[0]).toMatchObject({ hidden: 0, rows: 48, shown: 48 });
    expect(candidate.manifest).toMatchObject({
      closedThrough: '2026-03',
      inputs: [
        { kind: 'eligibility', months: null },
        { kind: 'master', months: null },
        { kind: 'receipt', months: ['2024-05', '2026-04'] },
      ],
      rules: [{ name: 'master-disease', from: '2026-06-01' }],
    });
    expect(find('members')).toMatchObject({ value: 200, status: 'ok' });
    expect(find('months', { sex: 'male' })).toMatchObject({ value: 1200, status: 'ok' });
    expect(find('per_head')).toMatchObject({ value: 1000, status: 'ok' });
    const places = cells
      .filter((cell) => cell.measure === 'members')
      .map(({ at }) => `${at['sex']} ${at['unit']}`);
    expect(places).toEqual([
      ...['total total', 'total E1', 'total E2', 'total other'],
      ...['male total', 'male E1', 'male E2', 'male other'],
      ...['female total', 'female E1', 'female E2', 'female other'],
    ]);
  });

  test.each([
    [0, 'ok'],
    [1, 'hidden'],
    [9, 'hidden'],
    [10, 'ok'],
    [11, 'ok'],
  ])('with %i men: their number is %s', async (count, status) => {
    await society.fill([
      ...people(count, 1, unknownEmployer),
      ...people(100, 2000, { ...unknownEmployer, sex: 'female' }),
    ]);
    const { status: of } = await release(bySex);
    for (const measure of ['members', 'months', 'yen'])
      expect(of(measure, { sex: 'male' }), measure).toBe(status);
    expect(of('per_head', { sex: 'male' })).toBe(count === 0 ? 'missing' : status);
    const others = [of('members'), of('members', { sex: 'female' })];
    expect(others.includes('hidden'), 'a neighbour covers it').toBe(status === 'hidden');
  });

  test.each([
    [4, 'hidden'],
    [5, 'ok'],
  ])('with 12 men of %i households: their number is %s', async (households, status) => {
    const men = people(12, 1, unknownEmployer).map((row) => ({
      ...row,
      household: 1 + (row.person % households),
    }));
    await society.fill([...men, ...people(100, 2000, { ...unknownEmployer, sex: 'female' })]);
    const { status: of } = await release(bySex);
    expect(of('members', { sex: 'male' })).toBe(status);
    expect(of('yen', { sex: 'male' })).toBe(status);
  });

  test('hides a month figure with the person figure it tells', async () => {
    await society.fill([
      ...people(60, 1, { sex: 'male' }),
      ...people(60, 1000, { sex: 'female' }),
      ...people(5, 5000, { sex: 'male', employer: 'E1', year: 2025 }),
      ...people(90, 6000, { sex: 'female', year: 2025 }),
    ]);
    const { cells } = await release();
    const statusAt = (measure: string) =>
      cells.filter((cell) => cell.measure === measure).map((cell) => cell.status);
    expect(statusAt('months')).toEqual(statusAt('members'));
    expect(statusAt('members')).toContain('hidden');
  });

  test('protects those who are not in a part of a base, and a part that is everyone', async () => {
    const examined = {
      ...members!,
      kind: 'persons' as const,
      column: 'examined',
      quantity: 'seen',
      of: 'members',
    };
    const rate = {
      ...littleContract.measures['per_head']!,
      kind: 'ratio' as const,
      numerator: 'examined',
      denominator: 'members',
      scale: 100,
      decimals: 1,
    };
    const contract = { ...bySex, measures: { members: members!, examined, rate } };
    const group = (inside: number, all: number, first: number, sex: string) => [
      ...people(inside, first, { ...unknownEmployer, sex, examined: 1 }),
      ...people(all - inside, first + 500, { ...unknownEmployer, sex }),
    ];
    const shown = async (inside: number, all: number) => {
      await society.fill([...group(inside, all, 1, 'male'), ...group(50, 100, 3000, 'female')]);
      const { status } = await release(contract);
      return status('rate', { sex: 'male' });
    };
    expect(await shown(90, 100)).toBe('ok');
    expect(await shown(91, 100)).toBe('hidden');
    expect(await shown(99, 100)).toBe('hidden');
    expect(await shown(100, 100)).toBe('hidden');
    expect(await shown(0, 100)).toBe('ok');
  });

  test('marks a unit of another year as impossible, not as zero', async () => {
    await society.fill(crowd);
    await society.run(
      `insert into core.reporting_unit values (2025, 'E9', 'E9', 'E9', 'Unit E9', 'Unit E9')`,
    );
    const { find } = await release();
    expect(find('members', { unit: 'E9' })).toMatchObject({ status: 'na', value: null });
    await society.run(`delete from core.reporting_unit where employer_id = 'E9'`);
  });

  test('has the same bytes for the same rows in another order', async () => {
    const bytes = ({ directory }: { directory: string }) =>
      readdirSync(directory).map((file) => readFileSync(join(directory, file)).toString('base64'));
    await society.fill([...crowd, ...people(7, 1, { sex: 'male' })]);
    const first = await make(littleContract);
    const before = bytes(first);
    await society.fill([...people(7, 1, { sex: 'male' }), ...crowd.toReversed()]);
    const second = await make(littleContract);
    expect(second.id).toBe(first.id);
    expect(bytes(second)).toEqual(before);
  });

  test('keeps proof and reasons on the private side only', async () => {
    await society.fill([
      ...crowd,
      ...people(7, 1, { sex: 'male', employer: 'E1', year: 2025 }),
      ...people(60, 50, { sex: 'female', year: 2025 }),
    ]);
    const candidate = await make(littleContract);
    expect(readdirSync(candidate.directory).sort()).toEqual([
      'little.arrow',
      'manifest.json',
      'manifest.sig',
    ]);
    const publicText = readdirSync(candidate.directory)
      .map((file) => readFileSync(join(candidate.directory, file), 'latin1'))
      .join();
    expect(publicText).not.toMatch(/small_count|secondary|primary|witness/);
    expect(Object.keys(candidate.report.reasons)).toContain('small_count');
    expect(readFileSync(candidate.reportPath, 'utf8')).toContain('該当者が基準の人数より少ない');
    expect(candidate.report.cells).toHaveLength(candidate.report.primary + candidate.report.secondary);
  });
});

describe('after an approval', () => {
  const bytesOf = (directory: string) =>
    readdirSync(directory).map((file) => readFileSync(join(directory, file)).toString('base64'));

  test('the same rows make the same release, and its proof stays', async () => {
    await society.fill([...crowd, ...people(7, 1, { sex: 'male' })]);
    const first = await make(littleContract);
    const proofs = join(society.home.proofs, first.id);
    const proof = bytesOf(proofs);
    await approveRelease(society.home, first.id);
    const again = await make(littleContract);
    expect(again.id).toBe(first.id);
    expect(again.directory).toBe(join(society.home.releases, first.id));
    expect(bytesOf(proofs)).toEqual(proof);
  });

  test('a new year can be added, and what is public stays as it was', async () => {
    const other = await smallSociety();
    const makeOther = () =>
      makeRelease(other.home, other.settings, silentEffects(), { analyses: [analysisOf(littleContract)] });
    const rows = [
      ...people(60, 1000, { sex: 'female' }),
      ...people(60, 2000, { sex: 'male' }),
      ...people(6, 1, { sex: 'male', employer: 'E1' }),
    ];
    await other.fill(rows);
    const first = await makeOther();
    await approveRelease(other.home, first.id);
    const later = rows.filter((row) => row.person !== 1000).map((row) => ({ ...row, year: 2025, months: 6 }));
    await other.fill([...rows, ...later]);
    const second = await makeOther();
    await approveRelease(other.home, second.id);
    const approved = await approvedReleases(other.home);
    const [old, now] = [first, second].map(({ id }) => approved.find(({ manifest }) => manifest.id === id));
    const of2024 = now!.cells('little').filter((cell) => cell.period === '2024');
    expect(of2024).toEqual(old!.cells('little'));
    expect(now!.manifest.analyses[0]!.periods).toEqual(['2024', '2025']);
    await other.fill([...rows, ...later, ...people(1, 9000, { sex: 'male' })]);
    await expect(approveRelease(other.home, (await makeOther()).id)).rejects.toThrow(
      code('RELEASE_CONFLICT'),
    );
    other.remove();
  });
});

describe('nothing is written', () => {
  const kept = () => readdirSync(society.home.candidates);

  test('when a figure that a rule names would be shown', async () => {
    await society.fill([
      ...people(3, 1, unknownEmployer),
      ...people(100, 2000, { ...unknownEmployer, sex: 'female' }),
    ]);
    const before = kept();
    const blind = async (): Promise<Protected> => ({
      hidden: new Map(),
      primary: 0,
      secondary: 0,
      audited: 0,
      failures: 0,
      proof: { witnesses: [], of: [], still: [] },
      pattern: new Uint8Array(0),
      provedByLpOnly: 0,
      seconds: 0,
    });
    await expect(make(bySex, blind)).rejects.toThrow(code('GATE_AUDIT_FAILED'));
    expect(kept()).toEqual(before);
  });

  test('when the purpose is not adopted, or not for this class of data', async () => {
    await expect(make({ ...bySex, purpose: 'marketing' })).rejects.toThrow(code('PURPOSE_NOT_ADOPTED'));
    await expect(make({ ...bySex, classes: ['eligibility', 'receipt'] })).rejects.toThrow(
      code('PURPOSE_NOT_ADOPTED'),
    );
    const early = silentEffects(new Date('2024-03-31T12:00:00+09:00'));
    await expect(
      makeRelease(society.home, society.settings, early, { analyses: [analysisOf(bySex)] }),
    ).rejects.toThrow(code('PURPOSE_NOT_ADOPTED'));
  });

  test('when two analyses disagree about the same figure', async () => {
    await society.fill(crowd);
    await society.run(
      'create or replace view analyses.other as select * from analyses.little where person_id <> 1000',
    );
    const both = { analyses: [analysisOf(bySex), analysisOf(bySex, 'other')] };
    await expect(makeRelease(society.home, society.settings, silentEffects(), both)).rejects.toThrow(
      code('GATE_CONTRACT'),
    );
    await society.run('create or replace view analyses.other as select * from analyses.little');
    const { manifest } = await makeRelease(society.home, society.settings, silentEffects(), both);
    expect(manifest.analyses.map((analysis) => analysis.name)).toEqual(['little', 'other']);
    await society.run('drop view analyses.other');
  });
});
