import { diagnosis } from '#pipelines/sources/receipt/tables.ts';
import { columnPositions } from '../../warehouse/columns.ts';
import type { DiseasePositions } from './form.ts';
import type { ReceiptLines } from './lines.ts';
import { putDate, type ReceiptRows } from './rows.ts';
import { codeAt, fieldFrom, fieldTo, isEmpty } from './values.ts';

const s = columnPositions(diagnosis);

/** The code of a disease written out because the master has none (未コード化傷病名). */
const uncodedDisease = '0000999';

/** 修飾語コード: up to 20 codes of four digits in one field; 歯式: up to 64 of six. */
const modifierDigits = 80;
const teethDigits = 384;

/** 傷病名区分 of a DPC stay: 主傷病名. */
const mainRole = '11';

/** Without a dot, as the masters have it; a shifted name is no code. */
const icd10Form = /^[A-Z][0-9][0-9A-Z]{0,4}$/;

/** Writes one disease row: SY, SB of a DPC receipt, HS of a dental one. */
export function writeDisease(
  lines: ReceiptLines,
  line: number,
  at: DiseasePositions,
  rows: ReceiptRows,
): void {
  const writer = rows.diagnosis;
  writer.number(s.file_id, rows.fileId);
  writer.number(s.receipt_seq, rows.sequence);
  writer.number(s.line, lines.line[line]!);
  rows.code(writer, s.disease_code, lines, line, at.code, 7);
  rows.mark(writer, s.modifiers, lines, line, at.modifiers, modifierDigits);
  if (at.startedOn > 0) {
    const [from, position] = ownOrCommon(lines, line, rows, at.startedOn, at.inCommon?.startedOn);
    putDate(writer, s.started_on, lines, from, position);
  }
  if (at.outcome > 0) {
    const [from, position] = ownOrCommon(lines, line, rows, at.outcome, at.inCommon?.outcome);
    rows.mark(writer, s.outcome, lines, from, position, 1);
  }
  if (at.teeth > 0) rows.mark(writer, s.teeth, lines, line, at.teeth, teethDigits);
  if (at.role > 0) rows.mark(writer, s.role, lines, line, at.role, 2);
  if (at.icd10 > 0) writeIcd10(lines, line, at.icd10, rows);
  writer.number(s.is_main, isMain(lines, line, at) ? 1 : 0);
  if (!isEmpty(lines, line, at.text) && codeAt(lines, line, at.code) === uncodedDisease) {
    const from = fieldFrom(lines, line, at.text);
    writer.text(s.disease_text, rows.text.decode(lines.buffer.subarray(from, fieldTo(lines, line, at.text))));
  }
  writer.endRow();
}

/** Line and position of a field: the row's own, or where it is empty that of the common record. */
function ownOrCommon(
  lines: ReceiptLines,
  line: number,
  rows: ReceiptRows,
  own: number,
  common: number | undefined,
): readonly [line: number, position: number] {
  return common !== undefined && isEmpty(lines, line, own) ? [rows.common, common] : [line, own];
}

function isMain(lines: ReceiptLines, line: number, at: DiseasePositions): boolean {
  if (at.role > 0) return codeAt(lines, line, at.role) === mainRole;
  return at.main > 0 && codeAt(lines, line, at.main) === '01';
}

function writeIcd10(lines: ReceiptLines, line: number, position: number, rows: ReceiptRows): void {
  const code = codeAt(lines, line, position).replace('.', '');
  if (icd10Form.test(code)) rows.diagnosis.text(s.icd10, code);
  else if (code !== '') rows.note('unreadable_code', lines.line[line]!);
}
