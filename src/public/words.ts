import type { Text } from '#shared/text.ts';

/** Words of the frame around the figures. Japanese is written, English is translated from it. */
export const ui = {
  skip: { ja: '本文へ', en: 'Skip to content' },
  pages: { ja: 'ページ', en: 'Pages' },
  menu: { ja: 'メニュー', en: 'Menu' },
  releasedOn: { ja: '公開', en: 'released' },
  demo: {
    ja: '見本のデータです。実在の人・会社・医療機関とは関係ありません。',
    en: 'Sample data: no real person, company or medical institution.',
  },
  year: { ja: '年度', en: 'Fiscal year' },
  everyone: { ja: '全員', en: 'Everyone' },
  now: { ja: '当組合', en: 'Our society' },
  changed: { ja: '前年度より', en: 'vs' },
  notShown: { ja: '表示していません', en: 'Not shown' },
  noFigure: { ja: 'この年度の値はありません', en: 'No figure for this fiscal year' },
  asTable: { ja: '表で見る', en: 'As a table' },
  howToRead: { ja: '読み方', en: 'How to read it' },
  method: { ja: '計算方法とデータ', en: 'Method and data' },
  save: { ja: '保存', en: 'Save' },
  tilesTable: { ja: 'この枠の値を表で見る', en: 'These figures as a table' },
  indicator: { ja: '指標', en: 'Indicator' },
  difference: { ja: '差', en: 'Difference' },
  hiddenNote: {
    ja: 'X は、個人が分からないように表示していない値です。表示していない値は、合計や他の表から計算しても求められません。',
    en: 'X marks a value that is not shown so that nobody can be recognised. It cannot be worked out from totals or other tables either.',
  },
  more: { ja: 'くわしく', en: 'More' },
  hidden: { ja: '非表示', en: 'Not shown' },
  thisPage: { ja: 'このページ', en: 'this page' },
  places: { ja: 'か所', en: 'places' },
  howMade: { ja: 'この数字の作り方', en: 'How these figures are made' },
  trust: { ja: 'データの確かさ', en: 'About the data' },
  noYet: {
    ja: 'この年度の値はまだありません。年度のすべての月がそろってから公開します。',
    en: 'There are no figures for this fiscal year yet. They are published once all its months are complete.',
  },
  allHidden: {
    ja: 'この図は表示できません。個人が分からないようにするためです。区分をまとめた表では表示できることがあります。',
    en: 'This figure cannot be shown, so that nobody can be recognised. A coarser table may be available.',
  },
  figuresFor: { ja: '図の対象', en: 'Figures for' },
  breakdown: { ja: '内訳', en: 'Break down by' },
  dataList: { ja: 'データ一覧', en: 'All data' },
  disclosure: { ja: '公開と秘匿', en: 'Disclosure' },
  glossary: { ja: '用語と方法', en: 'Terms and methods' },
  back: { ja: '概況に戻る', en: 'Back to the overview' },
  lower: { ja: '低い', en: 'lower' },
  higher: { ja: '高い', en: 'higher' },
} as const satisfies Record<string, Text>;

/** Headings of the navigation, in order. */
export const groups = {
  all: { ja: '全体', en: 'Society' },
  cost: { ja: '医療費', en: 'Cost' },
  health: { ja: '健康', en: 'Health' },
  check: { ja: '確かめる', en: 'Check' },
} as const satisfies Record<string, Text>;

/** Kinds of incoming files, as the manifest names them. */
export const inputKinds: Readonly<Record<string, Text>> = {
  receipt: { ja: 'レセプト', en: 'Claims' },
  'paper-receipt': { ja: '紙レセプト（入力したもの）', en: 'Paper claims (punched)' },
  'therapy-claim': { ja: '療養費', en: 'Therapy claims' },
  'receipt-change': { ja: '返戻・過誤・再審査・振替の一覧', en: 'Notices about claims' },
  checkup: { ja: '特定健診の結果', en: 'Checkup results' },
  eligibility: { ja: '加入者台帳', en: 'Eligibility ledger' },
  employer: { ja: '事業所一覧', en: 'Employers' },
  consent: { ja: '同意・配慮フラグ', en: 'Consent flags' },
  'checkup-exclusion': { ja: '特定健診除外者一覧', en: 'Exclusions from checkups' },
  master: { ja: '公的コード表', en: 'Official code tables' },
};

/** Official code tables and rules by the names the manifest gives their editions. */
export const ruleNames: Readonly<Record<string, Text>> = {
  'master-disease': { ja: '傷病名マスター', en: 'diseases' },
  'master-modifier': { ja: '修飾語マスター', en: 'disease modifiers' },
  'master-drug': { ja: '医薬品マスター', en: 'drugs' },
  'master-procedure': { ja: '医科診療行為マスター', en: 'procedures' },
  'master-material': { ja: '特定器材マスター', en: 'materials' },
  'master-comment': { ja: 'コメントマスター', en: 'comments' },
  'checkup-target': { ja: '特定健診の対象者', en: 'target population of checkups' },
  'guidance-level': { ja: '特定保健指導の階層化', en: 'guidance levels' },
  'metabolic-syndrome': { ja: 'メタボリックシンドローム判定', en: 'metabolic syndrome' },
  referral: { ja: '保健指導判定値・受診勧奨判定値', en: 'guidance and referral limits' },
  'ckd-stage': { ja: 'CKD 重症度分類', en: 'CKD heat map' },
  'guidance-completion': { ja: '特定保健指導の終了判定', en: 'completion of guidance' },
};

/** Purposes of use (利用目的), as a society publishes them. */
export const purposes: Readonly<Record<string, Text>> = {
  'operations-baseline': {
    ja: '事業の運営と改善のための基礎資料の作成',
    en: "Basic figures to run and improve the society's work",
  },
  'medical-cost-analysis': { ja: '医療費と疾病の分析', en: 'Analysis of medical cost and diseases' },
  'checkup-analysis': { ja: '健診結果の分析', en: 'Analysis of checkup results' },
  'checkup-year-comparison': {
    ja: '健診結果の経年比較',
    en: 'Comparison of checkup results over the years',
  },
  'guidance-analysis': { ja: '保健指導の結果の分析', en: 'Analysis of the results of health guidance' },
};

export const dataClasses: Readonly<Record<string, Text>> = {
  eligibility: { ja: '加入者の資格', en: 'eligibility' },
  receipt: { ja: 'レセプト', en: 'claims' },
  checkup: { ja: '健診', en: 'checkups' },
  guidance: { ja: '保健指導', en: 'health guidance' },
};
