import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { protect } from '#gate/protect.ts';
import type { Cell } from '#release/form.ts';
import { type Release, readUnsigned } from '#release/read.ts';
import { type AnalysisContent, writeRelease } from '#release/write.ts';
import { createSigningKeys, membersBySex, sampleContent, words } from '../../release/sample-release.ts';

const units = ['E1', 'E2', 'E3', 'E4'];
const sexes = ['male', 'female'];
export const keys = createSigningKeys();

/** Persons by sex and unit, the finest cells first. */
export type Counts = Readonly<Record<'male' | 'female', readonly number[]>>;

/** Every cell of members by sex × unit with its true value, as a release prints them. */
export function trueCells(counts: Counts): Cell[] {
  const of = (sex: string, unit: string) =>
    sexes
      .filter((one) => sex === 'total' || one === sex)
      .flatMap((one) => units.map((_, at) => ({ at, count: counts[one as 'male' | 'female'][at]! })))
      .filter(({ at }) => unit === 'total' || units[at] === unit)
      .reduce((sum, { count }) => sum + count, 0);
  return ['total', ...sexes].flatMap((sex) =>
    ['total', ...units].map((unit) => ({
      period: '2024',
      at: { sex, unit },
      measure: 'members',
      value: of(sex, unit),
      status: 'ok' as const,
    })),
  );
}

const idOf = ({ at }: Cell) => `${at['sex']} ${at['unit']}`;

/** The same cells with those hidden that the gate hides. */
export async function guardedCells(counts: Counts): Promise<Cell[]> {
  const cells = trueCells(counts);
  const relations = [
    ...['total', ...units].map((unit) => ({
      total: `total ${unit}`,
      parts: sexes.map((sex) => `${sex} ${unit}`),
    })),
    ...['total', ...sexes].map((sex) => ({
      total: `${sex} total`,
      parts: units.map((unit) => `${sex} ${unit}`),
    })),
  ];
  const input = cells.map((cell) => ({ id: idOf(cell), value: cell.value! }));
  const { hidden } = await protect({ k: 10, grade: 'P2u', cells: input, relations });
  return cells.map((cell) => (hidden.has(idOf(cell)) ? { ...cell, value: null, status: 'hidden' } : cell));
}

/** The analysis around these cells. */
export function byUnit(cells: readonly Cell[], changes: Partial<AnalysisContent> = {}): AnalysisContent {
  const { dimensions } = membersBySex({ total: 0, male: 0, female: 0 });
  return membersBySex(
    { total: 0, male: 0, female: 0 },
    {
      dimensions: { ...dimensions, unit: { title: words('事業所'), list: 'reporting-unit' } },
      tables: [['sex', 'unit']],
      cells,
      ...changes,
    },
  );
}

/** A signed release of these analyses in a new folder (or that of another one), read as a stranger reads it. */
export function written(
  analyses: readonly AnalysisContent[],
  folder = mkdtempSync(join(tmpdir(), 'attack-')),
  changes: Parameters<typeof sampleContent>[1] = {},
): Release {
  const content = sampleContent(analyses, changes);
  const entries = units.map((code) => ({ code, ja: code, en: code }));
  const lists = { ...content.lists, 'reporting-unit': entries, ...changes.lists };
  const { id } = writeRelease(folder, { ...content, lists }, keys.privateKey);
  return readUnsigned(join(folder, id));
}
