import type { XmlElement } from '../xml.ts';
import { beyondRangeSystem, codeOf, listOf } from './codes.ts';
import type { Item } from './items.ts';
import { attribute, childrenOf } from './tree.ts';

/** What an item says: three states that must not be confused, and the value of the first. */
export type ItemValue = {
  readonly state: 'measured' | 'not_performed' | 'not_measurable';
  readonly number?: number;
  readonly choice?: string;
  readonly choiceSystem?: string;
  readonly text?: string;
  readonly unit?: string;
  readonly flag?: 'H' | 'L';
};

export type ValueFinding =
  | 'checkup_no_value'
  | 'checkup_unreadable_number'
  | 'checkup_unexpected_type'
  | 'checkup_unit_differs'
  | 'checkup_unknown_choice';

/** Reads the value of an observation; `found` hears what is odd. Undefined where there is nothing to keep. */
export function readValue(
  observation: XmlElement,
  item: Item | undefined,
  found: (finding: ValueFinding) => void,
): ItemValue | undefined {
  const negated = attribute(observation, 'negationInd');
  if (negated === 'true' || negated === '1') return { state: 'not_performed' };
  const [first, ...others] = childrenOf(observation, 'value');
  if (first === undefined) {
    found('checkup_no_value');
    return undefined;
  }
  if (attribute(first, 'nullFlavor') !== undefined) return { state: 'not_measurable' };
  const flag = beyondRange(first);
  if (flag !== undefined) {
    const exact = others.find((value) => typeOf(value) === 'PQ');
    const number = exact && readNumber(exact, item, found);
    return { state: 'measured', flag, ...number };
  }
  const type = typeOf(first);
  if (item && kindOf(item.type) !== kindOf(type)) found('checkup_unexpected_type');
  const value =
    type === 'PQ'
      ? readNumber(first, item, found)
      : type === 'ST'
        ? item
          ? readText(first)
          : {}
        : readChoice(first, item, found);
  if (value === undefined && type !== 'PQ') found('checkup_no_value');
  return value && { state: 'measured', ...value };
}

/** CD and CO (nominal and ordered) are both choices and often mixed up by senders. */
const kindOf = (type: string) => (type === 'CO' ? 'CD' : type);

function typeOf(value: XmlElement): string {
  const declared = attribute(value, 'xsi:type')?.replace(/^.*:/, '');
  if (declared === 'PQ' || declared === 'CD' || declared === 'CO' || declared === 'ST') return declared;
  if (value.attributes['value'] !== undefined) return 'PQ';
  return value.attributes['code'] !== undefined ? 'CD' : 'ST';
}

function beyondRange(value: XmlElement): 'H' | 'L' | undefined {
  const code = attribute(value, 'code');
  return attribute(value, 'codeSystem') === beyondRangeSystem && (code === 'H' || code === 'L')
    ? code
    : undefined;
}

/** A number in another unit than the listed one must never be mixed in: it is kept as text. */
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
  const unit = codeOf('unit', written);
  if (item && unit?.toLowerCase() === item.unit.toLowerCase()) return { number, unit: item.unit };
  if (item === undefined || item.unit === '') return { number, ...(unit ? { unit } : {}) };
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
