import { describe, expect, test } from 'vitest';
import type { Cell } from '#release/form.ts';
import type { Frame, RiskMap } from '#shared/define.ts';
import { cellsOf } from '../../src/public/cells.ts';
import { gridOf } from '../../src/public/grid.ts';
import { heatTable } from '../../src/public/pages/heat.ts';
import { sampleRelease } from './sample-site.ts';

const release = await sampleRelease();
const cells = cellsOf(release);
const choice = { year: 2025, at: {}, language: 'ja' } as const;

describe('rows that are measures', () => {
  const frame: Frame = {
    analysis: 'guidance-pipeline',
    measure: 'due',
    rows: 'measure',
    measures: { due: { ja: '対象', en: 'Due' }, completed: { ja: '終了', en: 'Completed' } },
  };

  test('each row has the figure and the name of its own measure', () => {
    const grid = gridOf(cells, frame, choice);
    expect(grid?.rows.map(({ code, name }) => [code, name])).toEqual([
      ['due', '対象'],
      ['completed', '終了'],
    ]);
    for (const [index, measure] of ['due', 'completed'].entries())
      expect(grid?.cells[index]).toEqual([cells.find('guidance-pipeline', '2025', {}, measure)]);
  });

  test('narrowed by the choice of the reader', () => {
    const grid = gridOf(cells, frame, { ...choice, at: { sex: 'female' } });
    expect(grid?.cells[0]).toEqual([cells.find('guidance-pipeline', '2025', { sex: 'female' }, 'due')]);
  });
});

describe('only some codes', () => {
  const frame: Frame = {
    analysis: 'checkup-findings',
    measure: 'found_rate',
    rows: 'item',
    columns: 'sex',
    only: ['ldl', 'bmi'],
  };

  test('the rows in the order of the list; the columns stay whole', () => {
    const grid = gridOf(cells, frame, choice);
    expect(grid?.rows.map(({ code }) => code)).toEqual(['bmi', 'ldl']);
    expect(grid?.columns.map(({ code }) => code)).toEqual(['male', 'female']);
  });

  test('without the choice all are there', () => {
    const { only: _, ...all } = frame;
    expect(gridOf(cells, all, choice)?.rows.length).toBe(release.manifest.lists['finding-item']?.length);
  });
});

describe('a map of risks', () => {
  const frame: Frame = {
    analysis: 'ckd-map',
    measure: 'persons',
    rows: 'ckd_g',
    columns: 'ckd_a',
    total: 'rows',
  };
  const risks: RiskMap = {
    G1: { A1: 'low', A2: 'raised', A3: 'high' },
    G2: { A1: 'highest' },
  };
  const drawn = (changed: (one: Cell) => Cell = (one) => one) => {
    const other = cellsOf({ ...release, cells: (name) => release.cells(name).map(changed) });
    const grid = gridOf(other, frame, choice)!;
    const text = String(heatTable(other, grid, risks, { id: 'map', caption: 'map' }, 'ja'));
    return [...text.matchAll(/<tr[^>]*><th scope="row">([^<]*)<\/th>(.*?)<\/tr>/gs)].map(([, name, row]) => ({
      name,
      cells: [...row!.matchAll(/<td class="([^"]*)">(.*?)<\/td>/gs)].map(([, className, inside]) => ({
        className: className!.trim(),
        sign: /class="sign" aria-hidden="true">(.)</.exec(inside!)?.[1],
        said: /class="vh">([^<]*)</.exec(inside!)?.[1]?.trim(),
      })),
    }));
  };
  const shown = (one: Cell): Cell => ({ ...one, value: 25, status: 'ok' });

  test('colour, sign and word of each class; no class where none is given, nor in the total', () => {
    const [g1, g2, ...rest] = drawn(shown);
    expect(g1?.cells).toEqual([
      { className: 'n same', sign: '○', said: 'リスクが低い' },
      { className: 'n up1', sign: '△', said: 'やや高い' },
      { className: 'n up2', sign: '▲', said: '高い' },
    ]);
    expect(g2?.cells[0]).toEqual({ className: 'n up3', sign: '■', said: 'とても高い' });
    expect(g2?.cells[1]).toEqual({ className: 'n', sign: undefined, said: undefined });
    expect(rest.at(-1)?.name).toBe('合計');
    for (const { cells: row } of rest) for (const cell of row) expect(cell.className).toBe('n');
  });

  test('a hidden cell has the hatch and no class, whatever it hides', () => {
    const [g1] = drawn((one) => ({ ...shown(one), value: null, status: 'hidden' }));
    for (const cell of g1!.cells)
      expect(cell).toEqual({ className: 'n hatch', sign: undefined, said: '非表示' });
  });
});
