export type Disease = {
  /** 傷病名コード, 7 digits. */
  readonly code: string;
  /** 修飾語コード, four digits each, one after another. */
  readonly modifiers: string;
};

/**
 * The diseases of one field: codes separated by `;` or blanks, the main disease first; modifiers follow their disease
 * after `+`, such as `8830417+8002`. Undefined where something else stands there.
 */
export function diseasesOf(text: string): readonly Disease[] | undefined {
  const diseases: Disease[] = [];
  for (const part of text.normalize('NFKC').split(/[;、,\s]+/)) {
    if (part === '') continue;
    const found = /^(\d{7})((?:\+\d{4}){0,20})$/.exec(part);
    if (!found) return undefined;
    diseases.push({ code: found[1]!, modifiers: found[2]!.replaceAll('+', '') });
  }
  return diseases;
}
