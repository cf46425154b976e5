import { type Day, monthsLater } from '../calendar.ts';
import { type Person, spanOn } from '../people.ts';
import { type Random, stream } from '../random.ts';
import type { Course, GuidanceLevel, Outcome, Support } from './course.ts';
import { earlyCode } from './course.ts';
import { isCompleted, pointsOf, supportPoints } from './points.ts';

/** Who is invited to guidance, and by what result. */
export type Invitation = {
  readonly fiscalYear: number;
  readonly checkupDay: Day;
  readonly level: GuidanceLevel;
  readonly relation: 'insured' | 'dependant';
  readonly contractor: number;
  readonly waist: number;
  readonly weight: number;
  readonly smokes: boolean;
};

/** Share of those invited who come to the first interview; every year a little more do (健保連 shape). */
const shares = {
  insured: { intensive: 0.36, motivational: 0.43 },
  dependant: { intensive: 0.21, motivational: 0.24 },
};

/** The course of guidance after a checkup as known on `asOf`, if the person came. Drawn from streams of its own. */
export function courseOf(person: Person, invitation: Invitation, asOf: Day): Course | undefined {
  const { fiscalYear, checkupDay, level, contractor } = invitation;
  const random = stream(...person.key, 91, fiscalYear);
  const share = shares[invitation.relation][level === 'intensive' ? 'intensive' : 'motivational'];
  if (!random.chance(share + 0.015 * (fiscalYear - 2023))) return undefined;
  const delay = delayOf(random, contractor);
  const isSplit = delay === 0 && contractor === 1 && random.chance(0.5);
  const firstPart = isSplit ? interview('first-part', checkupDay, random) : undefined;
  const first = interview('first', checkupDay + (isSplit ? 7 + random.below(24) : delay), random);
  const known = (day: Day) => day <= asOf && spanOn(person, day) !== undefined;
  if (!known(first.day)) return undefined;

  const draw = random.next();
  const isIntensive = level === 'intensive';
  const isStopped = draw < (isIntensive ? 0.13 : 0.08);
  const end = monthsLater(first.day, 3) + (random.chance(0.01) ? -4 : random.below(70));
  const lost = lossOf(random, invitation.weight);
  const isReached = contractor === 2 || !random.chance(0.02);
  const outcome = isReached ? outcomeOf(random, invitation, lost) : undefined;
  const frame = { fiscalYear, checkupDay, level, contractor, firstPart, first, lost };
  const planned = isIntensive
    ? supportsOf(random, { ...frame, outcome, end, enough: !random.chance(0.04) })
    : [];
  const lastDay = end - 5;
  const supports = planned
    .map((one, index) => ({ ...one, day: spread(first.day, lastDay, index, planned.length) }))
    .filter(({ day }) => known(day));
  const stopDay = first.day + 20 + random.below(60);
  const leaves = !known(end) && end <= asOf;
  if (isStopped || leaves) {
    const before = supports.filter(({ day }) => day < stopDay);
    // Of the others nothing is heard: these courses become overdue.
    const isTold = random.chance(0.55) && known(stopDay);
    // The list of the third contractor has no place for it.
    const drugStarted = isTold && random.chance(0.3) && contractor !== 2;
    return finished({
      ...frame,
      supports: before,
      final: undefined,
      outcome: undefined,
      unreachable: undefined,
      stoppedOn: isTold ? stopDay : undefined,
      drugStarted,
    });
  }
  const isOver = end <= asOf;
  const final: Support = {
    kind: 'final',
    day: end,
    form: contractor === 2 ? '6' : random.chance(0.6) ? '5' : '1',
    minutes: undefined,
    performer: first.performer,
    points: undefined,
  };
  return finished({
    ...frame,
    supports,
    final: isOver && isReached ? final : undefined,
    outcome: isOver ? outcome : undefined,
    unreachable: isOver && !isReached ? { attempts: random.chance(0.8) ? 2 : 1, day: end } : undefined,
    stoppedOn: undefined,
    drugStarted: false,
  });
}

