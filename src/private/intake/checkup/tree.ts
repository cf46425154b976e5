import type { XmlElement } from '../xml.ts';

/** Children of that name in the parent's own namespace. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (
    element?.children.filter((child) => child.name === name && child.namespace === element.namespace) ?? []
  );
}

/** The first element down a path of names; undefined where the path ends. */
export function find(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce((at, name) => childrenOf(at, name)[0], element);
}

/** Trimmed attribute; undefined where absent or empty. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes[name]?.trim() || undefined;
}

/** `extension` of the first `id` child with that root. */
export function extensionOf(element: XmlElement | undefined, root: string): string | undefined {
  return attribute(
    childrenOf(element, 'id').find((id) => id.attributes['root'] === root),
    'extension',
  );
}

/** All characters below an element, in order of own text first. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return [element.text, ...element.children.map(textOf)].join('').trim();
}

/** `YYYY-MM-DD` of a time stamp that begins with YYYYMMDD; undefined where that is no day of the calendar. */
export function dayOf(stamp: string | undefined): string | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(stamp ?? '');
  if (match === null) return undefined;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}

/** Everything in a document that somebody may have typed: the characters between tags and names of codes, by element. */
export function eachText(element: XmlElement, visit: (text: string, line: number) => void): void {
  if (element.text !== '') visit(element.text, element.line);
  const named = element.attributes['displayName'];
  if (named !== undefined) visit(named, element.line);
  for (const child of element.children) eachText(child, visit);
}
