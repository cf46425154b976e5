import type { XmlElement } from '../xml.ts';
import { clinicalNamespace, codeOf } from './codes.ts';
import { checkupItems } from './items.ts';
import { attribute, find } from './tree.ts';
import { type ItemValue, readValue, type ValueFinding } from './value.ts';

export type ResultFinding = ValueFinding | 'checkup_repeated_item' | 'checkup_unlisted_item';

export type CheckupResult = ItemValue & {
  /** 17 digits and letters (健診項目コード). */
  readonly itemCode: string;
  readonly line: number;
};

export type CheckupResults = {
  readonly results: readonly CheckupResult[];
  /** How often something was noticed, and on which line first. */
  readonly findings: ReadonlyMap<ResultFinding, { readonly line: number; readonly count: number }>;
};

/** All items of a document in order: of a repeated one the first; names of physicians and texts of items not listed are left out. */
export function readResults(document: XmlElement): CheckupResults {
  const items = checkupItems();
  const kept = new Map<string, CheckupResult>();
  const seen = new Set<string>();
  const findings = new Map<ResultFinding, { line: number; count: number }>();
  const note = (finding: ResultFinding, line: number) => {
    const entry = findings.get(finding);
    if (entry) entry.count++;
    else findings.set(finding, { line, count: 1 });
  };
  eachItem(find(document, 'component', 'structuredBody'), (observation, itemCode) => {
    const { line } = observation;
    const item = items.get(itemCode);
    if (seen.has(itemCode)) return note('checkup_repeated_item', line);
    seen.add(itemCode);
    if (item?.stored === false) return;
    if (item === undefined) note('checkup_unlisted_item', line);
    if (codeOf('item', itemCode) === undefined) return;
    const value = readValue(observation, item, (finding) => note(finding, line));
    if (value) kept.set(itemCode, { itemCode, line, ...value });
  });
  return { results: [...kept.values()], findings };
}

/** Observations with an item code, at any depth: series groups nest theirs in `entryRelationship`. */
function eachItem(
  element: XmlElement | undefined,
  visit: (observation: XmlElement, itemCode: string) => void,
): void {
  if (element === undefined) return;
  if (element.name === 'observation' && element.namespace === clinicalNamespace) {
    const itemCode = attribute(find(element, 'code'), 'code');
    if (itemCode !== undefined) visit(element, itemCode);
  }
  for (const child of element.children) eachItem(child, visit);
}
