import { defineRuleCases, type RuleCase } from '#shared/define.ts';
import { heavy, is, sound, wide, without, woman, worst } from './case-people.ts';
import { missing } from './missing-cases.ts';

const step1 = [
  is('waist of a man 84.9', { ...sound, waist_cm: 84.9, sbp: 150 }, 'information', 'lean'),
  is('waist of a man 85.0', { ...sound, waist_cm: 85, sbp: 150 }, 'motivational', 'waist_male sbp'),
  is('waist of a man 84.95 is rounded to 85.0', { ...sound, waist_cm: 84.95, sbp: 150 }, 'motivational'),
  is('waist of a man 84.94 is rounded to 84.9', { ...sound, waist_cm: 84.94, sbp: 150 }, 'information'),
  is('waist of a woman 89.9', { ...woman, waist_cm: 89.9, sbp: 150 }, 'information', 'lean'),
  is('waist of a woman 90.0', { ...woman, waist_cm: 90, sbp: 150 }, 'motivational', 'waist_female sbp'),
  is('BMI 24.9', { ...sound, bmi: 24.9, sbp: 150 }, 'information', 'lean'),
  is('BMI 25.0', { ...heavy, sbp: 150 }, 'motivational', 'bmi sbp'),
  is('BMI 24.95 is rounded to 25.0', { ...sound, bmi: 24.95, sbp: 150 }, 'motivational'),
  is(
    'BMI from height and weight: 24.9',
    { ...without(sound, 'bmi'), height_cm: 170, weight_kg: 72.1, sbp: 150 },
    'information',
  ),
  is(
    'BMI from height and weight: 25.0',
    { ...without(sound, 'bmi'), height_cm: 170, weight_kg: 72.2, sbp: 150 },
    'motivational',
  ),
  is('visceral fat 99.9', { ...sound, visceral_fat_cm2: 99.9, sbp: 150 }, 'information', 'lean'),
  is('visceral fat 100', { ...sound, visceral_fat_cm2: 100, sbp: 150 }, 'motivational', 'visceral_fat sbp'),
  is(
    'visceral fat stands in for the waist',
    { ...wide, visceral_fat_cm2: 99.9, sbp: 150 },
    'information',
    'lean',
  ),
  is('a wide waist comes before BMI', { ...wide, bmi: 25, sbp: 150 }, 'motivational', 'waist_male sbp'),
];

const step2 = [
  is('fasting glucose 99', { ...wide, fpg: 99 }, 'information', 'waist_male no_risk'),
  is('fasting glucose 100', { ...wide, fpg: 100 }, 'motivational', 'waist_male fpg'),
  is('fasting glucose 99 comes before HbA1c 7.0', { ...wide, fpg: 99, hba1c: 7 }, 'information'),
  is('HbA1c 5.5', { ...without(wide, 'fpg'), hba1c: 5.5 }, 'information'),
  is('HbA1c 5.6', { ...without(wide, 'fpg'), hba1c: 5.6 }, 'motivational', 'waist_male hba1c'),
  is(
    'HbA1c 5.5 comes before casual glucose 200',
    { ...without(wide, 'fpg'), hba1c: 5.5, casual_glucose: 200 },
    'information',
  ),
  is(
    'casual glucose 99',
    { ...without(wide, 'fpg', 'hba1c'), meal_time: 'between', casual_glucose: 99 },
    'information',
  ),
  is(
    'casual glucose 100',
    { ...without(wide, 'fpg', 'hba1c'), meal_time: 'between', casual_glucose: 100 },
    'motivational',
    'waist_male casual_glucose',
  ),
  is(
    'casual glucose just after a meal is none',
    { ...without(wide, 'fpg', 'hba1c'), meal_time: 'after', casual_glucose: 200 },
    'undecidable',
    'waist_male missing_glucose',
  ),
  is('fasting triglycerides 149', { ...wide, tg_fasting: 149 }, 'information'),
  is('fasting triglycerides 150', { ...wide, tg_fasting: 150 }, 'motivational', 'waist_male tg_fasting'),
  is(
    'casual triglycerides 174',
    { ...without(wide, 'tg_fasting'), meal_time: 'between', tg_casual: 174 },
    'information',
  ),
  is(
    'casual triglycerides 175',
    { ...without(wide, 'tg_fasting'), meal_time: 'between', tg_casual: 175 },
    'motivational',
    'waist_male tg_casual',
  ),
  is('fasting triglycerides 149 come before casual ones', { ...wide, tg_casual: 400 }, 'information'),
  is(
    'casual triglycerides just after a meal are none',
    { ...without(wide, 'tg_fasting'), meal_time: 'after', tg_casual: 400 },
    'undecidable',
    'waist_male missing_lipid',
  ),
  is('HDL 40', { ...wide, hdl: 40 }, 'information'),
  is('HDL 39', { ...wide, hdl: 39 }, 'motivational', 'waist_male hdl'),
  is(
    'triglycerides and HDL are one risk',
    { ...wide, tg_fasting: 300, hdl: 30 },
    'motivational',
    'waist_male tg_fasting hdl',
  ),
  is('systolic pressure 129', { ...wide, sbp: 129 }, 'information'),
  is('systolic pressure 130', { ...wide, sbp: 130 }, 'motivational', 'waist_male sbp'),
  is('diastolic pressure 84', { ...wide, dbp: 84 }, 'information'),
  is('diastolic pressure 85', { ...wide, dbp: 85 }, 'motivational', 'waist_male dbp'),
  is('both pressures are one risk', { ...wide, sbp: 160, dbp: 100 }, 'motivational', 'waist_male sbp dbp'),
  is('smoking alone is no risk', { ...wide, smoking: 'current' }, 'information', 'waist_male no_risk'),
  is(
    'smoking counts beside another risk',
    { ...wide, fpg: 100, smoking: 'current' },
    'intensive',
    'waist_male fpg smoking',
  ),
  is(
    'a former smoker does not smoke',
    { ...wide, fpg: 100, smoking: 'former' },
    'motivational',
    'waist_male fpg',
  ),
];

