import { defineRuleCases, type RuleCase } from '#shared/define.ts';

type Given = RuleCase['given'];

/** Nothing wrong, everything known. */
const sound = {
  sex: 'male',
  waist_cm: 80,
  fpg: 90,
  hba1c: 5.2,
  tg_fasting: 100,
  hdl: 60,
  sbp: 120,
  dbp: 75,
  meal_time: 'fasting',
  medication_bp: false,
  medication_glucose: false,
  medication_lipid: false,
} as const;
/** A man with a waist of 85 cm: one risk makes him borderline, two present. */
const wide = { ...sound, waist_cm: 85 } as const;
const unfed = without(wide, 'fpg', 'hba1c');
const casual = { ...without(wide, 'fpg', 'hba1c', 'tg_fasting'), meal_time: 'between' } as const;

const is = (name: string, given: Given, level: string, reasons?: string, on = '2025-06-01'): RuleCase => ({
  name,
  on,
  given,
  expect: reasons === undefined ? { level } : { level, reasons },
});

function without(given: Given, ...keys: readonly string[]): Given {
  return Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key)));
}

const abdomen = [
  is('waist of a man 84.9', { ...sound, waist_cm: 84.9, sbp: 130, hdl: 39 }, 'absent', 'lean hdl sbp'),
  is('waist of a man 85.0', { ...wide, sbp: 130, hdl: 39 }, 'present', 'waist_male hdl sbp'),
  is('waist of a man 84.95 is rounded', { ...sound, waist_cm: 84.95, sbp: 130 }, 'borderline'),
  is('waist of a woman 89.9', { ...wide, sex: 'female', waist_cm: 89.9, sbp: 130 }, 'absent'),
  is(
    'waist of a woman 90.0',
    { ...wide, sex: 'female', waist_cm: 90, sbp: 130 },
    'borderline',
    'waist_female sbp',
  ),
  is('visceral fat 99.9', { ...sound, visceral_fat_cm2: 99.9, sbp: 130 }, 'absent'),
  is(
    'visceral fat 100 with a narrow waist',
    { ...sound, visceral_fat_cm2: 100, sbp: 130 },
    'borderline',
    'visceral_fat sbp',
  ),
  is('a wide waist with little fat', { ...wide, visceral_fat_cm2: 99.9, sbp: 130 }, 'borderline'),
  is('visceral fat alone', { ...without(wide, 'waist_cm'), visceral_fat_cm2: 100, sbp: 130 }, 'borderline'),
  is('BMI says nothing', { ...sound, sbp: 130, hdl: 39, fpg: 126 }, 'absent'),
];

