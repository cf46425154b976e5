import type { XmlElement } from '../xml.ts';
import { codeOf } from './codes.ts';
import { guidanceItems, type Item } from './items.ts';
import { createNotices, type Noticed } from './noticed.ts';
import { eachObservation } from './observations.ts';
import { completeSupport, minutesOf, readSupport, type Support } from './support.ts';
import { type ItemValue, readValue, type ValueFinding } from './value.ts';

export type GuidanceResult = ItemValue & {
  /** 10 digits (保健指導項目コード). */
  readonly itemCode: string;
  readonly section: string | undefined;
  /** Number of the support the item belongs to, from 1. */
  readonly support: number | undefined;
};

export type GuidanceRecord = {
  /** 保健指導区分: 1 積極的支援, 2 動機付け支援, 3 動機付け支援相当. */
  readonly level: string | undefined;
  /** 健診実施年月日, `YYYY-MM-DD` */
  readonly examinedOn: string | undefined;
  readonly supports: readonly Support[];
  readonly results: readonly GuidanceResult[];
  readonly noticed: readonly Noticed[];
};

const levelItem = '1020000001';
const examinedItem = '1020000004';
/** 保健指導機関 of a report to the state: up to eight, so that its items repeat. */
const institutionsSection = '90080';

/** Everything a guidance document says: supports with day, form, minutes, performer and points, and all items. */
export function readGuidance(document: XmlElement): GuidanceRecord {
  const items = guidanceItems();
  const notices = createNotices();
  const supports: Support[] = [];
  const numbers = new Map<XmlElement, number>();
  const results: GuidanceResult[] = [];
  const seen = new Set<string>();
  eachObservation(document, {
    act(act, { section }) {
      const support = readSupport(act, section);
      if (support) numbers.set(act, supports.push(support));
    },
    item(observation, written, { section, act }) {
      const { line } = observation;
      const item = items.get(written);
      const itemCode = codeOf('item', written);
      const support = act && numbers.get(act);
      const place = `${section} ${support} ${written}`;
      if (seen.has(place) && section !== institutionsSection)
        return notices.add('checkup_repeated_item', line, itemCode);
      seen.add(place);
      if (item === undefined) notices.add('checkup_unlisted_item', line, itemCode);
      if (itemCode === undefined) return;
      const value = itemValue(observation, item, (finding) => notices.add(finding, line, itemCode));
      if (value === undefined) return;
      results.push({ itemCode, section, support, ...value });
      if (support !== undefined) completeSupport(supports[support - 1]!, item?.role ?? '', value);
    },
  });
  for (const { heldOn, line } of supports)
    if (heldOn === undefined) notices.add('guidance_support_day', line);
  const first = (code: string) => results.find(({ itemCode }) => itemCode === code);
  return {
    level: first(levelItem)?.choice,
    examinedOn: first(examinedItem)?.day,
    supports,
    results,
    noticed: notices.all(),
  };
}

function itemValue(
  observation: XmlElement,
  item: Item | undefined,
  found: (finding: ValueFinding) => void,
): ItemValue | undefined {
  const minutes = item?.role === 'minutes' ? minutesOf(observation) : undefined;
  return minutes === undefined
    ? readValue(observation, item, found)
    : { state: 'measured', number: minutes, unit: 'min' };
}
