import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { RuleContract } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { parseCsv } from '#shared/lists.ts';
import { text } from '../contract-text.ts';

/** A dated set of parameters: `version` is its name, `holds_to` empty while it is in force; all values as written. */
export type ParameterSet = Readonly<Record<string, string>>;

/** One folder of `pipelines/rules/`. */
export type Rule = {
  readonly name: string;
  readonly contract: RuleContract;
  readonly sql: string;
  readonly parameters: readonly ParameterSet[];
};

const rulesDirectory = fileURLToPath(new URL('../../../pipelines/rules/', import.meta.url));

/** Every rule folder holds these five; one that lacks any is refused by name. */
const ruleFiles = ['rule.sql', 'contract.ts', 'parameters.csv', 'cases.ts', 'notes.md'];

/** Names of all rules. */
export function ruleNames(directory = rulesDirectory): readonly string[] {
  return readdirSync(directory).sort();
}

/**
 * Reads a rule.
 * @throws {UserError} NOT_FOUND where there is none of this name; CONFIG_INVALID where its contract or parameters are not whole
 */
export async function openRule(name: string, directory = rulesDirectory): Promise<Rule> {
  if (!ruleNames(directory).includes(name)) throw noRule();
  const file = (of: string) => join(directory, name, of);
  const missing = ruleFiles.find((one) => !existsSync(file(one)));
  if (missing !== undefined) throw brokenRule(name, missing);
  const module: { default?: unknown } = await import(pathToFileURL(file('contract.ts')).href);
  const parsed = schema.safeParse(module.default);
  if (!parsed.success) throw brokenRule(name, parsed.error.issues[0]!.path.join('.'));
  return {
    name,
    contract: parsed.data,
    sql: readFileSync(file('rule.sql'), 'utf8'),
    parameters: readParameters(name, readFileSync(file('parameters.csv'), 'utf8'), parsed.data),
  };
}

/** The set of parameters in force on a day; undefined where the rule knows none. */
export function parametersOn(rule: Rule, day: string): ParameterSet | undefined {
  return rule.parameters.find(
    (set) => set['holds_from']! <= day && (set['holds_to'] === '' || day <= set['holds_to']!),
  );
}

const columns = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*$/),
  z.enum(['boolean', 'smallint', 'integer', 'bigint', 'double', 'date', 'text']),
);

const schema = z.strictObject({
  title: text,
  source: text,
  input: columns,
  parameters: columns,
  levels: z.record(z.string(), text),
  reasons: z.record(z.string(), text),
  causes: z.record(z.string(), text),
  unconfirmed: z.record(z.string(), text),
});

function readParameters(name: string, csv: string, contract: RuleContract): readonly ParameterSet[] {
  const [header = [], ...rows] = parseCsv(csv);
  const wanted = ['version', 'holds_from', 'holds_to', ...Object.keys(contract.parameters)];
  if (header.join() !== wanted.join() || rows.length === 0) throw brokenRule(name, 'parameters.csv');
  return rows.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])));
}

function noRule(): UserError {
  return new UserError(
    'NOT_FOUND',
    { ja: 'その名前の判定基準はありません。', en: 'There is no rule of this name.' },
    {
      hint: {
        ja: `使えるもの: ${ruleNames().join('、')}`,
        en: `There are: ${ruleNames().join(', ')}`,
      },
    },
  );
}

function brokenRule(name: string, place: string): UserError {
  return new UserError('CONFIG_INVALID', {
    ja: `判定基準 pipelines/rules/${name} の ${place} が正しくありません。`,
    en: `Rule pipelines/rules/${name}: ${place} is not valid.`,
  });
}
