import { convertUnit } from '../checkup/units.ts';
import { headRecords } from '../csv.ts';
import { ignoring, plainNameOf } from './columns.ts';
import { type Heading, headingsOf } from './heading.ts';
import { listedItem } from './items.ts';
import { type KnownNames, loadKnownNames } from './known-names.ts';

/** What a column of an unknown file may be, by its name. */
export type Proposal =
  | { readonly kind: 'person'; readonly name: string; readonly field: string }
  | {
      readonly kind: 'item';
      readonly name: string;
      readonly code: string;
      /** The code of a casual sample, where the time since the meal decides. */
      readonly casual: string | undefined;
      /** Unit in the name; undefined where it is the listed one or none stands there. */
      readonly unit: string | undefined;
      /** Whether the numbers can be brought into the listed unit. */
      readonly isConvertible: boolean;
    }
  | { readonly kind: 'ignored'; readonly name: string }
  /** `name` only if it is a plain word. */
  | { readonly kind: 'undecided'; readonly name: string | undefined; readonly at: number };

export const mealTimeItem = '9N141000000000011';

/** Columns known by name that make a line a heading; a line with fewer may be about a person. */
const fewestKnown = 4;

/**
 * Proposes what the columns of a file are, by the names in its heading alone; undefined where none of its first lines
 * looks like a heading.
 */
export function proposeColumns(head: Uint8Array): readonly Proposal[] | undefined {
  const known = loadKnownNames();
  const all = headingsOf(headRecords(head, 4)).map((heading) => proposalsOf(heading, known));
  const best = all.toSorted((a, b) => countKnown(b) - countKnown(a))[0];
  return best !== undefined && countKnown(best) >= fewestKnown ? best : undefined;
}

function countKnown(proposals: readonly Proposal[]): number {
  return proposals.filter(({ kind }) => kind === 'person' || kind === 'item').length;
}

function proposalsOf({ names }: Heading, known: KnownNames): readonly Proposal[] {
  const isIgnored = ignoring(known.ignored);
  const times = new Map<string, number>();
  const fields = new Set<string>();
  return names.flatMap((heads, at): Proposal[] => {
    const [written] = heads;
    if (written === undefined) return [];
    const time = (times.get(written) ?? 0) + 1;
    times.set(written, time);
    const name = time === 1 ? written : `${written}[${time}]`;
    const field = known.person.get(written);
    if (field !== undefined && !fields.has(field)) {
      fields.add(field);
      return [{ kind: 'person', name, field }];
    }
    const item = itemOf(written, known);
    if (item !== undefined) return [{ kind: 'item', name, ...item }];
    if (isIgnored(written)) return [{ kind: 'ignored', name: written }];
    return [{ kind: 'undecided', name: plainNameOf(heads), at }];
  });
}

/** The item of a name, perhaps with a unit in brackets behind it. */
function itemOf(name: string, { items, casual }: KnownNames) {
  const whole = items.get(name);
  const [, base = '', unit = ''] = /^(.+)[([]([^()[\]]+)[)\]]$/.exec(name) ?? [];
  const code = whole ?? items.get(base);
  const item = code === undefined ? undefined : listedItem(code);
  if (code === undefined || item === undefined) return undefined;
  const written = whole === undefined ? unitOf(unit) : item.unit;
  const isListed = written.toLowerCase() === item.unit.toLowerCase();
  return {
    code,
    casual: casual.get(code),
    unit: isListed ? undefined : written,
    isConvertible: isListed || convertUnit(1, written, item) !== undefined,
  };
}

/** A unit as people write it, as `pipelines/reference/unit-conversion.csv` has it. */
function unitOf(text: string): string {
  return text
    .replace(/^(?:×|x|X)?10([2-6])\/[μu]L$/i, '10*$1/uL')
    .replace(/^万\/(?:[μu]L|mm3)$/i, '10*4/uL')
    .replace(/μ/g, 'u')
    .replace(/^mmHg$/i, 'mmHg');
}
