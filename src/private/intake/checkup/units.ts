import { loadReference } from '#shared/lists.ts';
import type { Item } from './items.ts';

type Conversion = { readonly factor: number; readonly offset: number };

let conversions: ReadonlyMap<string, Conversion> | undefined;

/** `pipelines/reference/unit-conversion.csv`; letter case does not matter. */
function known(): ReadonlyMap<string, Conversion> {
  conversions ??= new Map(
    loadReference('unit-conversion').map(
      ({ from = '', to = '', analyte = '', factor, offset }) =>
        [keyOf(from, to, analyte), { factor: Number(factor), offset: Number(offset) }] as const,
    ),
  );
  return conversions;
}

const keyOf = (from: string, to: string, analyte: string) => `${from} ${to} ${analyte}`.toLowerCase();

/**
 * A number in the listed unit of an item, to four decimals (half up); undefined where no factor is known. Amounts of substance
 * (mmol/L …) have a factor of their own per analyte.
 */
export function convertUnit(
  number: number,
  from: string,
  { unit, analyte }: Pick<Item, 'unit' | 'analyte'>,
): number | undefined {
  if (from.toLowerCase() === unit.toLowerCase()) return number;
  const conversion = known().get(keyOf(from, unit, analyte)) ?? known().get(keyOf(from, unit, ''));
  if (conversion === undefined) return undefined;
  return Math.round((number * conversion.factor + conversion.offset) * 10_000) / 10_000;
}