const step3 = [
  is('wide, no risk', wide, 'information'),
  is('wide, one risk', { ...wide, fpg: 100 }, 'motivational'),
  is('wide, two risks', { ...wide, fpg: 100, sbp: 130 }, 'intensive', 'waist_male fpg sbp'),
  is('wide, three risks', { ...wide, fpg: 100, sbp: 130, hdl: 39 }, 'intensive'),
  is('heavy, no risk', heavy, 'information', 'bmi no_risk'),
  is('heavy, one risk', { ...heavy, fpg: 100 }, 'motivational'),
  is('heavy, two risks', { ...heavy, fpg: 100, sbp: 130 }, 'motivational', 'bmi fpg sbp'),
  is(
    'heavy, two risks and smoking',
    { ...heavy, fpg: 100, sbp: 130, smoking: 'current' },
    'intensive',
    'bmi fpg sbp smoking',
  ),
  is('heavy, three risks', { ...heavy, fpg: 100, sbp: 130, hdl: 39 }, 'intensive'),
  is('a heavy woman of 45 with one risk', { ...woman, age: 45, bmi: 25, sbp: 130 }, 'motivational'),
  is(
    'neither wide nor heavy, every risk',
    { ...sound, fpg: 130, sbp: 170, hdl: 30, smoking: 'current' },
    'information',
    'lean',
  ),
];

const step4 = [
  is('aged 39', { ...worst, age: 39 }, 'excluded', 'age_outside'),
  is('aged 40', { ...worst, age: 40 }, 'intensive'),
  is('aged 64', { ...worst, age: 64 }, 'intensive'),
  is('aged 65: motivational at most', { ...worst, age: 65 }, 'motivational', 'waist_male fpg hdl sbp capped'),
  is(
    'aged 65 with one risk: nothing taken away',
    { ...wide, age: 65, fpg: 100 },
    'motivational',
    'waist_male fpg',
  ),
  is('aged 74', { ...worst, age: 74 }, 'motivational'),
  is('aged 75, age at the checkup unknown', { ...worst, age: 75 }, 'excluded', 'age_outside'),
  is('aged 75, examined at 75', { ...worst, age: 75, age_on_day: 75 }, 'excluded', 'age_outside'),
  is(
    'aged 75, examined at 74: motivational at most',
    { ...worst, age: 75, age_on_day: 74 },
    'motivational',
    'waist_male fpg hdl sbp capped',
  ),
  is('aged 40, examined at 39', { ...worst, age: 40, age_on_day: 39 }, 'intensive'),
  is('medicine for blood pressure', { ...worst, medication_bp: true }, 'excluded', 'medication_bp'),
  is('medicine for glucose', { ...worst, medication_glucose: true }, 'excluded', 'medication_glucose'),
  is('medicine for lipids', { ...worst, medication_lipid: true }, 'excluded', 'medication_lipid'),
  is(
    'two medicines',
    { ...worst, medication_bp: true, medication_lipid: true },
    'excluded',
    'medication_bp medication_lipid',
  ),
  is('medicine, whatever the values', { ...sound, medication_bp: true }, 'excluded'),
];

const dates: readonly RuleCase[] = [
  {
    name: 'before fiscal 2024 casual triglycerides did not count',
    on: '2024-03-31',
    given: { ...without(wide, 'tg_fasting'), meal_time: 'between', tg_casual: 300 },
    expect: { level: 'undecidable', reasons: 'waist_male missing_lipid', cause: 'missing' },
  },
  {
    name: 'from fiscal 2024 they do',
    on: '2024-04-01',
    given: { ...without(wide, 'tg_fasting'), meal_time: 'between', tg_casual: 300 },
    expect: { level: 'motivational', reasons: 'waist_male tg_casual' },
  },
];

export default defineRuleCases([...step1, ...step2, ...step3, ...step4, ...missing, ...dates]);
