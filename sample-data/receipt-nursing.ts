import { compactDay, monthStart } from './calendar.ts';
import type { NursingClaim } from './claims.ts';
import {
  birthDate,
  chartNumber,
  confirmation,
  type Head,
  insuranceCard,
  receiptType,
  serviceMonth,
  type Written,
} from './receipt.ts';

/** One 訪問看護 receipt as a station claims it (記録条件仕様（訪問看護用）, claim form, amounts in yen). */
export function writeNursing(claim: NursingClaim, head: Head): Written {
  const { institution, visits, diagnoses } = claim;
  const { person } = head;
  const type = receiptType(institution.table, head, false);
  const kana = person.kana.replace('　', '');
  const who = `${person.name},${kana},${person.sex === 'M' ? 1 : 2},${birthDate(head, institution)}`;
  const fees = visits.flatMap(({ day, fees: list }) => list.map((fee) => ({ day, ...fee })));
  const yen = fees.reduce((sum, fee) => sum + fee.yen, 0);
  const lines = [
    `RE,${head.serial % 900_000},${type},${serviceMonth(head)},${who},,,,,,${chartNumber(head)},`,
    `HO,${insuranceCard(head, institution)},${claim.days.length},${yen},,,`,
    confirmation(head),
    ...diagnoses.map(({ code }) => `SY,${code},,,`),
    ...fees.map(({ day, code, yen: amount }) => {
      const date = compactDay(monthStart(claim.month) + day - 1);
      return `KA,${date},1,${code},1,${amount},,,`;
    }),
  ];
  return {
    text: lines.map((line) => `${line}\r\n`).join(''),
    records: lines.length,
    claimedPoints: 0,
    decidedPoints: 0,
    billedYen: yen,
    mealYen: 0,
    shareYen: undefined,
    programmeYen: undefined,
  };
}

/** HM, which opens a station's file. */
export function stationRecord({ institution }: NursingClaim, head: Head): string {
  const { prefecture, table, code, name } = institution;
  return `HM,1,${prefecture},${table},${code},${name},${compactDay(monthStart(head.processed)).slice(0, 6)}`;
}
