import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { AnalysisContract } from './define/analysis.ts';
import { dataClasses } from './define/data-class.ts';
import { UserError } from './errors.ts';
import type { Text } from './text.ts';

/** One analysis folder, complete and with a contract that makes sense. */
export type Analysis = {
  readonly name: string;
  readonly contract: AnalysisContract;
  readonly directory: string;
  readonly modelPath: string;
};

/** Every analysis folder holds these four; one that lacks any is refused by name. */
export const analysisFiles = ['model.sql', 'contract.ts', 'cases.ts', 'notes.md'] as const;

export const analysesDirectory = fileURLToPath(new URL('../../pipelines/analyses/', import.meta.url));

/** All analyses by folder, in the order of their names. Throws GATE_CONTRACT naming the folder and what is wrong. */
export async function discoverAnalyses(directory = analysesDirectory): Promise<readonly Analysis[]> {
  const names = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(names.map((name) => openAnalysis(name, join(directory, name))));
}

async function openAnalysis(name: string, directory: string): Promise<Analysis> {
  const missing = analysisFiles.filter((file) => !existsSync(join(directory, file)));
  if (missing.length > 0)
    throw refused(name, { ja: `${missing.join('、')} がありません`, en: `${missing.join(', ')} missing` });
  const module: { default?: unknown } = await import(pathToFileURL(join(directory, 'contract.ts')).href);
  return {
    name,
    contract: checkContract(name, module.default),
    directory,
    modelPath: join(directory, 'model.sql'),
  };
}

/** The contract itself when every rule holds. Throws GATE_CONTRACT naming the analysis, the place and the expectation. */
export function checkContract(name: string, value: unknown): AnalysisContract {
  const parsed = contractSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues
    .map((issue) => `${issue.path.join('.') || 'contract'}: ${issue.message}`)
    .join('; ');
  throw refused(name, { ja: places, en: places });
}

const text = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });
const word = z.string().regex(/^[a-z][a-z0-9_-]*$/);
const column = z.string().regex(/^[a-z][a-z0-9_]*$/);

const dimension = z.strictObject({
  title: text,
  list: word,
  total: z.literal(false).exactOptional(),
  overlapping: z.literal(true).exactOptional(),
});

const counted = { column, quantity: column, population: z.record(column, z.string().min(1)).exactOptional() };

const measure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('persons'),
    title: text,
    unit: text,
    ...counted,
    of: column.exactOptional(),
    against: column.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('sum'),
    title: text,
    unit: text,
    ...counted,
    totalOnly: z.array(column).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('ratio'),
    title: text,
    unit: text,
    numerator: column,
    denominator: column,
    scale: z.number().positive(),
    decimals: z.number().int().min(0).max(3),
    denominatorAt: z.array(column).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('standardised'),
    title: text,
    unit: z.strictObject({ ja: z.string(), en: z.string() }),
    observed: column,
    expected: column,
    stratum: column,
    scale: z.number().positive(),
    decimals: z.number().int().min(0).max(3),
    per: z.number().int().positive().exactOptional(),
  }),
]);

const contractSchema = z
  .strictObject({
    title: text,
    question: text,
    method: text,
    purpose: word,
    classes: z.array(z.enum(dataClasses)).min(1),
    period: z.enum(['fiscal-year', 'month']),
    dimensions: z.record(column, dimension),
    tables: z.array(z.array(column)).min(1),
    measures: z.record(column, measure),
    k: z.number().int().min(10).exactOptional(),
  })
  .superRefine((contract, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    contract.tables.forEach((table, index) => {
      for (const name of table)
        if (!(name in contract.dimensions)) complain(['tables', index], `no dimension ${name}`);
      for (const [name, { total }] of Object.entries(contract.dimensions))
        if (total === false && !table.includes(name))
          complain(['tables', index], `${name} has no total and must stand in it`);
    });
    for (const name of Object.keys(contract.dimensions))
      if (!contract.tables.some((table) => table.includes(name)))
        complain(['dimensions', name], 'stands in no table');
    for (const [name, one] of Object.entries(contract.measures)) {
      const kinds = (target: string) => contract.measures[target]?.kind ?? 'ratio';
      if (one.kind === 'persons' && one.of !== undefined && kinds(one.of) !== 'persons')
        complain(['measures', name, 'of'], 'no persons measure of this name');
      if (one.kind === 'persons' && one.against !== undefined && kinds(one.against) !== 'persons')
        complain(['measures', name, 'against'], 'no persons measure of this name');
      const at = one.kind === 'sum' ? one.totalOnly : one.kind === 'ratio' ? one.denominatorAt : undefined;
      for (const dimension of at ?? [])
        if (!(dimension in contract.dimensions)) complain(['measures', name], `no dimension ${dimension}`);
      if ('column' in one) {
        for (const dimension of Object.keys(one.population ?? {}))
          if (dimension in contract.dimensions)
            complain(['measures', name, 'population'], `${dimension} is a dimension of its own`);
        const twin = Object.values(contract.measures)
          .filter((other) => 'column' in other)
          .find((other) => other.column === one.column);
        if (!isDeepStrictEqual(twin?.population, one.population))
          complain(['measures', name, 'population'], `another measure of ${one.column} is about others`);
      } else if (one.kind === 'ratio') {
        for (const side of ['numerator', 'denominator'] as const)
          if (!['persons', 'sum'].includes(kinds(one[side])))
            complain(['measures', name, side], 'no persons or sum measure of this name');
      } else {
        for (const side of ['observed', 'expected'] as const)
          if (kinds(one[side]) !== 'sum') complain(['measures', name, side], 'no sum measure of this name');
        for (const [dimension, { list }] of Object.entries(contract.dimensions))
          if (list !== 'reporting-unit')
            complain(
              ['measures', name],
              `${dimension}: a standardised figure is split by reporting unit only`,
            );
      }
    }
  });

function refused(name: string, what: Text): UserError {
  return new UserError(
    'GATE_CONTRACT',
    { ja: `分析「${name}」は使えません: ${what.ja}。`, en: `Analysis "${name}" cannot be used: ${what.en}.` },
    {
      hint: { ja: `pipelines/analyses/${name}/ を直してください。`, en: `Mend pipelines/analyses/${name}/.` },
    },
  );
}
