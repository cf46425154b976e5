import { z } from 'zod';
import { addMonths, parseMonth } from '#shared/month.ts';
import type { DraftHeader } from '../documents/draft.ts';
import type { Addressed } from '../documents/printer.ts';
import type { List } from './open.ts';

/** What the printer of a list needs besides the rows: the words of the contract on the day of the draft, in Japanese. */
const settingsSchema = z.object({
  title: z.string(),
  source: z.string(),
  note: z.string(),
  handledMonths: z.number(),
  /** In the order of the sheet. */
  levels: z.array(z.object({ code: z.string(), name: z.string() })),
  columns: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      decimals: z.number().optional(),
      words: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

export type SheetSettings = z.infer<typeof settingsSchema>;
export type SheetColumn = SheetSettings['columns'][number];

/** The settings of a draft, for its header. */
export function printSettings({ contract, rule }: List): SheetSettings {
  return {
    title: contract.title.ja,
    source: rule.contract.source.ja,
    note: contract.note.ja,
    handledMonths: contract.handledMonths,
    levels: contract.listed.map((code) => ({ code, name: rule.contract.levels[code]!.ja })),
    columns: Object.entries(contract.columns).map(([key, { title, decimals, words }]) => ({
      key,
      title: title.ja,
      ...(decimals === undefined ? {} : { decimals }),
      ...(words === undefined ? {} : { words: japanese(words) }),
    })),
  };
}

function japanese(words: Readonly<Record<string, { readonly ja: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([code, word]) => [code, word.ja]));
}

/** The settings as read back from the header of a draft. */
export function sheetSettings({ settings }: DraftHeader): SheetSettings {
  return settingsSchema.parse(settings);
}

const rowSchema = z.object({
  row: z.string(),
  level: z.string(),
  why: z.string(),
  examinedOn: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  age: z.number().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

/** One person on the list, with the name. */
export type SheetRow = z.infer<typeof rowSchema> & {
  readonly name: string;
  readonly kana: string;
  /** 記号・番号-枝番 */
  readonly card: string;
};

export function sheetRow({ row, identity }: Addressed): SheetRow {
  const { symbol, number, branch, name, kana } = identity;
  const card = [symbol, number].filter((part) => part).join('・');
  return {
    ...rowSchema.parse(row),
    name: name ?? '',
    kana: kana ?? '',
    card: branch ? `${card}-${branch}` : card,
  };
}

/** By level as the contract orders them, then by kana, then by the row's random id. */
export function inSheetOrder(rows: readonly SheetRow[], { levels }: SheetSettings): readonly SheetRow[] {
  const rank = new Map(levels.map(({ code }, index) => [code, index]));
  const keyed = rows.map((row) => ({
    row,
    key: `${rank.get(row.level) ?? 99}\u0000${row.kana}\u0000${row.row}`,
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

/** A value as it stands on paper; empty where it was not measured. */
export function valueText({ key, decimals, words }: SheetColumn, { values }: SheetRow): string {
  const value = values[key] ?? null;
  if (value === null) return '';
  if (typeof value === 'number') return value.toFixed(decimals ?? 0);
  return words?.[value] ?? value;
}

export function sexText({ sex }: SheetRow): string {
  return sex === null ? '' : { male: '男', female: '女' }[sex];
}

/** What every sheet says about itself (機密区分, 指定番号, 取扱期間, 開示範囲). */
export function sheetFacts(header: DraftHeader, number: string) {
  const { title, handledMonths } = sheetSettings(header);
  const until = addMonths(parseMonth(header.asOf.slice(0, 7))!, handledMonths);
  return {
    title,
    number,
    confidentiality: '極秘',
    period: `${header.period}年度（基準日 ${japaneseDay(header.asOf)}）`,
    handling: `${japaneseDay(header.asOf)}〜${until.slice(0, 4)}年${Number(until.slice(5))}月末`,
    disclosure: header.scope,
  };
}

function japaneseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
