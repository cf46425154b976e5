import type { Language, Text } from '#shared/text.ts';
import { padEnd } from '#shared/width.ts';
import type { Amounts, ReceiptInspection } from './inspection.ts';
import { receiptReasons } from './judge.ts';
import { mismatchReasons } from './totals.ts';
import { receiptFindings, receiptInspectionWords } from './words.ts';

const forms: Readonly<Record<ReceiptInspection['form'], Text>> = {
  insurer: { ja: '保険者向けレセ電コード情報', en: 'insurer form' },
  claim: { ja: '医療機関・薬局の請求ファイル', en: "a provider's own claim file" },
  mixed: { ja: '保険者向けと請求ファイルの両方', en: 'both insurer form and claim files' },
};

const words: Readonly<Record<string, Text>> = {
  ...receiptReasons,
  ...receiptFindings,
  ...receiptInspectionWords,
};

/** Mismatches shown on a terminal; `--json` has them all. */
const shownMismatches = 20;

/** An inspection of receipts for a terminal. */
export function receiptInspectionText(inspection: ReceiptInspection, language: Language): string {
  const number = (value: number) => value.toLocaleString('ja-JP');
  const amounts = ({ points, yen }: Amounts) =>
    `${number(points)}${language === 'ja' ? ' 点' : ' points'}` +
    (yen === undefined ? '' : ` / ${number(yen)}${language === 'ja' ? ' 円' : ' yen'}`);
  const lines: string[] = [];
  const show = (ja: string, en: string, value: string) => {
    lines.push(`${padEnd({ ja, en }[language], 28)}${value}`);
  };
  const { corrections } = inspection;
  show('種類', 'kind', { ja: 'レセプト', en: 'receipts' }[language]);
  show('形式', 'form', forms[inspection.form][language]);
  show('点数表', 'tables of fees', inspection.tables.join('・'));
  show('文字コード', 'encoding', inspection.encoding);
  show('大きさ（バイト）', 'bytes', number(inspection.bytes));
  show('レコード', 'records', number(inspection.lines));
  show('レセプト件数', 'receipts', number(inspection.receipts));
  show('請求件数（保険者・公費）', 'claims', number(inspection.claims));
  show('診療月', 'months', inspection.months.join(', '));
  show('請求点数（補正前）', 'claimed', amounts(inspection.claimed));
  show('合計点数（補正後）', 'declared', amounts(inspection.declared));
  show('明細から計算した点数', 'computed from rows', amounts(inspection.computed));
  show('円（点数×10＋食事）', 'yen (points × 10 and meals)', number(inspection.yen));
  show('うち食事（円）', 'of it meals (yen)', number(inspection.mealYen));
  if (corrections.replace + corrections.delete + corrections.insert > 0) {
    show(
      '補正（置換・削除・追加）',
      'replace, delete, insert',
      `${number(corrections.replace)} / ${number(corrections.delete)} / ${number(corrections.insert)}`,
    );
  }
  if (inspection.unknownCodes > 0) {
    show('どのマスターにも属さないコード', 'codes of no master', number(inspection.unknownCodes));
  }
  const list = (ja: string, en: string, entries: readonly string[]) => {
    if (entries.length > 0) lines.push('', { ja, en }[language], ...entries.map((entry) => `  ${entry}`));
  };
  const counts = (entries: Readonly<Record<string, number>>) =>
    Object.entries(entries).map(([id, count]) => `${padEnd(id, 24)}${number(count)}`);
  list('レコードの内訳', 'by record', counts(inspection.records));
  list('読み方の決まっていないレコード', 'records with no known layout', counts(inspection.unknownRecords));
  list(
    '合わない合計（行: 記載 / 計算）',
    'totals that differ (line: declared / computed)',
    inspection.mismatches
      .slice(0, shownMismatches)
      .map(
        ({ receipt, declared, computed, reason }) =>
          `${number(receipt)}: ${number(declared)} / ${number(computed)}  ${mismatchReasons[reason][language]}`,
      ),
  );
  list(
    '取り込むと隔離されるもの',
    'would be quarantined',
    Object.entries(inspection.quarantined).map(
      ([reason, count]) => `${words[reason]?.[language] ?? reason}: ${number(count)}`,
    ),
  );
  const at = language === 'ja' ? '最初は行' : 'first in line';
  list(
    '気づいたこと',
    'findings',
    inspection.findings.map(
      ({ code, count, line }) =>
        `${words[code]?.[language] ?? code}: ${number(count)}${line === undefined ? '' : `（${at} ${number(line)}）`}`,
    ),
  );
  return `${lines.join('\n')}\n`;
}
