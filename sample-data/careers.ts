import type { Day, MonthIndex } from './calendar.ts';
import { ageOn, completesAge, dayOf, fiscalYearOf, monthEnd, monthOfDay, monthStart } from './calendar.ts';
import { employers } from './employers.ts';
import type { Household, Person, Span } from './people.ts';
import { type Random, stream } from './random.ts';

export type Period = { readonly first: MonthIndex; readonly last: MonthIndex };

/** Leavers a year among the insured, by age. */
function leaveRate(age: number): number {
  if (age < 35) return 0.1;
  if (age < 58) return 0.05;
  return age < 65 ? 0.14 : 0.26;
}

/** Deaths a year (人口動態統計の形; employees die less often). */
function deathRate(age: number, role: Person['role']): number {
  return (role === 'insured' ? 0.6 : 1) * 0.00004 * Math.exp(Math.max(0, age - 18) * 0.085);
}

/**
 * Writes the spans of everybody in the household: gain, changes of number or employer, leaving, death, children who
 * grow up or are born, turning 75. `gained` is the insured person's first day of cover, `number` the first 番号 (the
 * nine after it are the household's own).
 * Returns the day on which the insured person's cover ended, if it did.
 */
export function liveCareer(
  household: Household,
  employer: number,
  number: number,
  gained: Day,
  period: Period,
): Day | undefined {
  const random = stream(...household.key, 99);
  const insured = household.people[0]!;
  let symbol = employers[employer]!.symbol;
  let current = employer;
  household.people.forEach((person, position) => {
    const from = person.role === 'child' ? Math.max(gained, person.birth) : gained;
    if (from > monthEnd(period.last) || completesAge(person.birth, 75) < from) return;
    person.spans.push(
      openSpan(from, current, symbol, cardNumber(household, employer, employer, number), position, person),
    );
  });
  let end: Day | undefined;
  const firstMonth = Math.max(period.first, monthOfDay(gained) + 1);
  let changes = 0;
  for (let month = firstMonth; month <= period.last && end === undefined; month++) {
    const today = monthStart(month);
    const change = yearlyChange(random, month, ageOn(insured.birth, today));
    if (change === 'leave' || change === 'die') {
      end = change === 'leave' ? monthStart(month + 1) : today + random.below(28);
      closeAll(household, end, change === 'leave' ? '1' : '2');
    } else if (change === 'move' || change === 'number') {
      if (change === 'move') {
        const own = employers[current]!;
        const others = employers.filter(
          (other) => other.index !== current && (other.group === own.group || other.share > 400),
        );
        current = random.pick(others).index;
        symbol = employers[current]!.symbol;
      }
      changes++;
      const nextNumber = cardNumber(household, employer, current, number + changes);
      household.people.forEach((person, position) => {
        const span = person.spans.at(-1);
        if (span === undefined || span.to !== undefined) return;
        if (span.from >= today) person.spans.pop();
        else close(span, today, '4');
        person.spans.push(
          openSpan(Math.max(today, span.from), current, symbol, nextNumber, position, person),
        );
      });
    }
    for (const person of household.people) liveMonth(random, person, month);
  }
  household.people.forEach((person) => {
    const seventyFive = completesAge(person.birth, 75) + 1;
    const open = person.spans.findLast((span) => span.to === undefined || span.to > seventyFive);
    if (open === undefined || seventyFive > monthEnd(period.last)) return;
    close(open, seventyFive, '5');
    if (person !== insured) return;
    end = seventyFive;
    closeAll(household, seventyFive, '9');
  });
  return end;
}

/** 番号: unique under the 記号 of `current`, also after a move from `origin`; canaries begin with 9753. Never twelve digits long, as an Individual Number is. */
function cardNumber(household: Household, origin: number, current: number, number: number): string {
  if (household.canary) return `9753${String(number).padStart(9, '0')}`;
  return current === origin
    ? String(number)
    : `8${String(origin).padStart(2, '0')}${String(number).padStart(8, '0')}`;
}

function openSpan(
  from: Day,
  employer: number,
  symbol: string,
  number: string,
  position: number,
  person: Person,
): Span {
  const branch = String(position).padStart(2, '0');
  const relation = person.role === 'insured' ? 'insured' : 'dependant';
  return { from, to: undefined, employer, symbol, number, branch, relation, reason: '' };
}

function close(span: Span, day: Day, reason: Span['reason']): void {
  if (span.to !== undefined && span.to <= day) return;
  span.to = day;
  span.reason = reason;
}

/** Ends the cover of the household; spans that would begin later disappear. */
function closeAll(household: Household, day: Day, reason: Span['reason']): void {
  household.people.forEach((person, position) => {
    while (person.spans.length > 0 && person.spans.at(-1)!.from >= day) person.spans.pop();
    const span = person.spans.at(-1);
    if (span !== undefined) close(span, day, position === 0 || reason === '1' ? reason : '9');
  });
}

function yearlyChange(
  random: Random,
  month: MonthIndex,
  age: number,
): 'leave' | 'die' | 'move' | 'number' | undefined {
  const draw = random.next();
  const march = month % 12 === 2;
  const leave = (leaveRate(age) / 12) * (march ? 4 : 0.73);
  const die = deathRate(age, 'insured') / 12;
  if (draw < leave) return 'leave';
  if (draw < leave + die) return 'die';
  if (draw < leave + die + 0.006 / 12) return 'move';
  return draw < leave + die + 0.011 / 12 ? 'number' : undefined;
}

/** What happens to one dependant in a month: a job in April, a spouse who starts to work, a death. */
function liveMonth(random: Random, person: Person, month: MonthIndex): void {
  const today = monthStart(month);
  const span = person.spans.at(-1);
  if (person.role === 'insured' || span === undefined || span.to !== undefined || span.from >= today) return;
  const draw = random.next();
  const age = ageOn(person.birth, today);
  if (draw < deathRate(age, person.role) / 12) close(span, today + random.below(28), '2');
  else if (person.role === 'spouse' && draw > 1 - 0.02 / 12) close(span, today, '3');
  if (person.role !== 'child' || month % 12 !== 3 || age < 18 || span.to !== undefined) return;
  const leaving = age >= 22 ? 0.85 : age === 18 ? 0.4 : 0.1;
  if (draw > 1 - leaving) close(span, dayOf(fiscalYearOf(month), 4, 1), '3');
}
