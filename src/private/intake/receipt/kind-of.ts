import { medicalRecords } from '#pipelines/sources/receipt/medical.ts';
import { IR, RE } from './identifiers.ts';
import { kindOfPointsTable, kindOfTellingRecord, kindOfType, type ReceiptKind } from './kinds.ts';
import type { ReceiptLines } from './lines.ts';
import { coverOf } from './nest.ts';
import { codeAt } from './values.ts';

const typeAt = medicalRecords.RE.fields.type[0];
const tableAt = medicalRecords.IR.fields.pointsTable[0];

/**
 * The kind of one receipt, by content alone: a record that stands in one kind only, else レセプト種別 (a DPC receipt
 * has 総括区分 where a medical one has its 検索番号), else 点数表 of the institution, else what came before it.
 */
export function kindOfLines(lines: ReceiptLines, before: ReceiptKind | undefined): ReceiptKind {
  let common = -1;
  let institution = -1;
  for (let line = 0; line < lines.count; line++) {
    const id = lines.id[line]!;
    const told = kindOfTellingRecord(id);
    if (told) return told;
    if (id === RE && common < 0) common = line;
    else if (id === IR && institution < 0) institution = line;
  }
  const byType = common < 0 ? undefined : kindOfType(codeAt(lines, common, typeAt));
  if (byType === 'medical') return coverOf(lines, common) >= 0 ? 'dpc' : byType;
  const byTable = institution < 0 ? undefined : kindOfPointsTable(codeAt(lines, institution, tableAt));
  return byType ?? byTable ?? before ?? 'medical';
}
