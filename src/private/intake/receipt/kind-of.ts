import { dpcRecords } from '#pipelines/sources/receipt/dpc.ts';
import { medicalRecords } from '#pipelines/sources/receipt/medical.ts';
import { IR, RE } from './identifiers.ts';
import { kindOfPointsTable, kindOfTellingRecord, kindOfType, type ReceiptKind } from './kinds.ts';
import type { ReceiptLines } from './lines.ts';
import { codeAt } from './values.ts';

const typeAt = medicalRecords.RE.fields.type[0];
const coverAt = dpcRecords.RE.fields.cover[0];
const tableAt = medicalRecords.IR.fields.pointsTable[0];

/**
 * The kind of one receipt, by content alone: a record that stands in one kind only, else レセプト種別 (a DPC receipt
 * has 総括区分 where a medical one has its 検索番号), else 点数表 of the institution, else what came before it.
 */
export function kindOfLines(lines: ReceiptLines, before: ReceiptKind | undefined): ReceiptKind {
  let byType: ReceiptKind | undefined;
  let byTable: ReceiptKind | undefined;
  for (let line = 0; line < lines.count; line++) {
    const id = lines.id[line]!;
    const told = kindOfTellingRecord(id);
    if (told) return told;
    if (id === RE) {
      byType ??= kindOfType(codeAt(lines, line, typeAt));
      if (byType === 'medical' && /^[0-3]$/.test(codeAt(lines, line, coverAt))) byType = 'dpc';
    } else if (id === IR) byTable ??= kindOfPointsTable(codeAt(lines, line, tableAt));
  }
  return byType ?? byTable ?? before ?? 'medical';
}
