import type { MonthIndex } from './calendar.ts';
import { compactDay, eraDay, monthStart } from './calendar.ts';
import type { MedicalClaim, Unit } from './claims.ts';
import { medicalPoints } from './claims.ts';
import { wide } from './institutions.ts';
import {
  birthDate,
  chartNumber,
  claimMonth,
  confirmation,
  type Head,
  insuranceCard,
  programmeShare,
  publicPayer,
  receiptType,
  serviceMonth,
  type Written,
} from './receipt.ts';
import { addReviewLines, blank, dayMarks, managementRecord, receiptLines } from './receipt-lines.ts';
import { addUnits, correct, pointsOf, type WriteRow } from './receipt-rows.ts';

export const mealYen = 670;
const blankDays = blank(31);

/** One 医科 receipt as the insurer receives it (記録条件仕様（医科）, with the three leading columns). */
export function writeMedical(claim: MedicalClaim, head: Head): Written {
  const { institution } = claim;
  const lines = receiptLines();
  const computed = medicalPoints(claim);
  const claimed = head.fault === 'wrong_total' ? computed + 100 : computed;
  const shown = head.fault === 'missing_search_number' ? '' : head.search;
  lines.add(managementRecord(head, institution, head.serial % 17 === 3 ? '' : shown));
  lines.add(openingOf(claim, head));
  if (head.fault !== 'missing_re') lines.add(commonRecord(claim, head, shown));
  const meals = claim.meals > 0 ? `${claim.meals},${claim.meals * mealYen}` : ',';
  const shareYen = claim.inpatient ? limitedShare(claimed) : undefined;
  const share = shareYen ?? '';
  const insurance = (points: number) =>
    `HO,${insuranceCard(head, institution)},${claim.days.length},${points},,${meals},,,${share},,,`;
  const insuranceLine = lines.add(insurance(claimed));
  if (head.programme !== undefined) lines.add(publicPayer(head, claim.days.length, claimed, 12));
  lines.add(confirmation(head));
  lines.add(`JD,1${dayMarks(claim.days)}`);
  if (shareYen !== undefined) lines.add(`MF,01${blankDays}`);
  for (const row of claim.diagnoses) {
    const started = compactDay(row.started);
    lines.add(
      `SY,${row.code},${started},${row.outcome},${row.modifiers},${row.text},${row.main ? '01' : ''},`,
    );
  }
  const burden = head.programme === undefined ? '1' : '2';
  const removable = addUnits(lines, withMeals(claim), claim.days, writeRow(burden));
  if (head.canary) lines.add(`CO,,${burden},810000001,カナリヤ点検用コメント９７５３９７５３`);
  else if (head.serial % 29 === 0)
    lines.add(`CO,,${burden},850100096,${wide(eraDay(monthStart(claim.month)))}`);
  if (claim.inpatient && claimed > 100_000)
    lines.add('SJ,01,手術の必要を認めたため実施した（見本の症状詳記）。');
  const total = { points: claimed, line: insuranceLine, write: insurance };
  const struck = correct(lines, head, total, removable);
  addReviewLines(lines, head);
  return {
    text: lines.text(),
    records: lines.count(),
    claimedPoints: claimed,
    decidedPoints: claimed - (struck === undefined ? 0 : pointsOf(struck)),
    billedYen: 0,
    struck,
    mealYen: claim.meals * mealYen,
    shareYen,
    programmeYen: head.programme === undefined ? undefined : programmeShare(claimed),
  };
}

/** IR, which opens the files of an institution. */
export function openingOf({ institution }: MedicalClaim, head: Head): string {
  const { prefecture, table, code, name } = institution;
  return `IR,1,${prefecture},${table},${code},,${name},${claimMonth(head)},00,`;
}

function commonRecord(claim: MedicalClaim, head: Head, number: string): string {
  const { person } = head;
  const admitted = claim.inpatient ? compactDay(monthStart(claim.month) + claim.days[0]! - 1) : '';
  const notes = claim.inpatient && medicalPoints(claim) > 26_700 ? '28' : '';
  const common = `RE,${head.serial % 900_000},${receiptType(claim.institution.table, head, claim.inpatient)},${serviceMonth(head)},${person.name}`;
  const kana = person.kana.replace('　', '');
  return (
    `${common},${person.sex === 'M' ? 1 : 2},${birthDate(head, claim.institution)},,${admitted},,,${notes},` +
    `${claim.institution.kind === 'hospital' ? 200 : ''},${chartNumber(head)},,,,,${number},,,01${blank(14)},${kana},`
  );
}

/** What a stay costs the patient where 高額療養費 is paid in kind (under 70, class ウ), in yen. */
export function limitedShare(points: number): number | undefined {
  return points > 26_700 ? 80_100 + Math.round((points * 10 - 267_000) * 0.01) : undefined;
}

/** SI, IY or TO as a medical receipt writes it, under a 負担区分. */
export function writeRow(burden: string): WriteRow {
  return (row, unit, section, points, days) => {
    const start = `${row.record},${section},${burden},${row.code},${row.quantity},${points},${unit.count}`;
    return row.record === 'TO' ? `${start},,${row.price},,,,,,,,${days}` : `${start},,,,,,${days}`;
  };
}

/** 食事療養標準負担額 (一般) of one meal, in yen. */
export function mealShare(month: MonthIndex): number {
  if (month < 2024 * 12 + 5) return 460;
  return month < 2025 * 12 + 3 ? 490 : 510;
}

/** The units with the meals in hospital: the charge and, apart, the patient's standard share (yen). */
export function withMeals(claim: MedicalClaim): readonly Unit[] {
  if (claim.meals === 0) return claim.units;
  const share = mealShare(claim.month);
  const meal = (code: string, yen: number): Unit => ({
    section: '97',
    rows: [{ record: 'SI', code, quantity: '' }],
    points: yen,
    count: claim.meals,
  });
  return [...claim.units, meal('197000110', mealYen), meal('197000810', share)];
}