const risks = [
  is('wide, no risk', wide, 'absent', 'waist_male no_risk'),
  is('fasting glucose 109', { ...wide, fpg: 109 }, 'absent'),
  is('fasting glucose 110', { ...wide, fpg: 110 }, 'borderline', 'waist_male fpg'),
  is('HbA1c 6.0 beside fasting glucose', { ...wide, hba1c: 6 }, 'absent'),
  is('HbA1c 5.9 without glucose', { ...unfed, hba1c: 5.9 }, 'absent'),
  is('HbA1c 6.0 without glucose', { ...unfed, hba1c: 6 }, 'borderline', 'waist_male hba1c'),
  is('casual glucose 109', { ...unfed, casual_glucose: 109 }, 'absent'),
  is('casual glucose 110', { ...unfed, casual_glucose: 110 }, 'borderline', 'waist_male casual_glucose'),
  is('HbA1c 6.0 beside casual glucose', { ...unfed, casual_glucose: 109, hba1c: 6 }, 'absent'),
  is('fasting glucose 109 comes before casual 200', { ...wide, fpg: 109, casual_glucose: 200 }, 'absent'),
  is(
    'casual glucose just after a meal is none',
    { ...unfed, meal_time: 'after', casual_glucose: 200, hba1c: 5.9 },
    'absent',
  ),
  is('triglycerides 149', { ...wide, tg_fasting: 149 }, 'absent'),
  is('triglycerides 150', { ...wide, tg_fasting: 150 }, 'borderline', 'waist_male tg_fasting'),
  is('casual triglycerides 174', { ...casual, hba1c: 5, tg_casual: 174 }, 'absent'),
  is(
    'casual triglycerides 175',
    { ...casual, hba1c: 5, tg_casual: 175 },
    'borderline',
    'waist_male tg_casual',
  ),
  is(
    'casual triglycerides before fiscal 2024',
    { ...casual, hba1c: 5, tg_casual: 300 },
    'undecidable',
    'waist_male missing_lipid',
    '2024-03-31',
  ),
  is(
    'casual triglycerides from fiscal 2024',
    { ...casual, hba1c: 5, tg_casual: 300 },
    'borderline',
    'waist_male tg_casual',
    '2024-04-01',
  ),
  is('HDL 40', { ...wide, hdl: 40 }, 'absent'),
  is('HDL 39', { ...wide, hdl: 39 }, 'borderline', 'waist_male hdl'),
  is('both lipids are one risk', { ...wide, hdl: 39, tg_fasting: 150 }, 'borderline'),
  is('systolic pressure 129', { ...wide, sbp: 129 }, 'absent'),
  is('systolic pressure 130', { ...wide, sbp: 130 }, 'borderline'),
  is('diastolic pressure 84', { ...wide, dbp: 84 }, 'absent'),
  is('diastolic pressure 85', { ...wide, dbp: 85 }, 'borderline', 'waist_male dbp'),
  is('both pressures are one risk', { ...wide, sbp: 130, dbp: 85 }, 'borderline'),
  is('medicine for pressure', { ...wide, medication_bp: true }, 'borderline', 'waist_male medication_bp'),
  is('medicine for glucose', { ...wide, medication_glucose: true }, 'borderline'),
  is('medicine for lipids', { ...wide, medication_lipid: true }, 'borderline'),
  is(
    'two medicines',
    { ...wide, medication_lipid: true, medication_glucose: true },
    'present',
    'waist_male medication_glucose medication_lipid',
  ),
  is('two risks', { ...wide, fpg: 110, sbp: 130 }, 'present', 'waist_male fpg sbp'),
  is('three risks', { ...wide, fpg: 110, sbp: 130, hdl: 39 }, 'present'),
];

const missing = [
  is('narrow: nothing else matters', { sex: 'male', waist_cm: 84.9 }, 'absent', 'lean'),
  is('no waist', without({ ...wide, sbp: 130 }, 'waist_cm'), 'undecidable', 'sbp missing_waist'),
  is('no waist and no risk', without(wide, 'waist_cm'), 'absent', 'no_risk'),
  is('no sex: which waist?', without({ ...wide, sbp: 130 }, 'sex'), 'undecidable', 'sbp missing_sex'),
  is('no glucose, no other risk', unfed, 'undecidable', 'waist_male missing_glucose'),
  is('no glucose, one risk', { ...unfed, sbp: 130 }, 'undecidable'),
  is('no glucose, two risks', { ...unfed, sbp: 130, hdl: 39 }, 'present', 'waist_male hdl sbp'),
  is('no glucose, but medicine for it', { ...unfed, medication_glucose: true }, 'borderline'),
  is('no answer on medicine, no risk', without(wide, 'medication_bp'), 'undecidable'),
  is(
    'no answer on medicine, the risk is there',
    without({ ...wide, sbp: 130 }, 'medication_bp'),
    'borderline',
  ),
  is(
    'no diastolic pressure',
    without({ ...wide, fpg: 110 }, 'dbp'),
    'undecidable',
    'waist_male fpg missing_blood_pressure',
  ),
];

export default defineRuleCases([...abdomen, ...risks, ...missing]);
