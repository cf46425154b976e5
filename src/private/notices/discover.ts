import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { dataClasses, type NoticeContract } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { text } from '../contract-text.ts';
import { pipelinesDirectory } from '../models/discover.ts';
import { openRule, type Rule } from '../rules/open.ts';

/** One folder of `pipelines/notices/`, complete and with a contract that makes sense. */
export type Notice = {
  readonly name: string;
  readonly contract: NoticeContract;
  readonly selectSql: string;
  readonly totalSql: string;
  /** With a rule: the rule and what it is asked. */
  readonly asks?: { readonly rule: Rule; readonly inputSql: string };
};

/** Every notice folder holds these; one that lacks any is refused by name. */
export const noticeFiles = [
  'select.sql',
  'total.sql',
  'contract.ts',
  'letter.ts',
  'letter.typ',
  'text.ja.md',
  'cases.ts',
  'notes.md',
] as const;

export const noticesDirectory = join(pipelinesDirectory, 'notices');

export function noticeNames(directory = noticesDirectory): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * The notice of a folder.
 * @throws {UserError} NOT_FOUND where there is none of this name; CONFIG_INVALID naming what its folder lacks
 */
export async function openNotice(name: string, directory = noticesDirectory): Promise<Notice> {
  const names = noticeNames(directory);
  if (!names.includes(name)) throw unknownNotice(names);
  const folder = join(directory, name);
  const missing = noticeFiles.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) throw notWhole(name, missing.join(', '));
  const module: { default?: unknown } = await import(pathToFileURL(join(folder, 'contract.ts')).href);
  const contract = contractSchema.safeParse(module.default);
  if (!contract.success) {
    const issue = contract.error.issues[0]!;
    throw notWhole(name, `contract.ts ${issue.path.join('.')}: ${issue.message}`);
  }
  const sql = (file: string) => readFileSync(join(folder, file), 'utf8').trimEnd();
  const { data } = contract;
  return {
    name,
    contract: data,
    selectSql: sql('select.sql'),
    totalSql: sql('total.sql'),
    ...(data.rule === undefined
      ? {}
      : { asks: { rule: await openRule(data.rule), inputSql: sql('input.sql') } }),
  };
}

const column = z.string().regex(/^[a-z][a-z0-9_]*$/);
const code = z.string().regex(/^[a-z][a-z-]*$/);

const contractSchema = z
  .strictObject({
    title: text,
    purpose: code,
    classes: z.array(z.enum(dataClasses)).min(1),
    addressing: z.array(z.enum(dataClasses)).min(1),
    scope: text,
    rule: code.exactOptional(),
    remembers: z.literal(true).exactOptional(),
    masters: z
      .array(z.strictObject({ form: code, title: text, since: z.string().exactOptional() }))
      .exactOptional(),
    per: z.array(z.enum(['household', 'person'])).min(1),
    outcomes: z.record(code, text),
    amounts: z.record(column, z.strictObject({ title: text, conserved: z.literal(true).exactOptional() })),
    line: z.record(column, z.enum(['month', 'count', 'yen', 'text', 'flag', 'person'])),
    rules: z.array(code),
  })
  .refine(({ outcomes }) => 'notified' in outcomes, { path: ['outcomes'], message: 'notified is missing' });

function unknownNotice(names: readonly string[]): UserError {
  return new UserError(
    'NOT_FOUND',
    { ja: 'その名前の通知はありません。', en: 'There is no notice of that name.' },
    {
      hint: {
        ja: `次のどれかを指定してください: ${names.join('、')}。`,
        en: `Choose one of: ${names.join(', ')}.`,
      },
    },
  );
}

function notWhole(name: string, what: string): UserError {
  return new UserError('CONFIG_INVALID', {
    ja: `通知「${name}」のフォルダーが整っていません（${what}）。何も作っていません。`,
    en: `The folder of the notice "${name}" is not whole (${what}). Nothing was made.`,
  });
}
