import { ageAtYearEnd, ageOn, fiscalYearOf, monthEnd, monthStart } from './calendar.ts';
import type { Period } from './careers.ts';
import type { CheckupArchives } from './checkup-archives.ts';
import { checkupXml } from './checkup-document.ts';
import { checkupBand, type YearOfPerson } from './count.ts';
import { employers } from './employers.ts';
import { type Answer, answersOf, judgedHabits } from './habits.ts';
import type { Health } from './illness.ts';
import { checkupInstitutions } from './institutions.ts';
import { measure } from './measures.ts';
import type { Household, Person } from './people.ts';
import { spanOn } from './people.ts';
import type { Tally } from './planted.ts';
import { cumulate, type Random, stream } from './random.ts';
import { type Checkup, checkupResults, judgedRisks } from './results.ts';

/** Months April…March in which employees and dependants are examined. */
const months = {
  insured: cumulate([6, 14, 16, 12, 8, 12, 12, 8, 5, 3, 2, 2]),
  dependant: cumulate([1, 4, 8, 9, 8, 11, 14, 14, 9, 8, 8, 6]),
};
/** Participation of dependants by age relative to the workplace's mean (健保連 2023 shape). */
const dependantCurve = [0.95, 1.01, 1.04, 1.05, 1.02, 0.92, 0.76];

export type CheckupBooks = {
  readonly archives: CheckupArchives;
  readonly messy: Record<string, number>;
  readonly totals: { checkups: number };
};

/** What a person's checkup of a year showed, if it can be linked. */
export type LinkedCheckup = {
  readonly fiscalYear: number;
  readonly day: number;
  readonly checkup: Checkup;
  readonly smokes: boolean;
  readonly answers: readonly Answer[];
};

/** Writes the checkups of a person in a fiscal year; returns the linked ones, first by date first. */
export function writeCheckups(
  books: CheckupBooks,
  person: Person,
  household: Household,
  health: Health,
  fiscalYear: number,
  period: Period,
): LinkedCheckup[] {
  const random = stream(...person.key, 81, fiscalYear);
  const age = ageAtYearEnd(person.birth, fiscalYear);
  const march = spanOn(person, monthEnd(Math.min(period.last, fiscalYear * 12 + 14)));
  const relation = march?.relation ?? person.spans.at(-1)!.relation;
  const takes = random.chance(participation(person, relation, age));
  const times = takes ? (random.chance(0.008) ? 2 : 1) : 0;
  const linked: LinkedCheckup[] = [];
  for (let time = 0; time < times; time++) {
    const month = fiscalYear * 12 + 3 + random.weighted(months[relation]);
    const day = monthStart(month) + random.below(28) + time;
    const span = spanOn(person, day);
    if (linked.some((other) => other.day === day)) continue;
    if (
      month < period.first ||
      month > period.last ||
      span === undefined ||
      spanOn(person, monthEnd(month)) === undefined
    )
      continue;
    const body = measure(person, health, ageOn(person.birth, day), fiscalYear);
    const answers = answersOf(person, health, age, employers[span.employer]!.smoking);
    const institution = (span.employer + (random.chance(0.15) ? 1 : 0)) % checkupInstitutions.length;
    const checkup = checkupResults(body, answers, person.sex === 'F', institution, random);
    const fault = drawFault(random, books);
    books.archives.add(institution, month, (serial, filed) => {
      const facts = {
        person,
        household,
        span,
        institution: checkupInstitutions[institution]!,
        examined: day,
        filed,
        serial,
      };
      const xml = checkupXml({
        ...facts,
        results: checkup.results,
        wrongNumber: fault === 'checkup_wrong_number',
        foreign: fault === 'checkup_foreign_insurer',
      });
      return fault === 'checkup_broken' ? xml.slice(0, Math.floor(xml.length * 0.8)) : xml;
    });
    books.totals.checkups++;
    if (fault !== undefined) books.messy[fault] = (books.messy[fault] ?? 0) + 1;
    else linked.push({ fiscalYear, day, checkup, smokes: answers.at(-1)!.answer === '1', answers });
  }
  return linked.sort((one, other) => one.day - other.day);
}

function participation(person: Person, relation: 'insured' | 'dependant', age: number): number {
  if (age < 35 || age > 74) return 0;
  const span = person.spans.at(-1)!;
  const employer = employers[span.employer]!;
  if (relation === 'dependant') {
    const curve = dependantCurve[Math.max(0, Math.min(6, Math.floor((age - 40) / 5)))]!;
    return age < 40 ? 0 : employer.dependantParticipation * curve;
  }
  return employer.participation * (age >= 70 ? 0.74 : age >= 65 ? 0.88 : 1);
}

function drawFault(random: Random, books: CheckupBooks): string | undefined {
  if (books.totals.checkups === 20) return 'checkup_broken';
  const draw = random.next();
  if (draw < 0.006) return 'checkup_wrong_number';
  if (draw < 0.0075) return 'checkup_broken';
  return draw < 0.0085 ? 'checkup_foreign_insurer' : undefined;
}

/** Counts participation, risks and habits of a person in a complete fiscal year; the first checkup of the year decides. */
export function countCheckups(
  tally: Tally,
  person: Person,
  year: YearOfPerson,
  linked: readonly LinkedCheckup[],
): void {
  const { age, sex, span, personMonths } = year;
  if (age < 40 || age > 74) return;
  const period = String(year.fiscalYear);
  const [first] = linked;
  if (personMonths === 12) {
    const at = [sex, checkupBand(age), span.relation, String(span.employer)];
    tally.add(
      'checkup-participation',
      period,
      at,
      {},
      first === undefined ? ['target'] : ['target', 'examined'],
    );
  }
  if (first === undefined) return;
  for (const { risk, atRisk } of judgedRisks(first.checkup.values, person.sex === 'M')) {
    tally.add(
      'checkup-risk',
      period,
      [risk, String(span.employer), sex],
      {},
      atRisk ? ['base', 'at_risk'] : ['base'],
    );
  }
  for (const { habit, good } of judgedHabits(first.answers)) {
    tally.add(
      'habits',
      period,
      [habit, String(span.employer), sex],
      {},
      good ? ['answered', 'good'] : ['answered'],
    );
  }
}

/** Fiscal years that have at least one month in the data. */
export function yearsTouched(period: Period): number[] {
  const first = fiscalYearOf(period.first);
  return Array.from({ length: fiscalYearOf(period.last) - first + 1 }, (_, step) => first + step);
}
