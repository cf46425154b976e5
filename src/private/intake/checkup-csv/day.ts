import { parseDate } from '../dates.ts';

/** Year before the first of each era, and its last year. */
const eras: Readonly<Record<string, { readonly before: number; readonly years: number }>> = {
  M: { before: 1867, years: 45 },
  T: { before: 1911, years: 15 },
  S: { before: 1925, years: 64 },
  H: { before: 1988, years: 31 },
  R: { before: 2018, years: 99 },
};
const letters: Readonly<Record<string, string>> = { 明治: 'M', 大正: 'T', 昭和: 'S', 平成: 'H', 令和: 'R' };

/**
 * A day as people write it, as `YYYY-MM-DD`: 2025-05-01, 2025/5/1, 2025.5.1, 20250501, 2025年5月1日, R7.5.1, 令和7年5月1日,
 * 昭和元年 …, of any width, perhaps with a time of day behind it. Undefined where it is no day of the calendar.
 */
export function dayOfText(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2})?$/, '')
    .replace(/\s/g, '')
    .toUpperCase();
  const whole = parseDate(plain);
  if (whole !== undefined) return whole;
  const parts =
    /^(明治|大正|昭和|平成|令和|[MTSHR])?(\d{1,4}|元)(?:年|([-/.]))(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/.exec(
      plain,
    ) ?? /^([MTSHR])(\d{2})()(\d{2})(\d{2})$/.exec(plain);
  if (!parts) return undefined;
  const year = yearOf(parts[1], parts[2]!);
  if (year === undefined) return undefined;
  return parseDate(`${year}-${parts[4]!.padStart(2, '0')}-${parts[5]!.padStart(2, '0')}`);
}

function yearOf(name: string | undefined, written: string): string | undefined {
  if (name === undefined) return /^(19|20)\d{2}$/.test(written) ? written : undefined;
  const era = eras[letters[name] ?? name]!;
  const year = written === '元' ? 1 : Number(written);
  return year >= 1 && year <= era.years ? String(era.before + year) : undefined;
}