function finished(course: Omit<Course, 'points' | 'isCompleted' | 'isStartKnown'>): Course {
  const points = pointsOf(course);
  const isDone = course.stoppedOn === undefined && isCompleted(course, points);
  return { ...course, points, isCompleted: isDone, isStartKnown: true };
}

/** Days from the checkup to the first interview: at the clinic often the same day or within the week. */
function delayOf(random: Random, contractor: number): number {
  const draw = random.next();
  if (draw < (contractor === 1 ? 0.3 : 0.03)) return 0;
  if (draw < (contractor === 1 ? 0.45 : 0.08)) return 1 + random.below(7);
  return 21 + random.below(100);
}

function interview(kind: 'first' | 'first-part', day: Day, random: Random): Support {
  const isGroup = kind === 'first' && random.chance(0.08);
  return {
    kind,
    day,
    form: isGroup ? '3' : random.chance(0.35) ? '2' : '1',
    minutes: isGroup ? 80 : 20 + random.below(4) * 5,
    performer: random.chance(0.6) ? '2' : '3',
    points: undefined,
  };
}

/** What three months bring: about a kilogram and a half; never between the two results and 0.024 of the weight. */
function lossOf(random: Random, weight: number): Course['lost'] {
  const kg = round(1.5 + 1.7 * random.normal());
  const cm = round(0.9 * kg + 0.8 * random.normal());
  const isBetween = (kg < 2 || cm < 2) && Math.min(kg, cm) >= 0.024 * weight;
  return isBetween ? { kg: Math.min(kg, 1.1), cm: Math.min(cm, 1.1) } : { kg, cm };
}

function outcomeOf(random: Random, { waist, weight, smokes }: Invitation, lost: Course['lost']): Outcome {
  const habit = (): 0 | 1 | 9 => (random.chance(0.2) ? 9 : random.chance(0.45) ? 1 : 0);
  const least = Math.min(lost.kg, lost.cm);
  return {
    waist: round(waist - lost.cm),
    weight: round(weight - lost.kg),
    waistWeight: least >= 2 ? 2 : least >= 1 ? 1 : 0,
    diet: habit(),
    exercise: habit(),
    rest: habit(),
    other: habit(),
    smoking: smokes ? (random.chance(0.12) ? 1 : 0) : 8,
  };
}

type Plan = Pick<Course, 'fiscalYear' | 'checkupDay' | 'first' | 'firstPart' | 'level' | 'contractor'> & {
  readonly outcome: Outcome | undefined;
  readonly end: Day;
  readonly enough: boolean;
};

/** Continued support until 180 points are reached with everything else, one of it the interim evaluation. */
function supportsOf(random: Random, plan: Plan): Support[] {
  const { fiscalYear, contractor, outcome, enough } = plan;
  const early = fiscalYear < 2024 ? 0 : { 0: 0, 1: 20, 2: 10 }[earlyCode(plan)];
  const given = pointsOf({ ...plan, supports: [], final: undefined, unreachable: undefined });
  const wanted = 180 - early - (outcome === undefined ? 0 : given.outcome);
  const list: Support[] = [];
  for (let sum = 0; list.length === 0 || sum < wanted; ) {
    const form = contractor === 0 ? (random.chance(0.5) ? '2' : '5') : contractor === 1 ? '5' : '6';
    const minutes =
      form === '2' ? 20 + random.below(3) * 5 : form === '5' ? 10 + random.below(3) * 5 : undefined;
    const points = supportPoints(form, minutes ?? 0, fiscalYear);
    list.push({ kind: 'continued', day: 0, form, minutes, performer: plan.first.performer, points });
    sum += points;
  }
  if (!enough && list.length > 1) list.pop();
  const middle = Math.floor(list.length / 2);
  return list.map((one, index) => (index === middle ? { ...one, kind: 'interim' } : one));
}

function spread(from: Day, to: Day, index: number, count: number): Day {
  return from + Math.floor(((to - from) * (index + 1)) / (count + 1));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
