import type { ReceiptFormName } from './form-names.ts';
import { recordId } from './identifiers.ts';
import { kindOfTellingRecord, kindOfType, openers, type ReceiptKind } from './kinds.ts';

/** What may stand before the first record: a byte order mark, end-of-file marks of files joined to this one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the end-of-file mark is a control character
const before = /^(\u00ef\u00bb\u00bf|\u001a)+/;

/**
 * The form of a receipt file, by content alone: each line begins with データ識別, 行番号, 枝番号 and a record
 * identifier (insurer form), or with a record identifier (claim form, or MN where a tool has cut the columns off), and
 * one of them opens a receipt: MN, IR, UK, YK, HM, or where these are lost RE with its レセプト種別.
 */
export function sniffReceipts(head: Buffer): ReceiptFormName | undefined {
  const lines = head
    .toString('latin1')
    .split('\n')
    .map((line) => line.trimEnd().replace(before, '').split(','))
    .filter((fields) => fields.length > 1);
  const prefix = lines.some((fields) => isPrefixed(fields) && opensReceipt(fields.slice(3))) ? 3 : 0;
  const records = lines.map((fields) => fields.slice(prefix));
  if (prefix === 0 && !(/^[A-Z]{2}$/.test(records[0]?.[0] ?? '') && records.some(opensReceipt)))
    return undefined;
  const kind = kindOf(records);
  if (kind === undefined) return undefined;
  return `${prefix === 3 || records.some(([id]) => id === 'MN') ? 'insurer' : 'claim'}-${kind}`;
}

function opensReceipt([id = '', , type = '']: readonly string[]): boolean {
  return openers.includes(id) || (id === 'RE' && /^\d{4}$/.test(type));
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
