import type { Language } from '#shared/text.ts';
import { number, withUnit } from '../format.ts';
import type { Grid } from '../grid.ts';

export type Axis = {
  readonly bottom: number;
  readonly highest: number;
  readonly top: number;
  readonly step: number;
  readonly divisor: number;
  readonly suffix: string;
};

/** The next of 1, 2, 2.5, 5 × 10ⁿ at or above `value`. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((one) => one * power >= value * 0.9999999) ?? 10;
  return Number((step * power).toPrecision(6));
}

/** Ends, step and unit of a value axis, from shown figures only. `fromZero: false` for lines. */
export function axisOf(
  values: readonly number[],
  unit: string,
  language: Language,
  options: { readonly fromZero: boolean },
): Axis {
  const highest = Math.max(0, ...values);
  const lowest = options.fromZero || values.length === 0 ? 0 : Math.max(0, Math.min(...values));
  const step = roundUp(Math.max(highest - lowest, highest * 0.08) / 4.5);
  // Room for a label under the lowest point of a line.
  const floor = options.fromZero ? 0 : Math.max(0, lowest - step * 0.4);
  const bottom = Math.floor(floor / step + 1e-9) * step;
  const top = Math.max(bottom + step, Math.ceil(highest / step - 1e-9) * step);
  return { bottom, highest: Math.max(highest, step / 100), top, step, ...unitOf(top, unit, language) };
}

/** Value label of a bar: large sums of yen in 万円 (en: million), so that a column of labels has one unit. */
export function valueLabel(value: number, grid: Grid, axis: Axis, language: Language): string {
  if (grid.measure.unit.ja !== '円' || axis.top < 20_000_000) return withUnit(value, grid.measure, language);
  return language === 'ja' ? `${number(Math.round(value / 10_000))}万円` : `${number(value / 1_000_000, 1)}m`;
}

function unitOf(top: number, unit: string, language: Language): { divisor: number; suffix: string } {
  if (unit === '%') return { divisor: 1, suffix: '%' };
  const units: readonly (readonly [number, string])[] =
    language === 'ja'
      ? [
          [100_000_000, '億'],
          [10_000, '万'],
        ]
      : [
          [1_000_000, 'm'],
          [1_000, 'k'],
        ];
  const found = units.find(([size]) => top >= size * 2);
  const [divisor, word] = found ?? [1, ''];
  return { divisor, suffix: language === 'ja' && found && unit === '円' ? `${word}円` : word };
}
