import { loadReference } from '#shared/lists.ts';
import { checkupItems, guidanceItems, type Item } from '../checkup/items.ts';

export type Range = { readonly low: number; readonly high: number };

let ranges: ReadonlyMap<string, Range> | undefined;

/** The range of input of an item (`pipelines/reference/checkup-input-range.csv`). */
export function inputRange({ analyte }: Item): Range | undefined {
  ranges ??= new Map(
    loadReference('checkup-input-range').map(({ item = '', low, high }) => [
      item,
      { low: Number(low), high: Number(high) },
    ]),
  );
  return ranges.get(analyte);
}

let sections: ReadonlyMap<string, string> | undefined;

/** The section of a guidance document an item stands in; of one that may stand in two, the second (初回面接). */
export function sectionOf(itemCode: string): string | undefined {
  sections ??= new Map(
    loadReference('guidance-items').map(({ code = '', section = '' }) => [code, section.split(' ').at(-1)!]),
  );
  return sections.get(itemCode);
}

/** First day of the 4th period (第4期), which changed the options of smoking and drinking. */
const fourthPeriod = '2024-04-01';

/**
 * The option list by which a bare code or word is read: a CSV names none, so it is the one in force on the day. Undefined
 * where the day is not known and the item has had several lists.
 * @param day `YYYY-MM-DD`
 */
export function listInForce({ system, choices }: Item, day: string | undefined): string | undefined {
  const former = [...choices.keys()].find((list) => list !== system);
  if (former === undefined) return system;
  return day === undefined ? undefined : day >= fourthPeriod ? system : former;
}

/** An item of the checkup list (17 characters) or the guidance list (10) by its code. */
export function listedItem(code: string): Item | undefined {
  return checkupItems().get(code) ?? guidanceItems().get(code);
}

/**
 * The item code in the head of a column: one of the list, or what stands for all methods of an item (its first nine
 * characters or more) with the number of the method behind it. Undefined where it is neither.
 */
export function codeOfHead(head: string): string | undefined {
  if (listedItem(head) !== undefined) return head;
  if (head.length === itemLength || !/^\d[0-9A-Z]{9,20}$/.test(head)) return undefined;
  const methods = [...checkupItems().keys()].filter((code) => code.startsWith(head.slice(0, 9)));
  return methods[Number(head.at(-1)) - 1];
}

const itemLength = 17;
