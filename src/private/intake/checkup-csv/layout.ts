import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { UserError } from '#shared/errors.ts';
import type { Text } from '#shared/text.ts';
import { convertUnit } from '../checkup/units.ts';
import { listedItem } from './items.ts';
import { plainHeader, plainWord } from './plain.ts';

/** One folder with a `mapping.toml` per layout (様式) of a checkup or guidance CSV. */
export const layoutDirectory = fileURLToPath(
  new URL('../../../../pipelines/sources/checkup-csv/', import.meta.url),
);

const header = z.string().min(1).max(60).transform(plainHeader);
const itemCode = z.string().regex(/^\d[0-9A-Z]{9,16}$/);
const supportKind = z.enum(['first', 'interim', 'continued', 'final']);

/** Where the value of a column goes: to one item, to one by the kind of support, or to one by another column. */
const item = z
  .strictObject({
    code: z.union([itemCode, z.partialRecord(supportKind, itemCode)]).optional(),
    by: header.optional(),
    codes: z.record(z.string(), itemCode).optional(),
    /** Unit of the numbers where it is not the listed one: a `from` of `pipelines/reference/unit-conversion.csv`. */
    unit: z.string().min(1).optional(),
    /** Words of this column → option codes, before the words of the option list. */
    words: z.record(z.string(), z.string()).optional(),
  })
  .refine(({ code, by, codes }) => (code === undefined) === (by !== undefined && codes !== undefined));

const person = z.strictObject({
  insurer: header.optional(),
  symbol: header.optional(),
  number: header.optional(),
  /** 記号 and 番号 in one column, divided by a hyphen or a blank. */
  symbol_number: header.optional(),
  branch: header.optional(),
  kana: header.optional(),
  birth_date: header,
  sex: header,
  day: header,
  institution: header.optional(),
  ignored: z.array(z.string()).optional(),
});

const record = z.strictObject({ report_code: z.string().regex(/^\d\d$/), support: supportKind.optional() });

const mapping = z
  .strictObject({
    title: z.string().min(1),
    title_en: z.string().min(1),
    kind: z.enum(['checkup', 'guidance']),
    provenance: z.enum(['own', 'employer', 'other-insurer', 'paper']),
    /** 報告区分 */
    report_code: z
      .string()
      .regex(/^\d\d$/)
      .optional(),
    /** 健診プログラムサービスコード */
    program: z.string().regex(/^\d{3}$/),
    /** `names`: one line of names; `codes`: three lines beginning with #, item codes in the second. */
    heading: z.enum(['names', 'codes']).default('names'),
    /** Other names of columns → the names used here. */
    aliases: z.record(z.string(), header).default({}),
    /** Of `codes`: the columns before the first item in their order, where the heading does not name them. */
    order: z.array(header).default([]),
    /** Columns by which the rows of further files continue those of the first. */
    join: z.array(header).default([]),
    /** What H and L beside a value mean: beyond the range of input, or a mark of the laboratory (`reference`). */
    marks: z.enum(['range', 'reference']).default('range'),
    /** Columns of the number of a sheet that is entered twice, and of which entry (1 or 2) a row is. */
    sheet: header.optional(),
    entry: header.optional(),
    person,
    record: z.looseObject({ column: header }).optional(),
    support: z.strictObject({ form: header, minutes: header, performer: header, points: header }).optional(),
    items: z.record(z.string(), item).default({}),
  })
  .refine(({ person: { number, symbol_number } }) => (number === undefined) !== (symbol_number === undefined))
  .refine(({ sheet, entry }) => (sheet === undefined) === (entry === undefined))
  .refine(
    ({ kind, record, support }) => (kind === 'guidance') === (record !== undefined && support !== undefined),
  );

export type ItemColumn = z.infer<typeof item> & { readonly column: string };
export type RecordKind = z.infer<typeof record>;
type Mapping = z.infer<typeof mapping>;

/** How the columns of one kind of CSV are read; every name of a column is as `plainHeader` makes it. */
export type Layout = Omit<Mapping, 'title' | 'title_en' | 'items' | 'record' | 'aliases'> & {
  /** Name of the folder. */
  readonly name: string;
  readonly title: Text;
  readonly aliases: ReadonlyMap<string, string>;
  readonly items: readonly ItemColumn[];
  /** The column that says what a row records, and its words. */
  readonly record: { readonly column: string; readonly kinds: ReadonlyMap<string, RecordKind> } | undefined;
};

/**
 * The layout of a mapping file.
 * @throws {UserError} CONFIG_INVALID naming the mapping and the key
 */
export function parseLayout(name: string, text: string): Layout {
  const read = mapping.safeParse(parseToml(name, text));
  if (!read.success) throw invalid(name, read.error.issues[0]?.path.join('.') || 'mapping');
  const unknown = Object.entries(read.data.items).find(([, one]) => !isListed(one));
  if (unknown !== undefined) throw invalid(name, `items.${unknown[0]}`);
  const { title, title_en, aliases, items, record: rows, ...rest } = read.data;
  return {
    ...rest,
    name,
    title: { ja: title, en: title_en },
    aliases: new Map(Object.entries(aliases).map(([from, to]) => [plainHeader(from), to])),
    items: Object.entries(items).map(([column, one]) => ({ ...one, column: plainHeader(column) })),
    record: rows && { column: rows.column, kinds: recordKinds(name, rows) },
  };
}

/** Whether every item code of a column is in the item list, and its unit can be brought into the listed one. */
function isListed({ code, codes = {}, unit }: z.infer<typeof item>): boolean {
  const all = [...(typeof code === 'string' ? [code] : Object.values(code ?? {})), ...Object.values(codes)];
  return all.every((one) => {
    const listed = listedItem(one);
    return listed !== undefined && (unit === undefined || convertUnit(1, unit, listed) !== undefined);
  });
}

function recordKinds(name: string, { column: _, ...words }: Record<string, unknown>) {
  const entries = Object.entries(words).map(([word, kind]) => {
    const read = record.safeParse(kind);
    if (!read.success) throw invalid(name, `record.${word}`);
    return [plainWord(word), read.data] as const;
  });
  return new Map(entries);
}

function parseToml(name: string, text: string): unknown {
  try {
    return parse(text);
  } catch {
    throw invalid(name, 'TOML');
  }
}

let layouts: readonly Layout[] | undefined;

/** Every layout of the program, by name. @throws {UserError} CONFIG_INVALID */
export function loadLayouts(): readonly Layout[] {
  layouts ??= readLayouts(layoutDirectory);
  return layouts;
}

function readLayouts(directory: string): readonly Layout[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => parseLayout(name, readFileSync(join(directory, name, 'mapping.toml'), 'utf8')));
}

function invalid(name: string, key: string): UserError {
  return new UserError(
    'CONFIG_INVALID',
    {
      ja: `CSV の対応表「${name}」（mapping.toml）の「${key}」が正しくありません。`,
      en: `The CSV mapping "${name}" (mapping.toml) is not valid at "${key}".`,
    },
    {
      hint: {
        ja: 'docs/csv-contracts.md の「健診・保健指導の CSV」の書き方と見比べて直してください。',
        en: 'Compare it with docs/csv-contracts.md and mend it.',
      },
    },
  );
}
