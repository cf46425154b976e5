import type { Finding, Slot } from '#shared/define.ts';
import type { Language } from '#shared/text.ts';
import { type Cells, shown } from './cells.ts';
import { direction } from './chance.ts';
import { difference, spoken } from './format.ts';
import { codesOf } from './names.ts';
import { monthLabel, monthsOfYear, yearName } from './periods.ts';

/** A sentence as runs of text; what came from a cell is strong. */
export type Said = readonly { readonly text: string; readonly strong: boolean }[];

export type Telling = { readonly cells: Cells; readonly year: number; readonly language: Language };

/** The first version of a statement that the shown figures allow; undefined where there is none. */
export function say(finding: Finding, telling: Telling): Said | undefined {
  for (const sentence of finding) {
    const { strings, slots } = sentence[telling.language];
    const filled = slots.map((slot) => fill(slot, telling));
    if (filled.some((text) => text === undefined)) continue;
    return strings.flatMap((text, index) => {
      const slot = slots[index];
      const after = filled[index] ?? '';
      return [
        { text, strong: false },
        { text: after, strong: slot !== undefined && slot.slot !== 'moved' && slot.slot !== 'year' },
      ].filter((run) => run.text !== '');
    });
  }
  return undefined;
}

export function plain(said: Said | undefined): string {
  return (said ?? []).map((run) => run.text).join('');
}

function fill(slot: Slot, telling: Telling): string | undefined {
  const { cells, year, language } = telling;
  if (slot.slot === 'year') return yearName(year - (slot.back ?? 0), language);
  const measure = cells.analysis(slot.of.analysis)?.measures[slot.of.measure];
  if (measure === undefined) return undefined;
  const now = () => shown(cells.ofYear(slot.of, year));
  switch (slot.slot) {
    case 'value': {
      const value = now();
      return value === undefined ? undefined : spoken(value, measure, language);
    }
    case 'change':
    case 'gap': {
      const value = now();
      const before = shown(cells.ofYear({ ...slot.of, back: 1 }, year));
      if (value === undefined || before === undefined) return undefined;
      const text = difference(value - before, measure, language);
      return slot.slot === 'gap' ? text.replace(/^[+−±]/, '') : text;
    }
    case 'moved': {
      const way = direction(cells, slot.of, year);
      return way === 1 ? slot.up : way === -1 ? slot.down : undefined;
    }
    case 'unsure':
      return direction(cells, slot.of, year) === 0 ? '' : undefined;
    case 'top': {
      const best = highest(slot, telling);
      if (best === undefined) return undefined;
      return slot.show === 'name' ? best.name : spoken(best.value, measure, language);
    }
  }
}

/** The highest shown figure over a dimension or the months; undefined where `all` are asked for and one is hidden. */
function highest({ of, over, among, only }: Extract<Slot, { slot: 'top' }>, telling: Telling) {
  const { cells, year, language } = telling;
  const places =
    over === 'month'
      ? monthsOfYear(year).map((month) => ({
          name: monthLabel(month, language),
          cell: cells.find(of.analysis, month, of.at ?? {}, of.measure),
        }))
      : codesOf(cells, of.analysis, over, language)
          .filter(({ code }) => only?.includes(code) ?? true)
          .map((code) => ({
            name: code.short,
            cell: cells.ofYear({ ...of, at: { ...of.at, [over]: code.code } }, year),
          }));
  const published = places.filter(({ cell }) => cell !== undefined && cell.status !== 'na');
  const visible = published.flatMap(({ name, cell }) => {
    const value = shown(cell);
    return value === undefined ? [] : [{ name, value }];
  });
  if (among === 'all' && visible.length < published.length) return undefined;
  return visible.reduce<{ name: string; value: number } | undefined>(
    (best, one) => (best === undefined || one.value > best.value ? one : best),
    undefined,
  );
}
