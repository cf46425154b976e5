import type { ItemValue } from './value.ts';

/** Delivered levels (保健指導レベル of checkups, 保健指導区分 of guidance), each with its number of documents. */
export type Levels = Readonly<Record<string, number>>;

/** What an inspection says about the items of checkups or guidance; counts only, of all documents that can be read. */
export type ItemCounts = {
  /** Documents about persons, or rows of a CSV. */
  readonly documents: number;
  /** Entries with an item code: those of the item list, and the others by code (`other` where it does not look like one). */
  readonly items: number;
  readonly knownItems: number;
  readonly unknownItems: Readonly<Record<string, number>>;
  readonly notPerformed: number;
  readonly notMeasurable: number;
  /** With a flag H or L: beyond the range of input. */
  readonly outOfRange: number;
  readonly levels: Levels;
};

/** Item that carries the level, and the level by its choice. */
const levelItems: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '9N506000000000011': { 1: 'intensive', 2: 'motivational', 3: 'information', 4: 'undecidable' },
  '1020000001': { 1: 'intensive', 2: 'motivational', 3: 'motivational-equivalent' },
};

export type ItemCounter = {
  readonly document: () => void;
  /** @param itemCode undefined where it does not look like a code */
  readonly item: (
    itemCode: string | undefined,
    isKnown: boolean,
    value: Pick<ItemValue, 'state' | 'flag' | 'choice'> | undefined,
  ) => void;
  readonly counts: () => ItemCounts;
};

export function createItemCounter(): ItemCounter {
  const numbers = { documents: 0, items: 0, knownItems: 0, notPerformed: 0, notMeasurable: 0, outOfRange: 0 };
  const unknownItems: Record<string, number> = {};
  const levels: Record<string, number> = {};
  const add = (counts: Record<string, number>, name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  return {
    document: () => numbers.documents++,
    item(itemCode, isKnown, value) {
      numbers.items++;
      if (isKnown) numbers.knownItems++;
      else add(unknownItems, itemCode ?? 'other');
      if (value?.state === 'not_performed') numbers.notPerformed++;
      if (value?.state === 'not_measurable') numbers.notMeasurable++;
      if (value?.flag !== undefined) numbers.outOfRange++;
      const level = levelItems[itemCode ?? '']?.[value?.choice ?? ''];
      if (level !== undefined) add(levels, level);
    },
    counts: () => ({ ...numbers, unknownItems: { ...unknownItems }, levels: { ...levels } }),
  };
}
