import type { Diagnosis, Supply, Unit } from './claims.ts';
import type { Drug } from './facts.ts';
import { createSupply, panelUnit, procedureUnit } from './fees.ts';
import { type Condition, type Health, isTreated } from './illness.ts';
import type { Person } from './people.ts';

const conditions = ['pressure', 'glucose', 'lipid'] as const;

/** Which of the three treated conditions a person has at an age. */
export function treatedConditions(health: Health, person: Person, age: number): Condition[] {
  if (age < 20) return [];
  return conditions.filter((condition) => isTreated(health, condition, person.sex, age));
}

/** The disease code a doctor writes for the condition (a few still write an abolished one). */
function diseaseCode(condition: Condition, health: Health): string {
  if (condition === 'pressure') return health.phase === 5 && health.interval === 2 ? '8899901' : '8833421';
  if (condition === 'glucose') return health.phase === 1 ? '2500013' : '2500015';
  return health.phase % 2 === 0 ? '8844446' : '2720004';
}

/** Diagnoses of a visit for lasting conditions; in real files several rows may carry the main mark. */
export function lifestyleDiagnoses(
  treated: readonly Condition[],
  health: Health,
  started: number,
): Diagnosis[] {
  return treated.map((condition, index) => ({
    code: diseaseCode(condition, health),
    modifiers: '',
    text: '',
    main: index === 0 || health.phase === 3,
    started,
    outcome: '1',
  }));
}

/** Procedures of such a visit; blood is tested every visit in diabetes, else about three times a year. */
export function lifestyleUnits(treated: readonly Condition[], health: Health, month: number): Unit[] {
  const units = [procedureUnit('112007410'), procedureUnit('112015770'), procedureUnit('113707110')];
  const glucose = treated.includes('glucose');
  const panel = Math.floor(month / health.interval) % Math.max(1, Math.round(4 / health.interval)) === 0;
  if (glucose || panel)
    units.push(procedureUnit('160095710'), procedureUnit('160061810'), procedureUnit('160061910'));
  if (glucose) units.push(procedureUnit('160010010'));
  if (panel) units.push(panelUnit, procedureUnit('160008010'));
  else if (glucose) units.push(procedureUnit('160019410'));
  return units;
}

/** The drugs of the person's regimens: internal ones taken daily in one 剤, injections weekly. */
export function lifestyleSupplies(treated: readonly Condition[], health: Health, edition: 0 | 1): Supply[] {
  const drugs = [...treated.flatMap((condition) => health.regimen[condition]), ...health.regimen.others];
  const days = health.interval * 28 + (health.phase % 2 === 0 ? 0 : 2);
  const daily = drugs.filter((drug) => drug.form === '1').map(once);
  const weekly = drugs.filter((drug) => drug.form === '4').map(once);
  const supplies = daily.length > 0 ? [createSupply(daily, days, edition)] : [];
  if (weekly.length > 0) supplies.push(createSupply(weekly, health.interval * 4, edition));
  return supplies;
}

function once(drug: Drug): { drug: Drug; amount: number } {
  return { drug, amount: drug.amount };
}

/** Whether a month is one of the person's months for these visits. */
export function isLifestyleMonth(health: Health, month: number): boolean {
  return (month + health.phase) % health.interval === 0;
}
