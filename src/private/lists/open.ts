import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { dataClasses, type ListContract } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { text } from '../contract-text.ts';
import { openRule, type Rule } from '../rules/open.ts';

/** One folder of `pipelines/lists/`, with the rule it asks. */
export type List = {
  readonly name: string;
  readonly contract: ListContract;
  readonly sql: string;
  readonly rule: Rule;
};

export const listsDirectory = fileURLToPath(new URL('../../../pipelines/lists/', import.meta.url));

/** Every list folder holds these four. */
const listFiles = ['select.sql', 'contract.ts', 'cases.ts', 'notes.md'];

/** Names of all lists. */
export function listNames(): readonly string[] {
  return readdirSync(listsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads a list.
 * @throws {UserError} NOT_FOUND where there is none of this name; CONFIG_INVALID where its contract is not whole
 */
export async function openList(name: string): Promise<List> {
  if (!listNames().includes(name)) throw noList();
  const folder = join(listsDirectory, name);
  const missing = listFiles.find((file) => !existsSync(join(folder, file)));
  if (missing !== undefined) throw brokenList(name, missing);
  const contract = join(folder, 'contract.ts');
  const module: { default?: unknown } = await import(pathToFileURL(contract).href);
  const parsed = schema.safeParse(module.default);
  if (!parsed.success) throw brokenList(name, parsed.error.issues[0]!.path.join('.'));
  const rule = await openRule(parsed.data.rule);
  const unknown = parsed.data.listed.find((level) => !(level in rule.contract.levels));
  if (unknown !== undefined) throw brokenList(name, `listed: ${unknown}`);
  return { name, contract: parsed.data, sql: readFileSync(join(folder, 'select.sql'), 'utf8'), rule };
}

const schema = z.strictObject({
  title: text,
  purpose: z.string(),
  classes: z.array(z.enum(dataClasses)).min(1),
  addressing: z.array(z.enum(dataClasses)).min(1),
  scope: text,
  handledMonths: z.number().int().positive(),
  rule: z.string(),
  listed: z.array(z.string()).min(1),
  exclusions: z.record(z.string(), text),
  note: text,
  columns: z.record(
    z.string().regex(/^[a-z][a-z0-9_]*$/),
    z.strictObject({
      title: text,
      decimals: z.number().int().min(0).max(2).exactOptional(),
      words: z.record(z.string(), text).exactOptional(),
    }),
  ),
});

function noList(): UserError {
  return new UserError(
    'NOT_FOUND',
    {
      ja: 'その名前の対象者リストはありません。何も作っていません。',
      en: 'There is no list of this name. Nothing was made.',
    },
    {
      hint: { ja: `使えるもの: ${listNames().join('、')}`, en: `There are: ${listNames().join(', ')}` },
    },
  );
}

function brokenList(name: string, place: string): UserError {
  return new UserError('CONFIG_INVALID', {
    ja: `対象者リスト pipelines/lists/${name} の ${place} が正しくありません。`,
    en: `List pipelines/lists/${name}: ${place} is not valid.`,
  });
}
