/** Attributes of an element in their order; undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * One element as text. `content` is markup already: what people wrote goes through {@link text} first.
 */
export function element(name: string, attributes: Attributes = {}, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  const inner = content.join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** Characters between tags. */
export function text(value: string): string {
  return escaped(value);
}

/** A whole document with its declaration; the root is to name its namespace. */
export function documentOf(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Codes, numbers and most names: nothing to escape. */
const plain = /^[\w .:/*()[\]%+\-\u3040-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;

/** Characters XML 1.0 does not allow are left out; half of a surrogate pair becomes U+FFFD, the sign of a lost character. */
function escaped(value: string): string {
  if (plain.test(value)) return value;
  return value
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character);
}
