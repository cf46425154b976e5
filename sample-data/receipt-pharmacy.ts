import { compactDay, monthStart } from './calendar.ts';
import type { PharmacyClaim, Supply } from './claims.ts';
import { pharmacyPoints } from './claims.ts';
import { amountText } from './fees.ts';
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
import {
  addReviewLines,
  blank,
  dayMarks,
  type Lines,
  managementRecord,
  receiptLines,
} from './receipt-lines.ts';

/** One 調剤 receipt as the insurer receives it (記録条件仕様（調剤）, with the three leading columns). */
export function writePharmacy(claim: PharmacyClaim, head: Head): Written {
  const { pharmacy, prescriber } = claim;
  const lines = receiptLines();
  const computed = pharmacyPoints(claim);
  const points = head.fault === 'wrong_total' ? computed + 10 : computed;
  const shown = head.fault === 'missing_search_number' ? '' : head.search;
  lines.add(managementRecord(head, pharmacy, shown));
  lines.add(`YK,1,${pharmacy.prefecture},4,${pharmacy.code},${pharmacy.name},${claimMonth(head)},00,`);
  const { person } = head;
  if (head.fault !== 'missing_re') {
    const who = `${serviceMonth(head)},${person.name},${person.sex === 'M' ? 1 : 2},${birthDate(head, pharmacy)}`;
    const from = `${prescriber.prefecture},${prescriber.table},${prescriber.code},${prescriber.name},${prescriber.place},みほん　医師`;
    const kana = person.kana.replace('　', '');
    lines.add(
      `RE,${head.serial % 900_000},${receiptType('4', head, false)},${who},,,${from}${blank(20)},${chartNumber(head)},,${shown},,,,${kana}`,
    );
  }
  lines.add(`HO,${insuranceCard(head, pharmacy)},1,${points}${blank(8)}`);
  if (head.programme !== undefined) lines.add(publicPayer(head, 1, points, 10));
  lines.add(confirmation(head));
  lines.add(`JD,1${dayMarks([claim.day])}`);
  const burden = head.programme === undefined ? '1' : '2';
  claim.supplies.forEach((supply, index) => {
    addSupply(lines, supply, index, claim, burden);
  });
  if (head.canary) lines.add('TK,810000001,カナリヤ調剤コメント９７５３９７５３');
  const date = compactDay(monthStart(claim.month) + claim.day - 1);
  const basic = `${burden},${claim.basic.code},${claim.basic.points},`;
  const guidance = `${burden},${claim.guidance.code},1,${claim.guidance.points}`;
  const addition = `${burden},${claim.addition.code},1,${claim.addition.points}`;
  lines.add(`KI,${date},1,${basic},${guidance}${blank(58)},${addition}${blank(41)}`);
  if (head.fault === 'correction_without_target') lines.add('JY,3,998,0,4,B,,,');
  addReviewLines(lines, head);
  return {
    text: lines.text(),
    records: lines.count(),
    claimedPoints: points,
    decidedPoints: points,
    billedYen: 0,
    mealYen: 0,
    shareYen: undefined,
    programmeYen: head.programme === undefined ? undefined : programmeShare(points),
  };
}

/** SH, CZ and IY of one 剤. */
function addSupply(lines: Lines, supply: Supply, index: number, claim: PharmacyClaim, burden: string): void {
  const date = compactDay(monthStart(claim.month) + claim.day - 1);
  lines.add(`SH,${String(index + 1).padStart(2, '0')},${supply.form},001,,${supply.points}${blank(4)}`);
  const preparation = `${burden},1,,${supply.preparation.code},${supply.preparation.points}`;
  const drugs = `,,,${supply.points * supply.quantity},`;
  const management =
    supply.management === undefined
      ? blank(5)
      : `,${burden},1,,${supply.management.code},${supply.management.points}`;
  lines.add(
    `CZ,1,${date},${date},1,${supply.quantity},${preparation}${drugs}${blank(42)}${management}${blank(9)}`,
  );
  for (const { drug, amount } of supply.drugs)
    lines.add(`IY,${burden},${drug.code},${amountText(amount)}${blank(6)}`);
}
