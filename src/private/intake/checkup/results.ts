import type { XmlElement } from '../xml.ts';
import { codeOf } from './codes.ts';
import { checkupItems } from './items.ts';
import { createNotices, type Noticed } from './noticed.ts';
import { eachObservation } from './observations.ts';
import { type ItemValue, readValue } from './value.ts';

export type CheckupResult = ItemValue & {
  /** 17 digits and letters (健診項目コード). */
  readonly itemCode: string;
};

export type CheckupResults = {
  readonly results: readonly CheckupResult[];
  readonly noticed: readonly Noticed[];
};

/** All items of a document in order: of a repeated one the first; what the item list says is not to be kept is left out. */
export function readResults(document: XmlElement): CheckupResults {
  const items = checkupItems();
  const kept = new Map<string, CheckupResult>();
  const seen = new Set<string>();
  const notices = createNotices();
  eachObservation(document, {
    item(observation, itemCode) {
      const { line } = observation;
      const item = items.get(itemCode);
      const code = codeOf('item', itemCode);
      if (seen.has(itemCode)) return notices.add('checkup_repeated_item', line, code);
      seen.add(itemCode);
      if (item?.stored === false) return;
      if (item === undefined) notices.add('checkup_unlisted_item', line, code);
      if (code === undefined) return;
      const value = readValue(observation, item, (finding) => notices.add(finding, line, code));
      if (value) kept.set(itemCode, { itemCode, ...value });
    },
  });
  return { results: [...kept.values()], noticed: notices.all() };
}
