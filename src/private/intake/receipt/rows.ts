import { detail, unknownRecord } from '#pipelines/sources/receipt/tables.ts';
import { columnPositions, type RowWriter } from '../../warehouse/columns.ts';
import type { ReceiptForm } from './form.ts';
import { identifierText, type RecordId } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import { cp932Text, type TextCode } from './text.ts';
import { dateAt, decimalAt, fieldFrom, fieldTo } from './values.ts';

const d = columnPositions(detail);
const u = columnPositions(unknownRecord);

/** Something noticed in a receipt that does not stop it; `line` is a line of the file. */
export type Note = (code: FindingCode, line: number, expected?: number, found?: number) => void;

export type FindingCode =
  | 'total_mismatch'
  | 'unknown_record'
  | 'unreadable_field'
  | 'unreadable_code'
  | 'broken_text'
  | 'correction_row_unused'
  | 'identity_incomplete'
  | 'no_final_line_end'
  | 'other_member';

/** Times and days of one row: a larger number is a damaged field. */
const largestCount = 99_999;

/**
 * Where the rows of one receipt go: `sequence` is its running number in the file and `unit` that of its open unit, from
 * 1; `common` its common record.
 */
export type ReceiptRows = {
  readonly fileId: number;
  sequence: number;
  unit: number;
  common: number;
  text: TextCode;
  readonly detail: RowWriter;
  readonly diagnosis: RowWriter;
  readonly coding: RowWriter;
  readonly note: Note;
  readonly isKnown: (id: RecordId) => boolean;
  readonly beginDetail: (lines: ReceiptLines, line: number) => void;
  /** Writes a code of `digits` digits; a shorter one is noted, anything else (a shifted name) noted and left NULL. */
  readonly code: PutCode;
  /** The same for a code of at most `digits` digits or of one letter; it may be empty. */
  readonly mark: PutCode;
  readonly quantity: (lines: ReceiptLines, line: number, position: number) => void;
  /** A quantity with up to five decimals; undefined, and noted, where it is none. */
  readonly quantityAt: (lines: ReceiptLines, line: number, position: number) => number | undefined;
  readonly price: (lines: ReceiptLines, line: number, position: number) => void;
  readonly unknown: (lines: ReceiptLines, line: number) => void;
  /** The value, or undefined and a note where the field could not be read. */
  readonly amount: (value: number | undefined, lines: ReceiptLines, line: number) => number | undefined;
  readonly count: (value: number | undefined, lines: ReceiptLines, line: number) => number | undefined;
};

type PutCode = (
  writer: RowWriter,
  column: number,
  lines: ReceiptLines,
  line: number,
  position: number,
  digits: number,
) => void;

export type RowWriters = {
  readonly detail: RowWriter;
  readonly diagnosis: RowWriter;
  readonly coding: RowWriter;
  readonly unknown: RowWriter;
};

export function createReceiptRows(
  fileId: number,
  form: ReceiptForm,
  writers: RowWriters,
  note: Note,
  unknownSeen: (id: RecordId, line: number) => void,
): ReceiptRows {
  const checked = (value: number | undefined, largest: number, line: number) => {
    if (value === undefined || (value <= largest && value >= -largest)) return value;
    note('unreadable_field', line);
    return undefined;
  };
  const rows: ReceiptRows = {
    fileId,
    sequence: 0,
    unit: 1,
    common: 0,
    text: cp932Text,
    detail: writers.detail,
    diagnosis: writers.diagnosis,
    coding: writers.coding,
    note,
    isKnown: (id) => form.positions(id) !== undefined,
    beginDetail(lines, line) {
      writers.detail.number(d.file_id, fileId);
      writers.detail.number(d.receipt_seq, rows.sequence);
      writers.detail.number(d.line, lines.line[line]!);
      writers.detail.ascii(d.record, lines.buffer, fieldFrom(lines, line, 1), fieldTo(lines, line, 1));
    },
    code(writer, column, lines, line, position, digits) {
      const from = fieldFrom(lines, line, position);
      const to = fieldTo(lines, line, position);
      const readable = to - from <= digits && allDigits(lines.buffer, from, to);
      if (to - from !== digits || !readable) note('unreadable_code', lines.line[line]!);
      if (readable && to > from) writer.ascii(column, lines.buffer, from, to);
    },
    mark(writer, column, lines, line, position, digits) {
      const from = fieldFrom(lines, line, position);
      const to = fieldTo(lines, line, position);
      if (to <= from) return;
      const readable = to - from === 1 || (to - from <= digits && allDigits(lines.buffer, from, to));
      if (!readable || !writer.ascii(column, lines.buffer, from, to))
        note('unreadable_code', lines.line[line]!);
    },
    quantity(lines, line, position) {
      const quantity = rows.quantityAt(lines, line, position);
      if (quantity !== undefined) writers.detail.number(d.quantity, quantity);
    },
    quantityAt(lines, line, position) {
      const scaled = checked(decimalAt(lines, line, position, 100_000), 1e15, lines.line[line]!);
      return scaled === undefined ? undefined : scaled / 100_000;
    },
    price(lines, line, position) {
      const scaled = checked(decimalAt(lines, line, position, 1000), 1e13, lines.line[line]!);
      if (scaled !== undefined) writers.detail.number(d.price_milliyen, scaled);
    },
    unknown(lines, line) {
      const record = identifierText(lines.id[line]!);
      writers.unknown.number(u.file_id, fileId);
      writers.unknown.number(u.receipt_seq, rows.sequence);
      writers.unknown.number(u.line, lines.line[line]!);
      if (record !== null) writers.unknown.text(u.record, record);
      writers.unknown.number(u.columns, lines.fields[line]!);
      writers.unknown.endRow();
      unknownSeen(lines.id[line]!, lines.line[line]!);
    },
    amount: (value, lines, line) => checked(value, 9_999_999_999, lines.line[line]!),
    count: (value, lines, line) => checked(value, largestCount, lines.line[line]!),
  };
  return rows;
}

/** Writes a date; an empty or unreadable one is NULL. */
export function putDate(
  writer: RowWriter,
  column: number,
  lines: ReceiptLines,
  line: number,
  position: number,
): void {
  const days = dateAt(lines, line, position);
  if (days !== undefined && !Number.isNaN(days)) writer.number(column, days);
}

function allDigits(buffer: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (buffer[at]! < 0x30 || buffer[at]! > 0x39) return false;
  return true;
}
