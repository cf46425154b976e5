import type { Language, Text } from '#shared/text.ts';
import { padEnd } from '#shared/width.ts';
import { checkupFindings, checkupInspectionWords, checkupReasons } from './checkup/words.ts';
import type { Inspection } from './inspection.ts';
import { rowReasons } from './ledgers/words.ts';
import { receiptInspectionText } from './receipt/inspect-words.ts';
import type { ReceiptInspection } from './receipt/inspection.ts';
import { receiptInspectionWords } from './receipt/words.ts';

const kinds: Readonly<Record<Inspection['kind'], Text>> = {
  checkup: { ja: '特定健診', en: 'checkups' },
  eligibility: { ja: '加入者台帳', en: 'eligibility ledger' },
  employer: { ja: '事業所一覧', en: 'employer list' },
  consent: { ja: '配慮フラグ', en: 'consent flags' },
  master: { ja: '基本マスター', en: 'billing master' },
};

const tables: Readonly<Record<string, Text>> = {
  csv: { ja: '取込契約の CSV', en: 'CSV by contract' },
  official: { ja: '公式の配布形式', en: 'official layout' },
  eligibility: { ja: '資格期間の行', en: 'rows of cover' },
  employer: { ja: '事業所の行', en: 'employers' },
  consent: { ja: '配慮フラグの行', en: 'consent flags' },
  master_disease: { ja: '傷病名', en: 'diseases' },
  master_modifier: { ja: '修飾語', en: 'modifiers' },
  master_drug: { ja: '医薬品', en: 'drugs' },
  master_procedure: { ja: '診療行為', en: 'procedures' },
  master_material: { ja: '特定器材', en: 'materials' },
  master_comment: { ja: 'コメント', en: 'comments' },
  'generic-class': { ja: '後発医薬品の有無のリスト', en: 'list of brands and generics' },
  'selected-brand': { ja: '選定療養の対象のリスト', en: 'list of brands under selected care' },
  generic_class: { ja: '薬価基準の品目', en: 'listed products' },
  selected_brand: { ja: '選定療養の対象品目', en: 'brands under selected care' },
};
const rowWords = { ...tables, ...rowReasons };

/** Words for the codes of one kind. */
const words: Record<Inspection['kind'], Readonly<Record<string, Text>>> = {
  checkup: { ...checkupReasons, ...checkupFindings, ...checkupInspectionWords, ...receiptInspectionWords },
  eligibility: rowWords,
  employer: rowWords,
  consent: rowWords,
  master: rowWords,
};

const labels = {
  kind: { ja: '種類', en: 'kind' },
  form: { ja: '形式', en: 'form' },
  encoding: { ja: '文字コード', en: 'encoding' },
  bytes: { ja: '大きさ（バイト）', en: 'bytes' },
  records: { ja: 'レコード', en: 'records' },
  months: { ja: '受診月', en: 'months' },
} as const satisfies Partial<Record<keyof Inspection, Text>>;

const sections = {
  byRecord: { ja: 'レコードの内訳', en: 'by record' },
  quarantined: { ja: '取り込むと隔離されるもの', en: 'would be quarantined' },
  findings: { ja: '気づいたこと', en: 'findings' },
} as const satisfies Partial<Record<keyof Inspection, Text>>;

/** An inspection for a terminal. */
export function inspectionText(inspection: Inspection | ReceiptInspection, language: Language): string {
  if (inspection.kind === 'receipt') return receiptInspectionText(inspection, language);
  const word = (code: string) => {
    const text = words[inspection.kind][code];
    return text ? text[language] : code;
  };
  const number = (value: number) => value.toLocaleString('ja-JP');
  const lines: string[] = [];
  for (const [key, label] of Object.entries(labels) as [keyof typeof labels, Text][]) {
    const value = inspection[key];
    if (value === undefined) continue;
    const shown =
      typeof value === 'number'
        ? number(value)
        : typeof value !== 'string'
          ? value.join(', ')
          : key === 'kind'
            ? kinds[inspection.kind][language]
            : word(value);
    lines.push(`${padEnd(label[language], 28)}${shown}`);
  }
  const list = (title: Text, entries: readonly string[]) => {
    if (entries.length > 0) lines.push('', title[language], ...entries.map((entry) => `  ${entry}`));
  };
  list(
    sections.byRecord,
    Object.entries(inspection.byRecord ?? {}).map(([id, count]) => `${padEnd(word(id), 24)}${number(count)}`),
  );
  list(
    sections.quarantined,
    Object.entries(inspection.quarantined ?? {}).map(
      ([reason, count]) => `${word(reason)}: ${number(count)}`,
    ),
  );
  const at = language === 'ja' ? '最初は行' : 'first in line';
  list(
    sections.findings,
    inspection.findings.map(
      ({ code, count, line }) =>
        `${word(code)}: ${number(count)}${line === undefined ? '' : `（${at} ${number(line)}）`}`,
    ),
  );
  return `${lines.join('\n')}\n`;
}
