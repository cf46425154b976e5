import { isoDay, isoMonth } from './calendar.ts';
import { type Claim, type MedicalClaim, medicalPoints } from './claims.ts';
import { type Head, programmeShare, receiptType, type Written } from './receipt.ts';

export const paperHead =
  '管理番号,検索番号,レセプト種別,診療年月,処理年月,記号,番号,枝番,生年月日,性別,氏名カナ,医療機関コード,医療機関名,処方医療機関コード,入院年月日,実日数,請求点数,決定点数,食事回数,食事金額,一部負担金,公費法別番号,公費点数,公費患者負担額,傷病名コード';
const none = '';

/** Outpatient care of the few clinics that still claim on paper: what is punched has no rows, the main disease first. */
export function asPaper(claim: Claim): Claim {
  if (claim.kind !== 'medical' || claim.inpatient || Number(claim.institution.code) % 120 !== 20)
    return claim;
  const main = claim.diagnoses.find((one) => one.main) ?? claim.diagnoses[0];
  const others = claim.diagnoses.filter((one) => one !== main);
  const diagnoses = [...(main === undefined ? [] : [main]), ...others].map((one, index) => ({
    ...one,
    main: index === 0,
  }));
  return { ...claim, diagnoses, units: [], paperPoints: medicalPoints(claim) };
}

/** One row of the society's list of punched paper receipts (紙レセプト). */
export function writePaper(claim: MedicalClaim, head: Head): Written {
  const { person, span, programme } = head;
  const { institution } = claim;
  const claimedPoints = medicalPoints(claim);
  const decidedPoints = head.correct ? claimedPoints - 10 : claimedPoints;
  const share = programme === undefined ? undefined : programmeShare(claimedPoints);
  const row = [
    head.serial,
    none,
    receiptType(institution.table, head, false),
    isoMonth(claim.month),
    isoMonth(head.processed),
    span.symbol,
    span.number,
    span.branch,
    isoDay(person.birth),
    person.sex === 'M' ? 1 : 2,
    person.kana,
    `${institution.prefecture}${institution.table}${institution.code}`,
    institution.name,
    none,
    none,
    claim.days.length,
    claimedPoints,
    decidedPoints,
    ...[none, none, none],
    programme ?? none,
    programme === undefined ? none : claimedPoints,
    share ?? none,
    claim.diagnoses.map(diseaseText).join(';'),
  ];
  return {
    text: `${row.join(',')}\r\n`,
    records: 1,
    claimedPoints,
    decidedPoints,
    billedYen: 0,
    mealYen: 0,
    shareYen: undefined,
    programmeYen: share,
  };
}

/** A disease code with its modifiers, each after `+`. */
function diseaseText({ code, modifiers }: MedicalClaim['diagnoses'][number]): string {
  return `${code}${modifiers.replace(/(\d{4})/g, '+$1')}`;
}
