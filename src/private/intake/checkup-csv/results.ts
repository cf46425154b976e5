import type { Item } from '../checkup/items.ts';
import { createNotices, type Noticed } from '../checkup/noticed.ts';
import type { SupportKind } from '../checkup/support.ts';
import type { ItemValue } from '../checkup/value.ts';
import { type CellForm, readCell } from './cell.ts';
import type { Columns } from './columns.ts';
import { listedItem, listInForce } from './items.ts';
import type { ItemColumn } from './layout.ts';
import { plainList, plainWord } from './plain.ts';

export type RowResult = ItemValue & { readonly itemCode: string };

export type RowResults = {
  readonly results: readonly RowResult[];
  readonly noticed: readonly Noticed[];
};

/** Reads the items of one row of a day (undefined where another file knows it); `support` is the kind of support it records. */
export type ItemReader = (
  fields: readonly string[],
  day: string | undefined,
  line: number,
  support: SupportKind | undefined,
) => RowResults;

type Prepared = {
  readonly at: number;
  readonly column: ItemColumn;
  readonly words: ReadonlyMap<string, string>;
  /** Of a column whose item another one decides: where that is, and what its values mean. */
  readonly decided?: {
    readonly at: number | undefined;
    readonly codes: ReadonlyMap<string, string>;
    readonly deciding: Item | undefined;
  };
};

/** Prepares the item columns of a file once for all its rows. */
export function itemReader({ items, place, layout }: Columns): ItemReader {
  const columns = items.map(({ at, column }): Prepared => {
    const words = plainList(column.words ?? {});
    if (column.by === undefined) return { at, column, words };
    const other = items.find((one) => one.column.column === column.by)?.column.code;
    const deciding = typeof other === 'string' ? listedItem(other) : undefined;
    return {
      at,
      column,
      words,
      decided: { at: place(column.by), codes: plainList(column.codes ?? {}), deciding },
    };
  });

  return (fields, day, line, support) => {
    const results = new Map<string, RowResult>();
    const notices = createNotices();
    for (const { at, column, words, decided } of columns) {
      const text = fields[at] ?? '';
      if (plainWord(text) === '') continue;
      const itemCode = decided ? decidedCode(decided, fields, day) : codeOf(column, support);
      const item = itemCode === undefined ? undefined : listedItem(itemCode);
      if (itemCode === undefined || item === undefined) {
        notices.add('csv_item_undecided', line, column.column);
        continue;
      }
      if (!item.stored) continue;
      const form: CellForm = {
        item,
        system: listInForce(item, day),
        unit: column.unit ?? item.unit,
        words,
        marks: layout.marks,
      };
      const value = readCell(text, form, (code) => notices.add(code, line, itemCode));
      if (value === undefined) continue;
      if (results.has(itemCode)) notices.add('checkup_repeated_item', line, itemCode);
      else results.set(itemCode, { itemCode, ...value });
    }
    return { results: [...results.values()], noticed: notices.all() };
  };
}

function codeOf({ code }: ItemColumn, support: SupportKind | undefined): string | undefined {
  if (typeof code === 'string' || code === undefined) return code;
  return support === undefined ? undefined : code[support];
}

/** The item whose method, or time since the meal, the deciding column names: by its word, or by the code it stands for. */
function decidedCode(
  { at, codes, deciding }: NonNullable<Prepared['decided']>,
  fields: readonly string[],
  day: string | undefined,
): string | undefined {
  const text = at === undefined ? '' : (fields[at] ?? '');
  const known = codes.get(plainWord(text));
  if (known !== undefined || deciding === undefined) return known;
  const form = {
    item: deciding,
    system: listInForce(deciding, day),
    unit: '',
    words: new Map(),
    marks: 'range',
  } as const;
  return codes.get(readCell(text, form, () => {})?.choice ?? '');
}
