import type { ManifestMeasure, Status } from '#release/form.ts';
import type { Language, Text } from '#shared/text.ts';

/** Digits with commas, true minus (U+2212), the decimals of the contract. */
export function number(value: number, decimals = 0): string {
  return new Intl.NumberFormat('ja-JP', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .format(value)
    .replace('-', '−');
}

export function decimalsOf(measure: ManifestMeasure): number {
  return 'decimals' in measure ? measure.decimals : 0;
}

/** Number and unit: 「196,440円」「83.3%」; in English `196,440 yen`. */
export function withUnit(value: number, measure: ManifestMeasure, language: Language): string {
  return number(value, decimalsOf(measure)) + unitAfter(measure.unit, language);
}

/** Number and unit inside a sentence: large sums of yen with 億 and 万 (en: million), as official writing does. */
export function spoken(value: number, measure: ManifestMeasure, language: Language): string {
  const { text, unit } = spokenParts(value, measure, language);
  return (isLargeMoney(value, measure) && language === 'ja' ? '約' : '') + text + unit;
}

/** The same in two parts, for tiles, where the unit is smaller. */
export function spokenParts(
  value: number,
  measure: ManifestMeasure,
  language: Language,
): { readonly text: string; readonly unit: string } {
  if (!isLargeMoney(value, measure))
    return { text: number(value, decimalsOf(measure)), unit: unitAfter(measure.unit, language) };
  if (language === 'en') return { text: number(value / 1_000_000, 1), unit: ' million yen' };
  const tenThousands = Math.round(Math.abs(value) / 10_000);
  const hundredMillions = Math.floor(tenThousands / 10_000);
  const rest = tenThousands % 10_000;
  const text = `${value < 0 ? '−' : ''}${hundredMillions > 0 ? `${number(hundredMillions)}億` : ''}${rest > 0 ? `${number(rest)}万` : ''}`;
  return { text, unit: '円' };
}

function isLargeMoney(value: number, measure: ManifestMeasure): boolean {
  return measure.unit.ja === '円' && Math.abs(value) >= 10_000_000;
}

/** Signed difference; differences of percentages are points. */
export function difference(value: number, measure: ManifestMeasure, language: Language): string {
  if (isLargeMoney(value, measure)) {
    const { text, unit } = spokenParts(value, measure, language);
    return (value > 0 ? '+' : '') + text + unit;
  }
  const unit = measure.unit.ja === '%' ? { ja: 'ポイント', en: 'points' } : measure.unit;
  const rounded = Number(value.toFixed(decimalsOf(measure)));
  const sign = rounded > 0 ? '+' : rounded === 0 ? '±' : '';
  return sign + number(rounded, decimalsOf(measure)) + unitAfter(unit, language);
}

export function unitAfter(unit: Text, language: Language): string {
  if (language === 'ja') return unit.ja;
  return unit.en === '' || unit.en.startsWith('%') ? unit.en : ` ${unit.en}`;
}

/** The mark of a cell without a number, and what a screen reader says for it. */
export const marks: Readonly<Record<Exclude<Status, 'ok'>, { mark: string; spoken: Text }>> = {
  hidden: { mark: 'X', spoken: { ja: '非表示', en: 'not shown' } },
  na: { mark: '－', spoken: { ja: '該当なし', en: 'not applicable' } },
  missing: { mark: '…', spoken: { ja: 'データなし', en: 'no data' } },
};
