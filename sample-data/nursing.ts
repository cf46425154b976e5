import { ageOn, type MonthIndex, monthStart } from './calendar.ts';
import type { Diagnosis, NursingClaim, Visit } from './claims.ts';
import type { CoveredMonth } from './encounters.ts';
import { facts } from './facts.ts';
import type { Health } from './illness.ts';
import { stationNear } from './institutions.ts';
import type { Person } from './people.ts';
import { stream } from './random.ts';

const fees = new Map(facts('nursing').map((row) => [row['code']!, Number(row['yen'])]));
const [plain, psychiatric, firstDay, laterDay] = ['599900110', '599900210', '599900310', '599900410'];

/**
 * Who is visited at home: some with lasting mental illness, few others, more of them old or very young; and for half a
 * year the insured person of every 300th household of the largest employer, so that even a small society has somebody.
 */
function isVisited(person: Person, health: Health, month: MonthIndex): boolean {
  const [, , employer, household, , position] = person.key;
  if (employer === 0 && household! % 300 === 3 && position === 0) return month % 12 < 6;
  const age = ageOn(person.birth, monthStart(month));
  const share = isMental(health) ? 0.03 : age >= 60 ? 0.004 : age < 6 ? 0.003 : 0.0002;
  return stream(...person.key, 35).chance(share);
}

function isMental(health: Health): boolean {
  return health.chronic.includes('SCHIZO') || health.chronic.includes('DEPRESSION');
}

/** The month's visits of a nurse (訪問看護), billed in yen. */
export function nursingClaims(
  person: Person,
  health: Health,
  home: number,
  when: CoveredMonth,
): NursingClaim[] {
  if (when.to - when.from < 20 || !isVisited(person, health, when.month)) return [];
  const random = stream(...person.key, 36, when.month);
  const mental = isMental(health);
  const first = random.between(when.from, when.from + 5);
  const days: number[] = [];
  for (let day = first; day <= when.to; day += mental ? 7 : random.between(2, 4)) days.push(day);
  const visits = days.map((day, index): Visit => {
    const codes = [mental ? psychiatric : plain, index === 0 ? firstDay : laterDay];
    return { day, fees: codes.map((code) => ({ code, yen: fees.get(code)! })) };
  });
  return [
    {
      kind: 'nursing',
      archetype: 'NURSING',
      month: when.month,
      institution: stationNear(home),
      days,
      diagnoses: [diagnosisOf(diseaseOf(mental, person, when.month), monthStart(when.month) - 150)],
      visits,
    },
  ];
}

/** うつ病, in children てんかん, else 脳梗塞. */
function diseaseOf(mental: boolean, person: Person, month: MonthIndex): string {
  if (mental) return '2961003';
  return ageOn(person.birth, monthStart(month)) < 20 ? '3459001' : '8838708';
}

function diagnosisOf(code: string, started: number): Diagnosis {
  return { code, modifiers: '', text: '', main: true, started, outcome: '1' };
}
