import { ageOn, completesAge, fiscalYearOf, type MonthIndex, monthStart } from './calendar.ts';
import type { Claim, DentalClaim, Diagnosis, Row, Supply, Unit } from './claims.ts';
import { type CoveredMonth, prescribedAt, visitDays } from './encounters.ts';
import { ageRange, drugOf, drugPoints, facts, priceEdition } from './facts.ts';
import { amountText, createSupply, procedureUnit } from './fees.ts';
import { ownDentist } from './institutions.ts';
import type { Person } from './people.ts';
import { cumulate, type Random, stream } from './random.ts';

/** Sections of a dental receipt (診療識別, 歯科) by code, with the points of the fee table. */
export const dentalProcedures: ReadonlyMap<string, { name: string; points: number; section: string }> =
  new Map(
    facts('dental-procedures').map((row) => [
      row['code']!,
      { name: row['name']!, points: Number(row['points']), section: row['section']! },
    ]),
  );

const archetypes = facts('dental').map((row) => ({
  key: row['archetype']!,
  days: Number(row['days']),
  ages: ageRange(row['ages']!),
  monthly: Number(row['per_1000_year']) / 12_000,
}));
const linesOf = Map.groupBy(facts('dental-lines'), (row) => row['archetype']!);
const anaesthesia = '54';
/** 乳幼児加算 to the first visit of a child under six. */
const [firstVisit, childAddition] = ['301000110', '301000370'];
const extraction = 'DENT_WISDOM';

const byAge = Array.from({ length: 76 }, (_, age) => {
  const list = archetypes.filter(({ ages }) => ages[0] <= age && age <= ages[1]);
  const weights = cumulate(list.map(({ monthly }) => monthly));
  return { list, weights, total: weights.at(-1) ?? 0 };
});

/** What a person has done at the dentist's in a month: a receipt at most, with the pharmacy's after an extraction. */
export function dentalClaims(person: Person, home: number, when: CoveredMonth): Claim[] {
  const age = Math.min(75, ageOn(person.birth, monthStart(when.month)));
  const random = stream(...person.key, 33, when.month);
  const draw = byAge[age];
  if (draw === undefined || !random.chance(draw.total * habit(person))) return [];
  const archetype = draw.list[random.weighted(draw.weights)]!;
  if (when.to - when.from + 1 < archetype.days) return [];
  const institution = ownDentist(home);
  const young = completesAge(person.birth, 6) > monthStart(when.month);
  const days = visitDays(random, when, archetype.days);
  const claim: DentalClaim = {
    kind: 'dental',
    archetype: archetype.key,
    month: when.month,
    institution,
    days,
    diagnoses: diagnosesOf(archetype.key, monthStart(when.month) + days[0]! - 1, random),
    units: unitsOf(archetype.key, young, when.month),
  };
  if (archetype.key !== extraction) return [claim];
  return [claim, prescribedAt(claim, home, Math.min(when.to, days.at(-1)!), painkiller(when.month))];
}

/** How often this person goes: a few go often, many hardly ever. */
function habit(person: Person): number {
  return Math.min(5, Math.exp(0.7 * stream(...person.key, 34).normal() - 0.23));
}

function diagnosesOf(archetype: string, started: number, random: Random): Diagnosis[] {
  const cured = random.chance(0.4);
  return (linesOf.get(archetype) ?? [])
    .filter((row) => row['record'] === 'HS')
    .map((row, index) => ({
      code: row['code']!,
      modifiers: '',
      text: '',
      main: index === 0,
      teeth: row['teeth']!,
      started,
      outcome: cured ? '2' : '1',
    }));
}

function unitsOf(archetype: string, young: boolean, month: MonthIndex): Unit[] {
  const units = (linesOf.get(archetype) ?? []).flatMap((row) => {
    const code = row['code']!;
    if (row['record'] === 'HS') return [];
    if (row['record'] === 'SI') return [prescription(code)];
    const unit = row['record'] === 'IY' ? injected(code, month) : procedure(code, Number(row['count']));
    return young && code === firstVisit ? [unit, procedure(childAddition, 1)] : [unit];
  });
  return units.sort((one, other) => Number(one.section) - Number(other.section));
}

function procedure(code: string, count: number): Unit {
  const { points, section } = dentalProcedures.get(code)!;
  return { section, rows: [{ record: 'SS', code, quantity: '' }], points, count };
}

/** What is prescribed is billed by the medical fee table. */
function prescription(code: string): Unit {
  return { ...procedureUnit(code), section: '21' };
}

/** One cartridge of a local anaesthetic. */
function injected(code: string, month: MonthIndex): Unit {
  const row: Row = { record: 'IY', code, quantity: amountText(1) };
  const price = drugOf(code).prices[priceEdition(fiscalYearOf(month))];
  return { section: anaesthesia, rows: [row], points: drugPoints(price), count: 1 };
}

function painkiller(month: MonthIndex): Supply[] {
  const edition = priceEdition(fiscalYearOf(month));
  const drugs = ['620099201', '620009117'].map((code) => ({ drug: drugOf(code), amount: 3 }));
  return [createSupply(drugs, 3, edition)];
}
