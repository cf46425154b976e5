import type { XmlElement } from '../xml.ts';
import { beyondRangeSystem, codeOf, listOf } from './codes.ts';
import type { Item } from './items.ts';
import { attribute, childrenOf, dayOf } from './tree.ts';
import { convertUnit } from './units.ts';

/** What an item says: three states that must not be confused, and the value of the first. */
export type ItemValue = {
  readonly state: 'measured' | 'not_performed' | 'not_measurable';
  readonly number?: number;
  readonly choice?: string;
  readonly choiceSystem?: string;
  readonly text?: string;
  readonly unit?: string;
  readonly flag?: 'H' | 'L';
  /** Of an item that is a day, `YYYY-MM-DD`. */
  readonly day?: string;
};

export type ValueFinding =
  | 'checkup_no_value'
  | 'checkup_unreadable_number'
  | 'checkup_unexpected_type'
  | 'checkup_unit_differs'
  | 'checkup_unit_converted'
  | 'checkup_unknown_choice'
  | 'checkup_unreadable_day';

/** Reads the value of an observation; `found` hears what is odd. Undefined where there is nothing to keep. */
export function readValue(
  observation: XmlElement,
  item: Item | undefined,
  found: (finding: ValueFinding) => void,
): ItemValue | undefined {
  const negated = attribute(observation, 'negationInd');
  if (negated === 'true' || negated === '1') return { state: 'not_performed' };
  const values = childrenOf(observation, 'value');
  const [first] = values;
  if (first === undefined) {
    found('checkup_no_value');
    return undefined;
  }
  if (attribute(first, 'nullFlavor') !== undefined) return { state: 'not_measurable' };
  const flag = values.map((value) => beyondRange(value, item)).find((code) => code !== undefined);
  if (flag !== undefined) {
    const exact = values.find((value) => typeOf(value) === 'PQ');
    const number = exact && readNumber(exact, item, found);
    return { state: 'measured', flag, ...number };
  }
  const value = readMeasured(first, item, found);
  return value && { state: 'measured', ...value };
}

function readMeasured(
  value: XmlElement,
  item: Item | undefined,
  found: (finding: ValueFinding) => void,
): Omit<ItemValue, 'state'> | undefined {
  const type = typeOf(value);
  if (item?.type === 'DAY') return readDay(value, found);
  if (item && kindOf(item.type) !== kindOf(type)) found('checkup_unexpected_type');
  if (kindOf(type) === 'PQ') return readNumber(value, item, found);
  const read = type === 'ST' ? (item ? readText(value) : {}) : readChoice(value, item, found);
  if (read === undefined) found('checkup_no_value');
  return read;
}

/** CD and CO (nominal and ordered) are both choices and often mixed up by senders; PQ and INT are both numbers. */
const kindOf = (type: string) => (type === 'CO' ? 'CD' : type === 'INT' ? 'PQ' : type);
const types = ['PQ', 'INT', 'CD', 'CO', 'ST'];

function typeOf(value: XmlElement): string {
  const declared = attribute(value, 'xsi:type')?.replace(/^.*:/, '');
  if (declared !== undefined && types.includes(declared)) return declared;
  if (value.attributes['value'] !== undefined) return 'PQ';
  return value.attributes['code'] !== undefined ? 'CD' : 'ST';
}

/** Without a code system H and L are the flags only where the item is a number. */
function beyondRange(value: XmlElement, item: Item | undefined): 'H' | 'L' | undefined {
  const code = attribute(value, 'code');
  if (code !== 'H' && code !== 'L') return undefined;
  const system = attribute(value, 'codeSystem');
  return system === beyondRangeSystem || (system === undefined && item?.type === 'PQ') ? code : undefined;
}

/** A number in another unit than the listed one is converted; where no factor is known it must not be mixed in: it is kept as text. */
function readNumber(
  value: XmlElement,
  item: Item | undefined,
  found: (finding: ValueFinding) => void,
): { number?: number; text?: string; unit?: string } | undefined {
  const digits = (attribute(value, 'value') ?? '').normalize('NFKC');
  if (!/^[+-]?(\d{1,12}(\.\d{0,6})?|\.\d{1,6})$/.test(digits)) {
    found('checkup_unreadable_number');
    return undefined;
  }
  const number = Number(digits);
  const written = attribute(value, 'unit');
  if (written === undefined) return { number };
  const unit = codeOf('unit', written.normalize('NFKC').replace('μ', 'u'));
  if (item && unit?.toLowerCase() === item.unit.toLowerCase()) return { number, unit: item.unit };
  if (item === undefined || item.unit === '') return { number, ...(unit ? { unit } : {}) };
  const converted = unit === undefined ? undefined : convertUnit(number, unit, item);
  if (converted !== undefined) {
    found('checkup_unit_converted');
    return { number: converted, unit: item.unit };
  }
  found('checkup_unit_differs');
  return { text: digits, ...(unit ? { unit } : {}) };
}

function readChoice(
  value: XmlElement,
  item: Item | undefined,
  found: (finding: ValueFinding) => void,
): { choice?: string; choiceSystem?: string } | undefined {
  const written = attribute(value, 'code');
  if (written === undefined) return undefined;
  const choice = codeOf('choice', written);
  const system = attribute(value, 'codeSystem');
  const choiceSystem = system === undefined ? item?.system : codeOf('system', listOf(system));
  if (choice === undefined || (item && !item.choices.get(choiceSystem ?? '')?.has(choice)))
    found('checkup_unknown_choice');
  if (choice === undefined) return {};
  return { choice, ...(choiceSystem ? { choiceSystem } : {}) };
}

function readText(value: XmlElement): { text: string } | undefined {
  const text = value.text.trim();
  return text === '' ? undefined : { text };
}

function readDay(value: XmlElement, found: (finding: ValueFinding) => void): { day: string } | undefined {
  const day = dayOf(
    (attribute(value, 'value') ?? value.text.trim()).normalize('NFKC').replaceAll(/[-/.]/g, ''),
  );
  if (day === undefined) found('checkup_unreadable_day');
  return day === undefined ? undefined : { day };
}
