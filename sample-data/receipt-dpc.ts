import { compactDay, monthStart } from './calendar.ts';
import type { Diagnosis, DpcStay, MedicalClaim } from './claims.ts';
import { medicalPoints, unitPoints } from './claims.ts';
import { diseases } from './facts.ts';
import {
  birthDate,
  chartNumber,
  confirmation,
  type Head,
  insuranceCard,
  programmeShare,
  publicPayer,
  receiptType,
  serviceMonth,
  type Written,
} from './receipt.ts';
import {
  addReviewLines,
  blank,
  dayMarks,
  type Lines,
  managementRecord,
  receiptLines,
} from './receipt-lines.ts';
import { limitedShare, mealShare, mealYen, openingOf, withMeals, writeRow } from './receipt-medical.ts';
import { addUnits, correct, pointsOf, type Removable } from './receipt-rows.ts';

const icdByCode = new Map(diseases.map((disease) => [disease.code, disease.icd10]));

type Stay = MedicalClaim & { readonly dpc: DpcStay };

/**
 * One DPC receipt as the insurer receives it (記録条件仕様（DPC用）, with the three leading columns): plain, or a cover
 * (総括) with the DPC detail and the one billed like a medical receipt.
 */
export function writeDpc(claim: Stay, head: Head): Written {
  const { institution, dpc } = claim;
  const lines = receiptLines();
  const computed = medicalPoints(claim);
  const claimed = head.fault === 'wrong_total' ? computed + 100 : computed;
  const shown = head.fault === 'missing_search_number' ? '' : head.search;
  const whole: Part = { claim, head, days: claim.days, shown, burden: burdenOf(head) };
  lines.add(managementRecord(head, institution, shown));
  lines.add(openingOf(claim, head));
  const shareYen = limitedShare(claimed);
  const hasDetails = dpc.apartDays > 0;
  if (head.fault !== 'missing_re') lines.add(commonRecord(whole, hasDetails ? 1 : 0, hasDetails ? 2 : 0));
  const insurance = (points: number) => insurer(whole, points, claim.meals, shareYen);
  const insuranceLine = lines.add(insurance(claimed));
  if (head.programme !== undefined) lines.add(publicPayer(head, claim.days.length, claimed, 13));
  lines.add(confirmation(head));
  lines.add(`JD,1${dayMarks(claim.days)}`);
  if (shareYen !== undefined) lines.add(`MF,01${blank(31)}`);
  const removable = hasDetails ? addDetails(lines, whole) : addStay(lines, whole);
  if (head.canary) lines.add(`CO,,${whole.burden},810000001,カナリヤ点検用コメント９７５３９７５３`);
  const total = { points: claimed, line: insuranceLine, write: insurance };
  const struck = correct(lines, head, total, hasDetails ? [] : removable);
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

/** A receipt or one of its details: its days and how it is named. */
type Part = {
  readonly claim: Stay;
  readonly head: Head;
  readonly days: readonly number[];
  readonly shown: string;
  readonly burden: string;
};

function burdenOf(head: Head): string {
  return head.programme === undefined ? '1' : '2';
}

/** RE with 総括区分: 0 plain, 1 cover, 2 the DPC detail, 3 the detail billed like a medical receipt. */
function commonRecord({ claim, head, shown }: Part, cover: 0 | 1 | 2 | 3, details: number): string {
  const { person } = head;
  const { institution } = claim;
  const admitted = compactDay(monthStart(claim.month) + claim.days[0]! - 1);
  const notes = medicalPoints(claim) > 26_700 ? '28' : '';
  const type = receiptType(institution.table, head, true);
  const who = `${person.name},${person.sex === 'M' ? 1 : 2},${birthDate(head, institution)}`;
  const start = `RE,${head.serial % 900_000},${type},${serviceMonth(head)},${who},,${admitted},,,${notes},,${chartNumber(head)}`;
  const kana = person.kana.replace('　', '');
  return `${start},,,,,${cover},${details === 0 ? '' : details},${shown},,,01${blank(5)}${kana},`;
}

/** HO: days, points, meals, the patient's share and, last, of the meals (標準負担額). */
function insurer({ claim, head, days }: Part, points: number, meals: number, shareYen: number | undefined) {
  const eaten = meals > 0 ? `${meals},${meals * mealYen}` : ',';
  const share = meals > 0 ? meals * mealShare(claim.month) : '';
  const card = insuranceCard(head, claim.institution);
  return `HO,${card},${days.length},${points},,${eaten},,,${shareYen ?? ''},,,,${share}`;
}

/** The two details of a cover, with the same レセプト番号 as it. */
function addDetails(lines: Lines, whole: Part): Removable[] {
  const { claim } = whole;
  const { dpc, days } = claim;
  const first = { ...whole, days: days.slice(0, -dpc.apartDays) };
  const second = { ...whole, days: days.slice(-dpc.apartDays) };
  lines.add(commonRecord(first, 2, 0));
  lines.add(insurer(first, unitPoints(claim.units) + dpc.points, claim.meals, undefined));
  addStay(lines, first);
  lines.add(commonRecord(second, 3, 0));
  lines.add(insurer(second, unitPoints(dpc.apart), 0, undefined));
  lines.add(`GR,04,${dpc.code}`);
  for (const { code, started, outcome, main } of claim.diagnoses)
    lines.add(`SY,${code},${compactDay(started)},${outcome},,,${main ? '01' : ''},`);
  addUnits(lines, dpc.apart, second.days, writeRow(whole.burden));
  return [];
}

/** The group, diseases, bundle, what is billed besides it, and what the bundle held (CD). */
function addStay(lines: Lines, part: Part): Removable[] {
  const { claim, days, burden } = part;
  const { dpc, month } = claim;
  const dayOf = (day: number) => compactDay(monthStart(month) + day - 1);
  const last = claim.days.at(-1)!;
  const stayed = new Set(days);
  lines.add(`BU,${dpc.code},${dayOf(claim.days[0]!)},${dayOf(last)},2,`);
  addDiseases(lines, claim.diagnoses, dpc.resource);
  lines.add('KK,,0,1,,,,,,,,,,');
  for (const unit of claim.units)
    if (unit.section === '50' && unit.rows[0]!.record === 'SI')
      lines.add(`SK,${unit.rows[0]!.code},,${dayOf(claim.days[0]!)},,01,`);
  const away = Array.from({ length: 31 }, (_, day) => (stayed.has(day + 1) ? '0' : '')).join('');
  const service = serviceMonth(part.head);
  lines.add(`GA,${service},2,${away},${dpc.code},${dpc.coefficient.toFixed(4)},0`);
  dpc.periods.forEach((period, index) => {
    const points = `${period.daily},${period.days},${period.daily * period.days}`;
    lines.add(`HH,${service},2,1,${burden},${index + 1},${points}`);
  });
  const sum = dpc.periods.reduce((total, period) => total + period.daily * period.days, 0);
  lines.add(`GT,${service},2,1,${burden},${sum},${dpc.points},,${dpc.points},93,,`);
  const removable = addUnits(lines, withMeals(claim), days, writeRow(burden));
  let order = 0;
  for (const unit of claim.units) {
    order++;
    unit.rows.forEach((row, index) => {
      const amount = row.record === 'IY' || row.record === 'TO' ? `${row.quantity},,` : `,${row.quantity},`;
      const start = `CD,${dayOf(days[0]!)},${unit.section},${order},${index + 1},${row.code}`;
      lines.add(`${start},${amount},${unit.count},`);
    });
  }
  return removable;
}

/** SB: once each the disease with most resources (01), the main one (11) and that of admission (21); others 41–44. */
function addDiseases(lines: Lines, diagnoses: readonly Diagnosis[], resource: Diagnosis | undefined): void {
  const main = diagnoses.find((one) => one.main) ?? diagnoses[0]!;
  const add = (one: Diagnosis, role: string) =>
    lines.add(`SB,${one.code},${one.modifiers},${one.text},${icdByCode.get(one.code) ?? ''},${role},,`);
  add(resource ?? main, '01');
  add(main, '11');
  add(main, '21');
  diagnoses
    .filter((one) => one !== main)
    .slice(0, 4)
    .forEach((one, index) => {
      add(one, String(41 + index));
    });
}
