import type { Heading } from './heading.ts';
import { codeOfHead } from './items.ts';
import type { ItemColumn, Layout } from './layout.ts';
import { plainHeader } from './plain.ts';

/** What the columns of one file are, by a layout. */
export type Columns = {
  readonly layout: Layout;
  readonly heading: Heading;
  readonly width: number;
  /** Where a named column of the layout stands. */
  readonly place: (name: string | undefined) => number | undefined;
  readonly items: readonly { readonly at: number; readonly column: ItemColumn }[];
  /** Columns no mapping names, with the plain word in their head if it is one. */
  readonly unknown: readonly { readonly at: number; readonly name: string | undefined }[];
  /** Columns that say who somebody is or are to be passed over. */
  readonly passed: ReadonlySet<number>;
};

/** Words like 総合判定 or ＨＤＬ; nothing with digits enough to be somebody's number, nothing long enough to be a text. */
const plainName = /^(?=.*\p{L})(?!.*\d{3})[\p{L}\p{N}()（）%・/ー_-]{1,20}$/u;

/** As an item code stands in the head of a column. */
const codeInHead = /^\d[0-9A-Z]{9,16}$/;

/** The columns of a heading by a layout, whether it fits or not. */
export function placeColumns(layout: Layout, written: Heading): Columns {
  const heading = named(layout, written);
  const places = new Map<string, number>();
  heading.names.forEach((names, at) => {
    for (const name of names) {
      let count = 1;
      while (places.has(count === 1 ? name : `${name}[${count}]`)) count++;
      places.set(count === 1 ? name : `${name}[${count}]`, at);
    }
  });
  const place = (name: string | undefined) => (name === undefined ? undefined : places.get(name));
  const items =
    layout.heading === 'codes'
      ? codedItems(heading)
      : layout.items.flatMap((column) => placed(column, place));
  const used = new Set([
    ...items.map(({ at }) => at),
    ...namedColumns(layout).flatMap((name) => place(name) ?? []),
  ]);
  const passed = new Set<number>();
  const unknown: { at: number; name: string | undefined }[] = [];
  const isIgnored = ignoring(layout.person.ignored ?? []);
  heading.names.forEach((names, at) => {
    if (used.has(at)) return;
    if (names.length === 0 || names.some(isIgnored)) passed.add(at);
    else unknown.push({ at, name: plainNameOf(names) });
  });
  return { layout, heading, width: heading.names.length, place, items, unknown, passed };
}

/** The name of a column that may be shown: an item code or a plain word; nothing that could be about a person. */
export function plainNameOf(names: readonly string[]): string | undefined {
  return [codeInHead, plainName].flatMap((form) => names.find((name) => form.test(name)) ?? [])[0];
}

/** The heading with the names of the mapping: aliases replaced, leading columns named by their order. */
function named({ aliases, order, person }: Layout, heading: Heading): Heading {
  const names = heading.names.map((all) => all.map((name) => aliases.get(name) ?? name));
  const leading = names.findIndex((all) => all.some((name) => codeOfHead(name) !== undefined));
  const isUnnamed = leading === order.length && !names.flat().includes(person.birth_date);
  return { ...heading, names: names.map((all, at) => (isUnnamed && at < leading ? [order[at]!] : all)) };
}

function placed(column: ItemColumn, place: (name: string) => number | undefined) {
  const at = place(column.column);
  return at === undefined ? [] : [{ at, column }];
}

/** Columns with a 17-digit item code of the list in their head. */
function codedItems({ names }: Heading): { at: number; column: ItemColumn }[] {
  return names.flatMap((heads, at) => {
    const code = heads.map(codeOfHead).find((one) => one !== undefined);
    return code === undefined ? [] : [{ at, column: { column: code, code } }];
  });
}

/** Every column of a layout that is no item: of the person, of the row. */
function namedColumns({ person, join, sheet, entry, record, support, items }: Layout): readonly string[] {
  const { ignored: _, ...ofPerson } = person;
  const names = [
    ...Object.values(ofPerson),
    ...join,
    sheet,
    entry,
    record?.column,
    ...Object.values(support ?? {}),
    ...items.map(({ by }) => by),
  ];
  return names.filter((name) => name !== undefined);
}

/** Whether a name is one of those to be passed over; `*` in a pattern is any number of letters. */
export function ignoring(patterns: readonly string[]): (name: string) => boolean {
  const tests = patterns.map((pattern) => {
    const parts = pattern.split('*').map((part) => RegExp.escape(plainHeader(part)));
    return new RegExp(`^${parts.join('.*')}$`, 'u');
  });
  return (name) => tests.some((test) => test.test(name));
}

/** Columns without which no row of a layout can be read. */
function neededColumns({ person, sheet, entry, record }: Layout): readonly string[] {
  const { number, symbol_number, birth_date, sex, day } = person;
  const names = [number, symbol_number, birth_date, sex, day, sheet, entry, record?.column];
  return names.filter((name) => name !== undefined);
}

/** Whether the rows continue those of another file: they have a key, and who it is about stands there. */
export function isContinuing({ layout, place }: Columns): boolean {
  return (
    layout.join.some((name) => place(name) !== undefined) && place(layout.person.birth_date) === undefined
  );
}

/**
 * How well a heading fits a layout: 0 not at all, 1 all of its items are there. A file is of a layout with at least
 * half of whose items it has.
 */
export function fitOf(columns: Columns): number {
  const { layout, heading, place, items } = columns;
  if (layout.heading === 'codes') {
    const hasKeys = layout.join.some((name) => place(name) !== undefined);
    return heading.isMarked && hasKeys && items.length > 0 ? 1 : 0;
  }
  if (heading.isMarked || neededColumns(layout).some((name) => place(name) === undefined)) return 0;
  return items.length / layout.items.length;
}
