import { guidanceItems } from '../checkup/items.ts';
import type { Noticed } from '../checkup/noticed.ts';
import type { Support, SupportKind } from '../checkup/support.ts';
import { readCell } from './cell.ts';
import type { Columns } from './columns.ts';

const sections: Readonly<Record<SupportKind, string>> = {
  first: '90030',
  continued: '90040',
  interim: '90050',
  final: '90060',
};

/** The items of continued support, by whose lists form, minutes, performer and points are read. */
const told = {
  form: '1032300012',
  minutes: '1032300013',
  points: '1032300014',
  performer: '1032300015',
} as const;

/** The support (支援) of a row: day, form, minutes, performer and process points, each only if it can be read. */
export function supportOfRow(
  { layout, place }: Columns,
  fields: readonly string[],
  kind: SupportKind,
  heldOn: string,
  line: number,
): { readonly support: Omit<Support, 'line'>; readonly noticed: readonly Noticed[] } {
  const noticed: Noticed[] = [];
  const read = (role: keyof typeof told) => {
    const name = layout.support?.[role];
    const item = guidanceItems().get(told[role]);
    if (name === undefined || item === undefined) return undefined;
    const form = { item, system: item.system, unit: item.unit, words: new Map<string, string>() };
    return readCell(fields[place(name) ?? -1] ?? '', { ...form, marks: 'range' }, (code) =>
      noticed.push({ code, item: name, line, count: 1 }),
    );
  };
  const support = {
    kind,
    section: sections[kind],
    heldOn,
    form: read('form')?.choice,
    minutes: whole(read('minutes')?.number),
    performer: read('performer')?.choice,
    points: whole(read('points')?.number),
  };
  return { support, noticed };
}

/** Minutes and points are whole numbers; another number is none. */
function whole(number: number | undefined): number | undefined {
  return number !== undefined && Number.isInteger(number) && number < 100_000 ? number : undefined;
}
