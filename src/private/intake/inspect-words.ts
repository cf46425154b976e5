import type { Language, Text } from '#shared/text.ts';
import { padEnd } from '#shared/width.ts';
import { checkupFindings, checkupInspectionWords, checkupReasons } from './checkup/words.ts';
import { csvItemFindings, csvRowReasons } from './checkup-csv/findings.ts';
import type { Inspection } from './inspection.ts';
import { csvFindings, rowReasons } from './ledgers/words.ts';
import { receiptInspectionText } from './receipt/inspect-words.ts';
import type { ReceiptInspection } from './receipt/inspection.ts';
import { receiptInspectionWords } from './receipt/words.ts';

const kinds: Readonly<Record<Inspection['kind'], Text>> = {
  checkup: { ja: '健診', en: 'checkups' },
  guidance: { ja: '特定保健指導', en: 'health guidance' },
  eligibility: { ja: '加入者台帳', en: 'eligibility ledger' },
  employer: { ja: '事業所一覧', en: 'employer list' },
  consent: { ja: '配慮フラグ', en: 'consent flags' },
  'checkup-exclusion': { ja: '特定健診除外者一覧', en: 'exclusions from checkups' },
  master: { ja: '基本マスター', en: 'billing master' },
  'therapy-claim': { ja: '療養費', en: 'therapy claims' },
  'paper-receipt': { ja: '紙レセプト', en: 'paper receipts' },
  'receipt-change': { ja: '返戻・過誤・再審査・振替の一覧', en: 'notices about receipts' },
};

const tables: Readonly<Record<string, Text>> = {
  csv: { ja: '取込契約の CSV', en: 'CSV by contract' },
  official: { ja: '公式の配布形式', en: 'official layout' },
  eligibility: { ja: '資格期間の行', en: 'rows of cover' },
  employer: { ja: '事業所の行', en: 'employers' },
  consent: { ja: '配慮フラグの行', en: 'consent flags' },
  checkup_exclusion: { ja: '除外者の行', en: 'exclusions' },
  receipt: { ja: '請求の行', en: 'claims' },
  diagnosis: { ja: '傷病名', en: 'diseases' },
  public_payer: { ja: '公費', en: 'public programmes' },
  institution: { ja: '施設の名称', en: 'names of institutions' },
  receipt_change: { ja: '通知の行', en: 'notices' },
  master_disease: { ja: '傷病名', en: 'diseases' },
  master_modifier: { ja: '修飾語', en: 'modifiers' },
  master_drug: { ja: '医薬品', en: 'drugs' },
  master_procedure: { ja: '診療行為', en: 'procedures' },
  master_material: { ja: '特定器材', en: 'materials' },
  master_dental: { ja: '歯科診療行為', en: 'dental procedures' },
  master_dispensing: { ja: '調剤行為', en: 'dispensing fees' },
  master_nursing: { ja: '訪問看護療養費', en: 'visiting-nurse fees' },
  master_comment: { ja: 'コメント', en: 'comments' },
  'generic-class': { ja: '後発医薬品の有無のリスト', en: 'list of brands and generics' },
  'selected-brand': { ja: '選定療養の対象のリスト', en: 'list of brands under selected care' },
  'price-list': { ja: '薬価基準収載品目リスト', en: 'list of drug prices' },
  generic_class: { ja: '薬価基準の品目', en: 'listed products' },
  price_list: { ja: '薬価基準の品目', en: 'listed products' },
  selected_brand: { ja: '選定療養の対象品目', en: 'brands under selected care' },
};
const rowWords = { ...tables, ...rowReasons, ...csvFindings };

const checkupWords = {
  csv: { ja: '対応表で読む CSV', en: 'CSV by mapping' },
  ...csvRowReasons,
  ...csvItemFindings,
  ...csvFindings,
  ...checkupReasons,
  ...checkupFindings,
  ...checkupInspectionWords,
  ...receiptInspectionWords,
};

/** Words for the codes of one kind. */
const words: Record<Inspection['kind'], Readonly<Record<string, Text>>> = {
  checkup: checkupWords,
  guidance: checkupWords,
  eligibility: rowWords,
  employer: rowWords,
  consent: rowWords,
  'checkup-exclusion': rowWords,
  master: rowWords,
  'therapy-claim': rowWords,
  'paper-receipt': rowWords,
  'receipt-change': rowWords,
};

const labels = {
  kind: { ja: '種類', en: 'kind' },
  form: { ja: '形式', en: 'form' },
  layout: { ja: '対応表', en: 'mapping' },
  encoding: { ja: '文字コード', en: 'encoding' },
  bytes: { ja: '大きさ（バイト）', en: 'bytes' },
  records: { ja: 'レコード', en: 'records' },
  asOf: { ja: '基準日', en: 'as of' },
  receipts: { ja: '件数', en: 'claims' },
  points: { ja: '点数', en: 'points' },
  yen: { ja: '金額（円）', en: 'yen' },
  months: { ja: '実施月', en: 'months' },
  documents: { ja: '人の文書', en: 'documents about persons' },
  items: { ja: '検査・指導の項目', en: 'items' },
  knownItems: { ja: '項目表にある項目', en: 'listed items' },
  notPerformed: { ja: '未実施', en: 'not performed' },
  notMeasurable: { ja: '測定不可能', en: 'not measurable' },
  outOfRange: { ja: '入力範囲外', en: 'beyond the range of input' },
} as const satisfies Partial<Record<keyof Inspection, Text>>;

const sections = {
  byRecord: { ja: 'レコードの内訳', en: 'by record' },
  unknownItems: { ja: '項目表にない項目コード', en: 'item codes not listed' },
  levels: { ja: '届いた保健指導レベル・区分', en: 'delivered levels' },
  schema: { ja: '標準様式の構造（XML スキーマ V08）', en: 'structure of the schemas (V08)' },
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
  for (const key of ['byRecord', 'unknownItems', 'levels'] as const) {
    const counts = Object.entries(inspection[key] ?? {});
    list(
      sections[key],
      counts.map(([id, count]) => `${padEnd(word(id), 24)}${number(count)}`),
    );
  }
  list(sections.schema, schemaLines(inspection, language));
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

/** Faults shown on a terminal; all of them are in the JSON. */
const mostFaults = 20;

function schemaLines({ schema }: Inspection, language: Language): string[] {
  if (schema === undefined) return [];
  if (schema === 'valid') return [language === 'ja' ? 'すべて様式どおり' : 'valid'];
  const lines = schema.slice(0, mostFaults).map(({ document, line, path, expected }) => {
    const place =
      language === 'ja' ? `${document} 番目の文書 ${line} 行目` : `document ${document} line ${line}`;
    return `${place} ${path}: ${expected}`;
  });
  const more = schema.length - lines.length;
  if (more > 0) lines.push(language === 'ja' ? `ほかに ${more} か所` : `and ${more} more`);
  return lines;
}
