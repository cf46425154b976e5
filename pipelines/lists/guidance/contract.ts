import { defineList } from '#shared/define.ts';

export default defineList({
  title: { ja: '特定保健指導 対象者', en: 'persons for specific health guidance' },
  purpose: 'guidance-targeting',
  classes: ['eligibility', 'checkup', 'consent'],
  addressing: ['address'],
  scope: { ja: '特定保健指導の担当者', en: 'staff in charge of specific health guidance' },
  handledMonths: 12,
  rule: 'guidance-level',
  listed: ['intensive', 'motivational', 'undecidable'],
  exclusions: {
    dead: { ja: '死亡による資格喪失', en: 'died' },
    'lost-cover': { ja: '基準日に資格がない', en: 'not covered on the day' },
    'non-disclosure': { ja: '不開示の申出がある', en: 'must not be disclosed' },
    'opted-out': { ja: '通知不要の申出がある', en: 'wants no letters' },
    'guidance-excluded': { ja: '保健指導の対象外の届出がある', en: 'not to be invited to guidance' },
  },
  note: {
    ja: '腹囲 cm、血圧 mmHg、血糖・TG（中性脂肪）・HDL mg/dL、HbA1c %（NGSP値）。腹囲などの測定値は項目の桁に四捨五入して判定しています。',
    en: 'Waist cm, pressure mmHg, glucose, triglycerides (TG) and HDL mg/dL, HbA1c % (NGSP). Values are rounded to the digits of their item before they are judged.',
  },
  columns: {
    waist_cm: { title: { ja: '腹囲', en: 'waist' }, decimals: 1 },
    bmi: { title: { ja: 'BMI', en: 'BMI' }, decimals: 1 },
    sbp: { title: { ja: '収縮期\n血圧', en: 'systolic' }, decimals: 0 },
    dbp: { title: { ja: '拡張期\n血圧', en: 'diastolic' }, decimals: 0 },
    fpg: { title: { ja: '空腹時\n血糖', en: 'fasting glucose' }, decimals: 0 },
    hba1c: { title: { ja: 'HbA1c', en: 'HbA1c' }, decimals: 1 },
    tg_fasting: { title: { ja: '空腹時\nTG', en: 'fasting TG' }, decimals: 0 },
    tg_casual: { title: { ja: '随時\nTG', en: 'casual TG' }, decimals: 0 },
    hdl: { title: { ja: 'HDL', en: 'HDL' }, decimals: 0 },
    smoking: {
      title: { ja: '喫煙', en: 'smoking' },
      words: {
        current: { ja: 'あり', en: 'yes' },
        former: { ja: '以前', en: 'former' },
        no: { ja: 'なし', en: 'no' },
      },
    },
  },
});
