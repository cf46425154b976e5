import type { XmlElement } from '../xml.ts';
import { clinicalNamespace, codeOf } from './codes.ts';
import { attribute, childrenOf, find } from './tree.ts';

/** Where in a document an item stands. */
export type Place = {
  /** Section code (01010 特定健診, 90010 … of guidance); undefined where absent. */
  readonly section: string | undefined;
  /** The nearest `act` around it: the support (支援) it belongs to. */
  readonly act: XmlElement | undefined;
};

/** Hears of everything that a document says in its body, in order. */
export type Visitor = {
  readonly item: (observation: XmlElement, itemCode: string, place: Place) => void;
  readonly act?: (act: XmlElement, place: Place) => void;
};

/** Observations with an item code and acts, at any depth: series groups and supports nest theirs in `entryRelationship`. */
export function eachObservation(document: XmlElement, visitor: Visitor): void {
  for (const component of childrenOf(find(document, 'component', 'structuredBody'), 'component'))
    for (const section of childrenOf(component, 'section'))
      visit(section, visitor, {
        section: codeOf('section', attribute(find(section, 'code'), 'code')),
        act: undefined,
      });
}

function visit(element: XmlElement, visitor: Visitor, place: Place): void {
  const isClinical = element.namespace === clinicalNamespace;
  if (isClinical && element.name === 'observation') {
    const itemCode = attribute(find(element, 'code'), 'code');
    if (itemCode !== undefined) visitor.item(element, itemCode, place);
  }
  const isAct = isClinical && element.name === 'act';
  const inside = isAct ? { ...place, act: element } : place;
  if (isAct) visitor.act?.(element, place);
  for (const child of element.children) visit(child, visitor, inside);
}
