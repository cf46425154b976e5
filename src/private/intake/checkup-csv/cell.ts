import type { Item } from '../checkup/items.ts';
import { convertUnit } from '../checkup/units.ts';
import type { ItemValue } from '../checkup/value.ts';
import { dayOfText } from './day.ts';
import type { CsvFinding } from './findings.ts';
import { inputRange } from './items.ts';
import { plainWord } from './plain.ts';
import { loadWords } from './words.ts';

/** How the cells of one column are read. */
export type CellForm = {
  readonly item: Item;
  /** The option list in force on the day of the row; empty where the item has none, undefined where it is not known which. */
  readonly system: string | undefined;
  /** Unit of the numbers of the column. */
  readonly unit: string;
  /** Words of the column itself. */
  readonly words: ReadonlyMap<string, string>;
  readonly marks: 'range' | 'reference';
};

/** What stands for no value in a column of numbers, days or texts. */
const nothing = /^[-*./]+$/;

/** The strip (試験紙) has no code above 3+. */
const stripList = '2102';
const beyondStrip = /^(?:4\+|\+4|\+{4})$/;

/**
 * The value of one cell; undefined where there is none to keep. An empty cell is a missing value, which is neither not
 * performed nor not measurable. `found` hears what is odd; the value itself is never passed on.
 */
export function readCell(
  text: string,
  form: CellForm,
  found: (finding: CsvFinding) => void,
): ItemValue | undefined {
  const word = plainWord(text);
  if (word === '') return undefined;
  const own = form.words.get(word);
  const state = own === undefined ? loadWords().states.get(word) : undefined;
  if (state !== undefined && !wordsOf(form.system)?.has(word)) return { state };
  if (form.system === '' && nothing.test(word)) return undefined;
  if (form.item.type === 'ST') return { state: 'measured', text: text.trim() };
  if (form.item.type === 'DAY') return readDay(text, found);
  if (form.system === '') return readNumber(word, form, found);
  const choice = own ?? choiceOf(word, form);
  if (choice === undefined) {
    found('csv_unknown_word');
    return undefined;
  }
  if (form.system === stripList && beyondStrip.test(word)) found('csv_beyond_list');
  return { state: 'measured', choice, ...(form.system === undefined ? {} : { choiceSystem: form.system }) };
}

function wordsOf(system: string | undefined): ReadonlyMap<string, string> | undefined {
  return system === undefined ? undefined : loadWords().choices.get(system);
}

/** A code of the list, perhaps with its word behind it (`1:はい`), or a word of the dictionary. */
function choiceOf(word: string, { item, system }: CellForm): string | undefined {
  const codes =
    system === undefined
      ? new Set([...item.choices.values()].flatMap((list) => [...list]))
      : item.choices.get(system);
  const known = wordsOf(system)?.get(word);
  if (known !== undefined) return known;
  const code = /^0*(\d{1,2})(?:[:.,、](?!\d).*)?$/.exec(word)?.[1];
  return code !== undefined && codes?.has(code) ? code : undefined;
}

function readDay(text: string, found: (finding: CsvFinding) => void): ItemValue | undefined {
  const day = dayOfText(text);
  if (day === undefined) found('csv_unreadable_day');
  return day === undefined ? undefined : { state: 'measured', day };
}

const numeric = /^([<>≦≧≤≥]=?)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d{0,6})?|\.\d{1,6})(.*)$/;
const above = /^(?:以上|超|超過)$/;
const below = /^(?:以下|未満)$/;

function readNumber(
  word: string,
  { item, unit, marks }: CellForm,
  found: (finding: CsvFinding) => void,
): ItemValue | undefined {
  if (marks === 'range' && (word === 'h' || word === 'l')) {
    found('csv_beyond_range');
    return { state: 'measured', flag: word === 'h' ? 'H' : 'L' };
  }
  const marked = /^([hl])[:=]?(?=[\d.])/.exec(word)?.[1];
  const parts = numeric.exec(marked === undefined ? word : word.replace(/^[hl][:=]?/, ''));
  const [, bound = '', digits = '', behind = ''] = parts ?? [];
  const tail = tailOf(behind, unit);
  const number = parts ? convertUnit(Number(digits.replaceAll(',', '')), unit, item) : undefined;
  if (tail === undefined || number === undefined) {
    found('csv_unreadable_number');
    return undefined;
  }
  const flag = flagOf(bound, tail, marks === 'range' ? (marked ?? tail) : '') ?? outside(number, item);
  if (flag) found('csv_beyond_range');
  return { state: 'measured', number, ...(item.unit ? { unit: item.unit } : {}), ...(flag ? { flag } : {}) };
}

/** What may stand behind a number: its unit, a bound, a mark. Undefined for anything else. */
function tailOf(text: string, unit: string): string | undefined {
  const units = [
    unit,
    unit.replace('mm[Hg]', 'mmHg'),
    unit.replace('kg/m2', 'kg/㎡'),
    unit.replace('U/L', 'IU/L'),
    unit === 'min' ? '分' : '',
  ];
  const known = units.map(plainWord).find((one) => one !== '' && text.startsWith(one));
  const rest = known === undefined ? text : text.slice(known.length);
  return rest === '' || above.test(rest) || below.test(rest) || /^(?:[hl]|\*{1,2}|[↑↓])$/.test(rest)
    ? rest
    : undefined;
}

function flagOf(bound: string, tail: string, mark: string): 'H' | 'L' | undefined {
  if (/^[>≧≥]/.test(bound) || above.test(tail) || mark === 'h') return 'H';
  return /^[<≦≤]/.test(bound) || below.test(tail) || mark === 'l' ? 'L' : undefined;
}

function outside(number: number, item: Item): 'H' | 'L' | undefined {
  const range = inputRange(item);
  if (range === undefined) return undefined;
  return number > range.high ? 'H' : number < range.low ? 'L' : undefined;
}
