import { guidanceKeys } from './guidance-keys.ts';
import { type Columns, choice, flag, number, type PersonKey } from './key-kinds.ts';
import { targetKeys } from './target-keys.ts';

/** Hours since the meal from which blood counts as fasting, and below which it was drawn just after the meal. */
const fastingHours = 10;
const afterMealHours = 3.5;

/** Strip results as the code list 1.2.392.200119.6.2102 grades them. */
const stripGrades: Readonly<Record<string, number>> = {
  '-': 1,
  '±': 2,
  '+-': 2,
  '+': 3,
  '1+': 3,
  '++': 4,
  '2+': 4,
  '+++': 5,
  '3+': 5,
};

/**
 * Every key of a person: the age is the one at the end of the fiscal year, glucose, lipids and creatinine are in mg/dL,
 * pressure in mmHg. Ranges only keep out what cannot be meant (another unit, a slipped digit).
 */
export const personKeys: Readonly<Record<string, PersonKey>> = {
  sex: choice('sex', { male: 'male', female: 'female' }),
  age: number('age', 0, 120, 'whole'),
  ageOnDay: number('age_on_day', 0, 120, 'whole'),
  waist: number('waist_cm', 30, 300),
  waistMeasured: number('waist_measured', 30, 300),
  waistSelf: number('waist_self', 30, 300),
  waistTold: number('waist_told', 30, 300),
  vfa: number('visceral_fat_cm2', 0, 2000),
  height: number('height_cm', 50, 250),
  weight: number('weight_kg', 10, 400),
  bmi: number('bmi', 5, 150),
  sbp: number('sbp', 30, 350),
  dbp: number('dbp', 10, 300),
  sbpFirst: number('sbp_first', 30, 350),
  dbpFirst: number('dbp_first', 10, 300),
  sbpSecond: number('sbp_second', 30, 350),
  dbpSecond: number('dbp_second', 10, 300),
  sbpOther: number('sbp_other', 30, 350),
  dbpOther: number('dbp_other', 10, 300),
  tg: { ...number('tg', 1, 30000), columns: ['tg_fasting', 'tg_casual'] },
  tgFasting: { ...flag('is_tg_fasting'), columns: ['tg_fasting', 'tg_casual'] },
  hdl: number('hdl', 1, 500),
  ldl: number('ldl', 1, 2000),
  nonHdl: number('non_hdl', 1, 2000),
  fpg: number('fpg', 10, 2000),
  casualGlucose: number('casual_glucose', 10, 2000),
  hba1c: number('hba1c', 2, 30),
  hoursSinceMeal: { ...number('hours', 0, 200), columns: ['meal_time'], read: readMeal },
  ast: number('ast', 0, 50000),
  alt: number('alt', 0, 50000),
  gammaGt: number('gamma_gt', 0, 50000),
  hemoglobin: number('hemoglobin', 1, 30),
  creatinine: number('creatinine', 0.05, 50),
  egfr: number('egfr', 0, 400),
  urineProtein: choice('urine_protein', stripGrades),
  acr: number('acr', 0, 100000),
  pcr: number('pcr', 0, 1000),
  smoker: {
    columns: ['smoking'],
    expects: {
      ja: 'true・false か "current"・"former"・"no" のどれか',
      en: 'true, false, "current", "former" or "no"',
    },
    read: readSmoker,
  },
  medication: {
    columns: ['medication_bp', 'medication_glucose', 'medication_lipid'],
    expects: {
      ja: '{"bp":…,"glucose":…,"lipid":…} の形で、値は true か false（分からないものは書かない）',
      en: 'an object such as {"bp":…,"glucose":…,"lipid":…} with true or false, leaving out what is not known',
    },
    read: readMedication,
  },
  diabetes: flag('diabetes'),
  kidneyReplacement: flag('kidney_replacement'),
  ...guidanceKeys,
  ...targetKeys,
};

function readMeal(value: unknown): Columns | undefined {
  if (typeof value !== 'number' || value < 0 || value > 200) return undefined;
  const meal = value >= fastingHours ? 'fasting' : value >= afterMealHours ? 'between' : 'after';
  return { meal_time: meal };
}

function readSmoker(value: unknown): Columns | undefined {
  if (typeof value === 'boolean') return { smoking: value ? 'current' : 'no' };
  return value === 'current' || value === 'former' || value === 'no' ? { smoking: value } : undefined;
}

function readMedication(value: unknown): Columns | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const answers = Object.entries(value).filter(([, answer]) => answer !== null);
  const isKnown = answers.every(([kind, answer]) => isMedicine(kind) && typeof answer === 'boolean');
  return isKnown
    ? Object.fromEntries(answers.map(([kind, answer]) => [`medication_${kind}`, answer === true]))
    : undefined;
}

function isMedicine(kind: string): boolean {
  return kind === 'bp' || kind === 'glucose' || kind === 'lipid';
}
