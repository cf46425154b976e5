/** A name of a column as it is compared: width folded, no blanks, no `#` or `^`, one kind of hyphen. */
export function plainHeader(text: string): string {
  return oneHyphen(
    text
      .replace(/^\uFEFF/, '')
      .normalize('NFKC')
      .replace(/[\s#^]/gu, ''),
  );
}

/** A word of a cell as it is compared: width folded, lower case, no blanks, no brackets around it. */
export function plainWord(text: string): string {
  const plain = oneHyphen(text.normalize('NFKC').replace(/\s/gu, '')).replaceAll('〜', '~').toLowerCase();
  const bare = /^[(「[](.*)[)」\]]$/.exec(plain)?.[1];
  return bare !== undefined && !/[()「」[\]]/.test(bare) ? bare : plain;
}

function oneHyphen(text: string): string {
  return text.replace(/[‐‑‒–—―−]/gu, '-');
}

/** A list of words and their codes, with each word as it is compared. */
export function plainList(list: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(list).map(([word, code]) => [plainWord(word), code]));
}
