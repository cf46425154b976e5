import { dpcRecords } from '#pipelines/sources/receipt/dpc.ts';
import { coding } from '#pipelines/sources/receipt/tables.ts';
import { columnPositions } from '../../warehouse/columns.ts';
import { BU } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import { putDate, type ReceiptRows } from './rows.ts';
import { codeAt, dateAt, integerAt } from './values.ts';

const bu = dpcRecords.BU.fields;
const cd = dpcRecords.CD.fields;
const c = columnPositions(coding);

/** 診断群分類番号: 14 places of digits and `x`. */
const groupForm = /^[0-9A-Za-z]{6,14}$/;

/** What the grouping records (BU) of a DPC receipt say about the stay; dates as days since 1970-01-01. */
export type Stay = {
  readonly code: string | undefined;
  readonly admittedOn: number | undefined;
  readonly dischargedOn: number | undefined;
};

/** The stay by the last grouping of the receipt; of several in one receipt (総括) the last one holds at its end. */
export function readStay(lines: ReceiptLines, order: Int32Array, length: number, rows: ReceiptRows): Stay {
  for (let index = length - 1; index >= 0; index--) {
    const line = order[index]!;
    if (lines.id[line] !== BU) continue;
    const code = codeAt(lines, line, bu.code[0]);
    const readable = groupForm.test(code);
    if (!readable && code !== '') rows.note('unreadable_code', lines.line[line]!);
    return {
      code: readable ? code : undefined,
      admittedOn: dateAt(lines, line, bu.admittedOn[0]),
      dischargedOn: dateAt(lines, line, bu.dischargedOn[0]),
    };
  }
  return { code: undefined, admittedOn: undefined, dischargedOn: undefined };
}

/** Writes one coding row (CD): what the bundle contained; it has no points. */
export function writeCoding(lines: ReceiptLines, line: number, rows: ReceiptRows): void {
  const writer = rows.coding;
  writer.number(c.file_id, rows.fileId);
  writer.number(c.receipt_seq, rows.sequence);
  writer.number(c.line, lines.line[line]!);
  putDate(writer, c.performed_on, lines, line, cd.performedOn[0]);
  rows.mark(writer, c.section, lines, line, cd.section[0], 2);
  rows.mark(writer, c.code, lines, line, cd.code[0], 9);
  const quantity = rows.quantityAt(lines, line, cd.quantity[0]);
  if (quantity !== undefined) writer.number(c.quantity, quantity);
  rows.mark(writer, c.unit, lines, line, cd.unit[0], 3);
  const count = rows.count(integerAt(lines, line, cd.count[0]), lines, line);
  if (count !== undefined) writer.number(c.count, count);
  writer.endRow();
}
