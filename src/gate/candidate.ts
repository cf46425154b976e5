import { mkdirSync } from 'node:fs';
import type { Manifest, ManifestMeasure } from '#release/form.ts';
import { type AnalysisContent, writeRelease } from '#release/write.ts';
import type { Settings } from '#shared/config.ts';
import type { Measure } from '#shared/define/analysis.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { readKeyFile } from '#shared/key-file.ts';
import { dateOf } from '#shared/month.ts';
import type { Counted } from './count/count.ts';
import type { Society } from './count/society.ts';
import { engine } from './engine.ts';
import { printCells } from './print.ts';
import type { Protected } from './protect.ts';
import { proofDigest } from './stored-proof.ts';
import type { Figure } from './tables/cells.ts';

/** A release that was counted and proved, before it is written. */
export type Settled = {
  readonly society: Society;
  /** Last month of care that may be published. */
  readonly closedThrough: string;
  readonly counted: readonly Counted[];
  readonly figures: ReadonlyMap<string, Figure>;
  readonly result: Protected;
};

/** Writes and signs `private/candidates/<id>/`. @throws {UserError} NOT_FOUND where a key is missing */
export function writeCandidate(
  home: Home,
  settings: Settings,
  { society, closedThrough, counted, figures, result }: Settled,
  effects: Effects,
): Manifest {
  const contents = counted.map((one) => contentOf(one, society, figures, result));
  const used = new Set(
    counted.flatMap(({ analysis }) =>
      Object.values(analysis.contract.dimensions).map((dimension) => dimension.list),
    ),
  );
  mkdirSync(home.candidates, { recursive: true, mode: 0o700 });
  return writeRelease(
    home.candidates,
    {
      society: { name: settings.society.name, demo: settings.society.demo },
      createdOn: dateOf(effects.now()),
      asOf: society.asOf,
      k: settings.publication.k,
      grade: settings.publication.grade,
      closedThrough,
      inputs: [...society.inputs],
      rules: [...society.rules],
      proofDigest: proofDigest(home, result.proof),
      engine,
      lists: Object.fromEntries(
        [...society.lists].filter(([name]) => used.has(name)).map(([name, list]) => [name, [...list]]),
      ),
      analyses: contents,
    },
    readKeyFile(home, 'release.key'),
  );
}

function contentOf(
  one: Counted,
  society: Society,
  figures: ReadonlyMap<string, Figure>,
  result: Protected,
): AnalysisContent {
  const { name, contract } = one.analysis;
  const { title, question, method, purpose, classes, period, dimensions, tables } = contract;
  const measures = Object.entries(contract.measures).map(([key, measure]) => [key, wordsOf(measure)]);
  return {
    name,
    title,
    question,
    method,
    purpose,
    classes: [...classes],
    period,
    periods: [...one.periods],
    dimensions: { ...dimensions },
    tables: tables.map((table) => [...table]),
    measures: Object.fromEntries(measures),
    cells: printCells(one, society, figures, (id) => result.hidden.has(id)),
  };
}

/** A measure without the names of columns of its model. */
function wordsOf(measure: Measure): ManifestMeasure {
  if (measure.kind === 'ratio') {
    const { denominatorAt, ...rest } = measure;
    return { ...rest, ...(denominatorAt && { denominatorAt: [...denominatorAt] }) };
  }
  if (measure.kind === 'standardised') {
    const { stratum: _, ...rest } = measure;
    return rest;
  }
  const { title, unit, quantity, population } = measure;
  const words = { title, unit, quantity, ...(population && { population }) };
  if (measure.kind === 'sum') return { kind: 'sum', ...words };
  return { kind: 'persons', ...words, ...(measure.of !== undefined && { of: measure.of }) };
}
