import { compactDay } from './calendar.ts';
import type { DentalClaim } from './claims.ts';
import { unitPoints } from './claims.ts';
import { brokenByte } from './cp932.ts';
import {
  addReviewLines,
  birthDate,
  blank,
  claimMonth,
  confirmation,
  dayMarks,
  type Head,
  insuranceCard,
  receiptLines,
  receiptType,
  serviceMonth,
  type Written,
} from './receipt.ts';
import { addUnits, correct, pointsOf, reviewComment, type WriteRow } from './receipt-rows.ts';

/** One 歯科 receipt as the insurer receives it (記録条件仕様（歯科用）, with the three leading columns). */
export function writeDental(claim: DentalClaim, head: Head): Written {
  const { institution } = claim;
  const lines = receiptLines();
  const computed = unitPoints(claim.units);
  const claimed = head.fault === 'wrong_total' ? computed + 10 : computed;
  const place = head.fault === 'broken_bytes' ? `${institution.place}${brokenByte}` : institution.place;
  const shown = head.fault === 'missing_search_number' ? '' : head.search;
  const where = `1,${institution.prefecture},3,${institution.code}`;
  lines.add(`MN,${String(head.serial).padStart(9, '0')},${place},${shown},,,`);
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
  const chart = head.canary ? `9753${head.serial % 10_000}` : String(head.serial % 100_000);
  const type = receiptType(institution.table, head, false);
  const who = `${person.name},${person.sex === 'M' ? 1 : 2},${birthDate(head, institution)}`;
  const start = `RE,${head.serial % 900_000},${type},${serviceMonth(head)},${who},,`;
  const kana = person.kana.replace('　', '');
  return `${start},${compactDay(started)},${outcome}${blank(5)}${chart}${blank(4)}${shown}${blank(6)}${kana},`;
}

/** SS with its 35 pairs of additions left empty, or IY. */
const writeRow: WriteRow = (row, unit, section, points, days) => {
  const start = `${row.record},${section},1,${row.code},${row.quantity}`;
  if (row.record === 'IY') return `${start},${points},${unit.count},5${days}`;
  return `${start}${blank(72)}${points},${unit.count}${days}`;
};
