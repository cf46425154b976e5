import { defineList } from '#shared/define.ts';

export default defineList({
  title: { ja: '糖尿病の重症化予防 受診勧奨の対象者', en: 'diabetes: recommended to see a doctor' },
  purpose: 'severity-prevention',
  classes: ['eligibility', 'checkup', 'receipt', 'consent'],
  addressing: ['address'],
  scope: { ja: '重症化予防事業の担当者', en: 'staff in charge of severity prevention' },
  handledMonths: 12,
  rule: 'diabetes-untreated',
  listed: ['selected'],
  exclusions: {
    dead: { ja: '死亡による資格喪失', en: 'died' },
    'lost-cover': { ja: '基準日に資格がない', en: 'not covered on the day' },
    'non-disclosure': { ja: '不開示の申出がある', en: 'must not be disclosed' },
    'opted-out': { ja: '通知不要の申出がある', en: 'wants no letters' },
    'guidance-excluded': { ja: '保健指導の対象外の届出がある', en: 'not to be invited to guidance' },
  },
  note: {
    ja: 'HbA1c %（NGSP値）、空腹時血糖 mg/dL。レセプトは支払いのためのもので、受診や治療のすべてを示すものではありません。連絡の前に本人の状況を確かめてください。',
    en: 'HbA1c % (NGSP), fasting glucose mg/dL. Receipts are made for payment and do not show all care: ask the person before anything is concluded.',
  },
  columns: {
    hba1c: { title: { ja: 'HbA1c', en: 'HbA1c' }, decimals: 1 },
    fpg: { title: { ja: '空腹時\n血糖', en: 'fasting glucose' }, decimals: 0 },
  },
});
