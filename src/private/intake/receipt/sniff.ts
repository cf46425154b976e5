import type { ReceiptFormName } from './form-names.ts';
import { recordId } from './identifiers.ts';
import { kindOfTellingRecord, kindOfType, openers, type ReceiptKind } from './kinds.ts';

/** What may stand before the first record: a byte order mark, end-of-file marks of files joined to this one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the end-of-file mark is a control character
const before = /^(\u00ef\u00bb\u00bf|\u001a)+/;

/**
 * The form of a receipt file, by content alone: each line begins with データ識別, 行番号, 枝番号 and a record
 * identifier (insurer form), or with MN (the same, cut by a tool), or with IR, UK, YK, HM (a provider's claim file).
 */
export function sniffReceipts(head: Buffer): ReceiptFormName | undefined {
  const lines = head
    .toString('latin1')
    .split('\n')
    .map((line) => line.trimEnd().replace(before, '').split(','))
    .filter((fields) => fields.length > 1);
  const prefix = lines.some((fields) => isPrefixed(fields) && openers.includes(fields[3] ?? '')) ? 3 : 0;
  const id = lines[0]?.[0] ?? '';
  if (prefix === 0 && !openers.includes(id)) return undefined;
  const kind = kindOf(lines.map((fields) => fields.slice(prefix)));
  if (kind === undefined) return undefined;
  return `${prefix === 3 || id === 'MN' ? 'insurer' : 'claim'}-${kind}`;
}

function isPrefixed(fields: readonly string[]): boolean {
  return /^[12]$/.test(fields[0]!) && /^\d+$/.test(fields[1] ?? '') && /^\d*$/.test(fields[2] ?? '');
}

/** What most of the first receipts are. */
function kindOf(lines: readonly (readonly string[])[]): ReceiptKind | undefined {
  const counts = new Map<ReceiptKind, number>();
  for (const receipt of receiptsOf(lines)) {
    const kind = kindOfReceipt(receipt);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Cuts where an opening record follows a common record. */
function receiptsOf(lines: readonly (readonly string[])[]): (readonly string[])[][] {
  const receipts: (readonly string[])[][] = [[]];
  let common = false;
  for (const fields of lines) {
    if (common && openers.includes(fields[0]!)) {
      receipts.push([]);
      common = false;
    }
    common ||= fields[0] === 'RE';
    receipts.at(-1)!.push(fields);
  }
  return receipts;
}

/** By its records; else by the first digit of レセプト種別, else medical where it names an institution. */
function kindOfReceipt(lines: readonly (readonly string[])[]): ReceiptKind | undefined {
  for (const [id] of lines) {
    const kind = id?.length === 2 ? kindOfTellingRecord(recordId(id)) : undefined;
    if (kind) return kind;
  }
  const common = lines.find(([id]) => id === 'RE');
  if (common) return kindOfType(common[2] ?? '');
  return lines.some(([id]) => id === 'IR') ? 'medical' : undefined;
}
