import type { MonthIndex } from './calendar.ts';
import { compactDay, eraDay, monthStart } from './calendar.ts';
import type { MedicalClaim, Unit } from './claims.ts';
import { medicalPoints } from './claims.ts';
import { brokenByte } from './cp932.ts';
import { wide } from './institutions.ts';
import {
  addReviewLines,
  birthDate,
  blank,
  confirmation,
  dayMarks,
  type Head,
  insuranceCard,
  type Lines,
  programmeShare,
  publicPayer,
  receiptLines,
  receiptType,
  searchNumber,
  serviceMonth,
  type Written,
} from './receipt.ts';

const mealYen = 670;
const blankDays = blank(31);

/** One 医科 receipt as the insurer receives it (記録条件仕様（医科）, with the three leading columns). */
export function writeMedical(claim: MedicalClaim, head: Head): Written {
  const { institution } = claim;
  const lines = receiptLines();
  const number = searchNumber(institution, '1', head);
  const computed = medicalPoints(claim.units);
  const claimed = head.fault === 'wrong_total' ? computed + 100 : computed;
  const place = head.fault === 'broken_bytes' ? `${institution.place}${brokenByte}` : institution.place;
  const shown = head.fault === 'missing_search_number' ? '' : number;
  lines.add(`MN,${String(head.serial).padStart(9, '0')},${place},${head.serial % 17 === 3 ? '' : shown},,,`);
  lines.add(
    `IR,1,${institution.prefecture},1,${institution.code},,${institution.name},${compactMonthAfter(head)},00,`,
  );
  if (head.fault !== 'missing_re') lines.add(commonRecord(claim, head, shown));
  const meals = claim.meals > 0 ? `${claim.meals},${claim.meals * mealYen}` : ',';
  const shareYen =
    claim.inpatient && claimed > 26_700 ? 80_100 + Math.round((claimed * 10 - 267_000) * 0.01) : undefined;
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
  const removable = addUnits(lines, claim, burden);
  if (head.canary) lines.add(`CO,,${burden},810000001,カナリヤ点検用コメント９７５３９７５３`);
  else if (head.serial % 29 === 0)
    lines.add(`CO,,${burden},850100096,${wide(eraDay(monthStart(claim.month)))}`);
  if (claim.inpatient && claimed > 100_000)
    lines.add('SJ,01,手術の必要を認めたため実施した（見本の症状詳記）。');
  const struck = correct(lines, head, claimed, removable, insurance, insuranceLine);
  addReviewLines(lines, head);
  return {
    text: lines.text(),
    records: lines.count(),
    claimedPoints: claimed,
    decidedPoints: claimed - (struck === undefined ? 0 : pointsOf(struck)),
    struck,
    mealYen: claim.meals * mealYen,
    shareYen,
    programmeYen: head.programme === undefined ? undefined : programmeShare(claimed),
  };
}

function compactMonthAfter(head: Head): string {
  return compactDay(monthStart(head.processed)).slice(0, 6);
}

function commonRecord(claim: MedicalClaim, head: Head, number: string): string {
  const { person } = head;
  const admitted = claim.inpatient ? compactDay(monthStart(claim.month) + claim.days[0]! - 1) : '';
  const notes = claim.inpatient && medicalPoints(claim.units) > 26_700 ? '28' : '';
  const chart = head.canary ? `9753${head.serial % 10_000}` : String(head.serial % 100_000);
  const common = `RE,${head.serial % 900_000},${receiptType('1', head, claim.inpatient)},${serviceMonth(head)},${person.name}`;
  const kana = person.kana.replace('　', '');
  return (
    `${common},${person.sex === 'M' ? 1 : 2},${birthDate(head, claim.institution)},,${admitted},,,${notes},` +
    `${claim.institution.kind === 'hospital' ? 200 : ''},${chart},,,,,${number},,,01${blank(14)},${kana},`
  );
}

type Removable = { readonly line: number; readonly unit: Unit };

/** Writes SI, IY and TO; returns lines that could be struck out alone without touching the rest. */
function addUnits(lines: Lines, claim: MedicalClaim, burden: string): Removable[] {
  const removable: Removable[] = [];
  let section = '';
  for (const unit of withMeals(claim)) {
    const first = unit.section !== section;
    section = unit.section;
    const days = unitDays(unit, claim.days);
    unit.rows.forEach((row, index) => {
      const shown = first && index === 0 ? section : '';
      const last = index === unit.rows.length - 1;
      const points = last ? unit.points : '';
      const start = `${row.record},${shown},${burden},${row.code},${row.quantity},${points},${unit.count}`;
      const line =
        row.record === 'TO'
          ? lines.add(`${start},,${row.price},,,,,,,,${days}`)
          : lines.add(`${start},,,,,,${days}`);
      if (
        !first &&
        last &&
        unit.rows.length === 1 &&
        section !== '97' &&
        !unit.subtracts &&
        unit.points > 0
      ) {
        removable.push({ line, unit });
      }
    });
  }
  return removable;
}

/** 食事療養標準負担額 (一般) of one meal, in yen. */
export function mealShare(month: MonthIndex): number {
  if (month < 2024 * 12 + 5) return 460;
  return month < 2025 * 12 + 3 ? 490 : 510;
}

/** The units with the meals in hospital: the charge and, apart, the patient's standard share (yen). */
function withMeals(claim: MedicalClaim): readonly Unit[] {
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

/** 算定日情報: a supply on the first day; else the count spread over the days, the first ones taking the rest. */
function unitDays(unit: Unit, days: readonly number[]): string {
  if (unit.supply) return `${blank(days[0]!)}${unit.count}${blank(31 - days[0]!)}`;
  const each = Math.floor(unit.count / days.length);
  let rest = unit.count - each * days.length;
  let text = '';
  let last = 0;
  for (const day of days) {
    const count = each + (rest-- > 0 ? 1 : 0);
    if (count === 0) break;
    text += `${blank(day - last)}${count}`;
    last = day;
  }
  return text + blank(31 - last);
}

/** 査定: a row is struck out and the total replaced (JY); sometimes a comment is added. Returns the unit struck out. */
function correct(
  lines: Lines,
  head: Head,
  claimed: number,
  removable: readonly Removable[],
  insurance: (points: number) => string,
  insuranceLine: number,
): Unit | undefined {
  if (head.fault === 'correction_without_target') {
    lines.add('JY,3,998,0,4,B,,,');
    return undefined;
  }
  const target = removable.at(-1);
  if (!head.correct || target === undefined) return undefined;
  lines.added(insurance(claimed - pointsOf(target.unit)), insuranceLine, 1);
  if (head.serial % 4 === 0) {
    lines.added('CO,,1,810000001,審査による査定', target.line, 1);
    lines.add(`JY,1,${target.line},0,,D,${target.line},1,`);
  }
  lines.add(`JY,3,${target.line},0,4:6,B,,,`);
  lines.add(`JY,2,${insuranceLine},0,6,B,${insuranceLine},1,`);
  return target.unit;
}

function pointsOf(unit: Unit): number {
  return unit.points * unit.count;
}
