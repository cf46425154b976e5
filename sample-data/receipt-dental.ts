import { compactDay } from './calendar.ts';
import type { DentalClaim } from './claims.ts';
import { unitPoints } from './claims.ts';
import {
  birthDate,
  chartNumber,
  claimMonth,
  confirmation,
  type Head,
  insuranceCard,
  receiptType,
  serviceMonth,
  type Written,
} from './receipt.ts';
import { addReviewLines, blank, dayMarks, managementRecord, receiptLines } from './receipt-lines.ts';
import { addUnits, correct, pointsOf, reviewComment, type WriteRow } from './receipt-rows.ts';

/** One 歯科 receipt as the insurer receives it (記録条件仕様（歯科用）, with the three leading columns). */
export function writeDental(claim: DentalClaim, head: Head): Written {
  const { institution } = claim;
  const lines = receiptLines();
  const computed = unitPoints(claim.units);
  const claimed = head.fault === 'wrong_total' ? computed + 10 : computed;
  const shown = head.fault === 'missing_search_number' ? '' : head.search;
  const where = `1,${institution.prefecture},3,${institution.code}`;
  lines.add(managementRecord(head, institution, shown));
  lines.add(`UK,${where},,${institution.name},${claimMonth(head)},,00`);
  lines.add(`IR,${where},,${claimMonth(head)},,`);
  if (head.fault !== 'missing_re') lines.add(commonRecord(claim, head, shown));
  const insurance = (points: number) =>
    `HO,${insuranceCard(head, institution)},${claim.days.length},${points}${blank(8)}`;
  const insuranceLine = lines.add(insurance(claimed));
  lines.add(confirmation(head));
  lines.add(`JD,1${dayMarks(claim.days)}`);
  for (const { teeth, code, modifiers, text } of claim.diagnoses)
    lines.add(`HS,,,${teeth},${code},${modifiers},${text},,,,,,`);
  const removable = addUnits(lines, claim.units, claim.days, writeRow);
  if (head.canary) lines.add(`CO,,1,810000001,カナリヤ歯科コメント９７５３９７５３${blank(6)}`);
  else if (head.serial % 23 === 0)
    lines.add(`CO,99,1,810000001,治療計画を説明した（見本）。,${claim.diagnoses[0]!.teeth}${blank(5)}`);
  const total = { points: claimed, line: insuranceLine, write: insurance };
  const struck = correct(lines, head, total, removable, `${reviewComment}${blank(6)}`);
  addReviewLines(lines, head);
  return {
    text: lines.text(),
    records: lines.count(),
    claimedPoints: claimed,
    decidedPoints: claimed - (struck === undefined ? 0 : pointsOf(struck)),
    billedYen: 0,
    struck,
    mealYen: 0,
    shareYen: undefined,
    programmeYen: undefined,
  };
}

/** RE: start and outcome of the treatment stand here, as in outpatient receipts. */
function commonRecord(claim: DentalClaim, head: Head, shown: string): string {
  const { person } = head;
  const { institution } = claim;
  const { started, outcome } = claim.diagnoses[0]!;
  const type = receiptType(institution.table, head, false);
  const who = `${person.name},${person.sex === 'M' ? 1 : 2},${birthDate(head, institution)}`;
  const start = `RE,${head.serial % 900_000},${type},${serviceMonth(head)},${who},,`;
  const kana = person.kana.replace('　', '');
  return `${start},${compactDay(started)},${outcome}${blank(5)}${chartNumber(head)}${blank(4)}${shown}${blank(6)}${kana},`;
}

/** SS with its 35 pairs of additions left empty, IY, or SI of the medical fee table. */
const writeRow: WriteRow = (row, unit, section, points, days) => {
  const start = `${row.record},${section},1,${row.code},${row.quantity}`;
  if (row.record === 'IY') return `${start},${points},${unit.count},5${days}`;
  if (row.record === 'SI') return `${start},${points},${unit.count}${days}`;
  return `${start}${blank(72)}${points},${unit.count}${days}`;
};
