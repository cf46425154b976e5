import { ageOn, isoDay, isoMonth, monthStart } from './calendar.ts';
import type { TherapyClaim } from './claims.ts';
import { type CoveredMonth, visitDays } from './encounters.ts';
import { therapistNear } from './institutions.ts';
import type { Person } from './people.ts';
import { stream } from './random.ts';
import { type Head, receiptType, type Written } from './receipt.ts';

const kinds = { judo: '1', acupuncture: '2', massage: '3' } as const;

export const therapyHead =
  '管理番号,種類,施術年月,処理年月,記号,番号,枝番,生年月日,性別,氏名カナ,施術所番号,施術所名,施術日数,請求費用額,費用額,一部負担金,支給額';

/** 療養費 of a month: bone-setters mostly, some acupuncture, few massages at home; a few people go for months. */
export function therapyClaims(person: Person, home: number, when: CoveredMonth): TherapyClaim[] {
  const age = ageOn(person.birth, monthStart(when.month));
  if (age < 6 || when.to - when.from < 20) return [];
  const habit = stream(...person.key, 37);
  const monthly = habit.chance(0.05) ? 0.35 : 0.006;
  const therapy = habit.chance(0.06) ? 'acupuncture' : age >= 65 && habit.chance(0.2) ? 'massage' : 'judo';
  const random = stream(...person.key, 38, when.month);
  if (!random.chance(monthly)) return [];
  const days = visitDays(random, when, therapy === 'judo' ? random.between(1, 9) : random.between(3, 8));
  const visit = therapy === 'judo' ? 505 : therapy === 'acupuncture' ? 1_770 : 2_300;
  const first = therapy === 'judo' ? 1_550 : therapy === 'acupuncture' ? 1_950 : 0;
  const yen = (random.chance(0.3) ? first : 0) + visit * days.length;
  return [
    {
      kind: 'therapy',
      archetype: 'THERAPY',
      therapy,
      month: when.month,
      institution: therapistNear(home),
      days,
      claimedYen: yen + (random.chance(0.02) ? visit : 0),
      yen,
    },
  ];
}

/** One row of the society's list of 療養費: cost = what the patient paid + what is refunded. */
export function writeTherapy(claim: TherapyClaim, head: Head): Written {
  const { person, span } = head;
  const { institution, yen } = claim;
  const holder = receiptType(institution.table, head, false).at(-1)!;
  const share = Math.floor((yen * ('3478'.includes(holder) ? 2 : 3)) / 10);
  const number = head.fault === 'wrong_number' ? `66${span.number.slice(-9).padStart(9, '0')}` : span.number;
  const row = [
    head.search,
    kinds[claim.therapy],
    isoMonth(claim.month),
    isoMonth(head.processed),
    span.symbol,
    number,
    span.branch,
    isoDay(person.birth),
    person.sex === 'M' ? '1' : '2',
    person.kana,
    `${institution.prefecture}${institution.code}`,
    institution.name,
    String(claim.days.length),
    String(claim.claimedYen),
    String(yen),
    String(share),
    String(yen - share),
  ];
  return {
    text: `${row.join(',')}\r\n`,
    records: 1,
    claimedPoints: 0,
    decidedPoints: 0,
    billedYen: yen,
    mealYen: 0,
    shareYen: share,
    programmeYen: undefined,
  };
}
