import { codeOf } from '../checkup/codes.ts';
import type { HeaderFault, PersonHeader } from '../checkup/header.ts';
import type { Columns } from './columns.ts';
import { dayOfText } from './day.ts';
import { plainWord } from './plain.ts';

export type RowFault = HeaderFault | 'other_insurer' | 'future_month';

const sexes: Readonly<Record<string, '1' | '2'>> = {
  '1': '1',
  男: '1',
  男性: '1',
  m: '1',
  male: '1',
  '2': '2',
  女: '2',
  女性: '2',
  f: '2',
  female: '2',
};

/**
 * Who a row is about, where and when; or what is missing or cannot be read, with the name of its column in the mapping.
 * @param insurer 保険者番号 of the society: of a row that gives none, and the only one that is taken (unless the
 *   layout is of results that come from another insurer); undefined for any
 * @param thisMonth `YYYY-MM`
 */
export function personOfRow(
  { layout, place }: Columns,
  fields: readonly string[],
  insurer: string | undefined,
  thisMonth: string,
): PersonHeader | { readonly fault: RowFault; readonly columns: readonly string[] } {
  const { person } = layout;
  const text = (name: string | undefined) => {
    const at = place(name);
    return at === undefined ? '' : (fields[at] ?? '').normalize('NFKC').trim();
  };
  const [symbol, number] =
    person.symbol_number === undefined
      ? [text(person.symbol), text(person.number)]
      : parted(text(person.symbol_number));
  const written = text(person.insurer).replace(/\s/g, '');
  const given = written === '' ? (insurer ?? '') : written.padStart(8, '0');
  const fault = (code: RowFault, ...columns: readonly (string | undefined)[]) => ({
    fault: code,
    columns: columns.filter((name) => name !== undefined),
  });
  const sex = sexes[plainWord(text(person.sex))];
  const birthDate = dayOfText(text(person.birth_date));
  const day = dayOfText(text(person.day));
  if (written !== '' && !/^\d{8}$/.test(given)) return fault('checkup_insurer', person.insurer);
  if (number === '') return fault('checkup_number', person.number, person.symbol_number);
  if (sex === undefined) return fault('checkup_sex', person.sex);
  if (birthDate === undefined) return fault('checkup_birth', person.birth_date);
  if (day === undefined || day < birthDate) return fault('checkup_day', person.day);
  const isOurs = insurer === undefined || given === insurer || layout.provenance === 'other-insurer';
  if (!isOurs) return fault('other_insurer', person.insurer);
  if (day.slice(0, 7) > thisMonth) return fault('future_month', person.day);
  return {
    symbol,
    number,
    branch: text(person.branch) || undefined,
    kana: text(person.kana) || undefined,
    birthDate,
    sex,
    day,
    // Spreadsheets drop the zero numbers of the first nine prefectures begin with.
    institution: codeOf('institution', text(person.institution).replace(/^\d{9}$/, '0$&')),
    program: layout.program,
    category: layout.report_code,
    insurer: given,
  };
}

/** 記号 and 番号 of `12-345`, `12・345` or `12 345`; without a sign between them all of it is the number. */
function parted(text: string): readonly [string, string] {
  const parts = /^(.+?)\s*[-‐‑‒–—―−ー・･/:,\s]\s*(.+)$/u.exec(text);
  return parts ? [parts[1]!, parts[2]!] : ['', text];
}
