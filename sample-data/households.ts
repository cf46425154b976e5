import type { Day } from './calendar.ts';
import { ageOn, dayOf } from './calendar.ts';
import type { Employer } from './employers.ts';
import { insuredCells } from './employers.ts';
import { address, canaryFamily, familyNames, givenName } from './names.ts';
import type { Household, Person } from './people.ts';
import { cumulate, type Random, stream } from './random.ts';

/** Share of insured men with a dependent wife, by age of the man from 20 in steps of five. */
const wifeShare = [0.02, 0.16, 0.28, 0.35, 0.37, 0.46, 0.47, 0.43, 0.38, 0.44, 0.7];
const childrenOfMen = cumulate([0.45, 0.18, 0.28, 0.09]);
const childrenOfWomen = cumulate([0.74, 0.12, 0.12, 0.02]);
const joinerAges = cumulate([0.44, 0.27, 0.22, 0.07]);
const joinerRanges = [
  [20, 29],
  [30, 39],
  [40, 57],
  [58, 66],
] as const;

/** How old somebody is who joins an employer: mostly new graduates, few after 58. */
function joinerAge(random: Random): number {
  const [from, to] = joinerRanges[random.weighted(joinerAges)]!;
  return from === 20 && random.chance(0.6) ? random.between(20, 23) : random.between(from, to);
}

/** Probability that a child of this age is still a dependant. */
function childDependent(age: number): number {
  if (age <= 15) return 1;
  if (age <= 18) return 0.97;
  if (age <= 22) return 0.5;
  return age <= 24 ? 0.08 : 0;
}

function bornAtAge(random: Random, age: number, on: Day): Day {
  const year = new Date(on * 86_400_000).getUTCFullYear() - age;
  const day = dayOf(year, 1, 1) + random.below(365);
  return day - (ageOn(day, on) - age < 0 ? 365 : 0);
}

/**
 * One insured person and the dependants, as they are on `start` (children not yet born then have later births).
 * `room` limits the number of people; `joiner` draws the age of somebody newly employed.
 */
export function createHousehold(
  seed: number,
  employer: Employer,
  number: number,
  generation: number,
  start: Day,
  options: { readonly room: number; readonly joiner: boolean },
): Household {
  const key = [seed, 1, employer.index, number, generation];
  const random = stream(...key);
  const drawn = insuredCells[random.weighted(employer.insuredWeights)]!;
  const age = options.joiner ? joinerAge(random) : drawn.age;
  const sex = drawn.sex;
  const canary = number % 150 === 7;
  const family = canary ? canaryFamily : random.pick(familyNames);
  const taken = new Set<string>();
  const people: Person[] = [];
  const add = (role: Person['role'], personSex: 'M' | 'F', birth: Day) => {
    const given = givenName(random, personSex, taken);
    const position = people.length;
    people.push({
      key: [...key, position],
      memberId: memberId(employer, number, generation, position),
      sex: personSex,
      birth,
      name: `${family.kanji}　${given.kanji}`,
      kana: `${family.kana}　${given.kana}`,
      role,
      spans: [],
    });
  };
  add('insured', sex, bornAtAge(random, age, start));
  let room = options.room - 1;
  const children = random.weighted(sex === 'M' ? childrenOfMen : childrenOfWomen);
  let parentAge = Math.max(21, 30.5 + random.normal() * 4.3);
  const wife = wifeShare[Math.max(0, Math.min(10, Math.floor((age - 20) / 5)))]!;
  const wifeProbability = sex === 'M' ? wife * (children > 0 && age > 30 ? 1.25 : 0.72) : 0.012;
  if (room > 0 && random.chance(wifeProbability)) {
    const spouseAge = Math.max(
      20,
      Math.min(74, Math.round(age - (sex === 'M' ? 2 : -2) + random.normal() * 3)),
    );
    add('spouse', sex === 'M' ? 'F' : 'M', bornAtAge(random, spouseAge, start));
    room--;
  }
  for (let child = 0; child < children; child++) {
    const birth = people[0]!.birth + Math.round(parentAge * 365.25);
    const childAge = birth > start ? 0 : ageOn(birth, start);
    const twin = random.chance(0.012) ? 2 : 1;
    const childSex = random.chance(0.513) ? 'M' : 'F';
    if (random.chance(childDependent(childAge))) {
      for (let copy = 0; copy < twin && room > 0; copy++, room--) add('child', childSex, birth);
    }
    parentAge += 2 + Math.abs(random.normal());
  }
  if (room > 0 && age >= 32 && age <= 55 && random.chance(0.008)) {
    add(
      'parent',
      random.chance(0.25) ? 'M' : 'F',
      bornAtAge(random, Math.min(74, age + random.between(23, 30)), start),
    );
  }
  return { key, canary, address: address(random, canary), people };
}

/** 加入者ID: ten characters, never of the shape of a symbol, number or Individual Number. */
function memberId(employer: Employer, number: number, generation: number, position: number): string {
  const serial = String(number).padStart(6, '0');
  return `M${String(employer.index).padStart(2, '0')}${serial}${String.fromCharCode(65 + generation)}${position}`;
}
