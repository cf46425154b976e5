import { commonRecords } from '#pipelines/sources/receipt/common.ts';
import { type PersonKeys, personKeys } from '../../vault/keys.ts';
import type { ReceiptForm } from './form.ts';
import type { ReceiptHead } from './head.ts';
import type { ReceiptLines } from './lines.ts';
import type { TextCode } from './text.ts';
import { codeAt, dateAt, dateText, fieldFrom, fieldTo } from './values.ts';

const sn = commonRecords.SN.fields;

/** Persons of one month whose keys are kept at hand; beyond it the memory starts anew. */
const remembered = 2_000;

/** Gives the keys of the person of a receipt; undefined where the receipt does not say enough. */
export type Identify = (lines: ReceiptLines, head: ReceiptHead, code: TextCode) => PersonKeys | undefined;

/**
 * Identity marks end here: symbol, number, branch, birth date, sex and kana become keyed values and are not kept as
 * text. The keys of a person met again in the same file are remembered by the bytes of the marks.
 */
export function createIdentify(indexKey: Buffer, insurerNumber: string, form: ReceiptForm): Identify {
  const known = new Map<string, PersonKeys | undefined>();
  let codeBefore: TextCode | undefined;
  return (lines, head, code) => {
    const holder = holderOf(lines, head, form);
    const key = keyOf(lines, head, form, holder);
    if (code !== codeBefore) known.clear();
    codeBefore = code;
    if (known.has(key)) return known.get(key);
    if (known.size >= remembered) known.clear();
    const keys = makeKeys(indexKey, insurerNumber, readMarks(lines, head, form, holder), code);
    known.set(key, keys);
    return keys;
  };
}

/** The line that names the insured person, and where: the insurer record, or the confirmation after a transfer (振替). */
type Holder = { readonly line: number; readonly symbol: number; readonly number: number };

function holderOf(lines: ReceiptLines, head: ReceiptHead, form: ReceiptForm): Holder {
  const { insurer, confirmation } = head;
  return confirmation >= 0 && insurer >= 0 && isMoved(lines, head, form)
    ? { line: confirmation, symbol: sn.symbol[0], number: sn.number[0] }
    : { line: insurer, symbol: form.insurer.symbol, number: form.insurer.number };
}

/** The bytes of the marks as they stand: equal where the person is written the same way. */
function keyOf(lines: ReceiptLines, head: ReceiptHead, form: ReceiptForm, holder: Holder): string {
  const { common } = form;
  const names = latin(lines, holder.line, holder.symbol, holder.number);
  const branch = latin(lines, head.confirmation, sn.branch[0]);
  const born = latin(lines, head.common, common.sex, common.birthDate);
  return `${names}\u001f${branch}\u001f${born}\u001f${latin(lines, head.common, common.kana)}`;
}

type Marks = readonly [
  symbol: string,
  number: string,
  branch: string,
  birthDate: string,
  sex: string,
  kana: string,
];

/** The marks as Latin text of their bytes; the birth date as `YYYY-MM-DD`. */
function readMarks(lines: ReceiptLines, head: ReceiptHead, form: ReceiptForm, holder: Holder): Marks {
  const { confirmation, common } = head;
  const birth = dateAt(lines, common, form.common.birthDate);
  return [
    latin(lines, holder.line, holder.symbol),
    latin(lines, holder.line, holder.number),
    latin(lines, confirmation, sn.branch[0]),
    birth === undefined || Number.isNaN(birth) ? '' : dateText(birth),
    codeAt(lines, common, form.common.sex),
    latin(lines, common, form.common.kana),
  ];
}

/** After a transfer (振替) the confirmed symbol and number count: the insurer record still names the old insurer. */
function isMoved(lines: ReceiptLines, head: ReceiptHead, form: ReceiptForm): boolean {
  const filed = codeAt(lines, head.insurer, form.insurer.insurer).padStart(8, '0');
  return filed !== head.insurerNumber && codeAt(lines, head.confirmation, sn.number[0]) !== '';
}

function makeKeys(indexKey: Buffer, insurer: string, marks: Marks, code: TextCode): PersonKeys | undefined {
  const text = (bytes: string) => code.decode(Buffer.from(bytes, 'latin1'));
  const [symbol, number, branch, birthDate, sex, kana] = marks;
  if (number === '' || birthDate === '' || (sex !== '1' && sex !== '2')) return undefined;
  return personKeys(indexKey, {
    insurer,
    symbol: text(symbol),
    number: text(number),
    branch: branch === '' ? undefined : text(branch),
    birthDate,
    sex,
    kana: kana === '' ? undefined : text(kana),
  });
}

/** Bytes of a field, or of several beside each other; empty where there is no such line. */
function latin(lines: ReceiptLines, line: number, position: number, last = position): string {
  if (line < 0) return '';
  const from = fieldFrom(lines, line, position);
  return lines.buffer.toString('latin1', from, Math.max(from, fieldTo(lines, line, last)));
}
