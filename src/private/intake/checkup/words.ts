import type { Text } from '#shared/text.ts';
import type { DocumentFinding } from './noticed.ts';
import type { RejectReason } from './person.ts';
import type { ArchiveFinding } from './tally.ts';

/** Why a document about a person was set aside (隔離), for the reconciliation table. */
export const checkupReasons: Readonly<Record<RejectReason, Text>> = {
  checkup_damaged: {
    ja: '圧縮データが壊れている（チェックサムが合わない）',
    en: 'compressed data damaged (checksum differs)',
  },
  checkup_broken_xml: { ja: 'XML として読めない', en: 'not readable as XML' },
  checkup_insurer: { ja: '保険者番号（8桁）がない', en: 'no insurer number of 8 digits' },
  checkup_number: { ja: '被保険者証等の番号がない', en: 'no number of the insurance card' },
  checkup_sex: { ja: '性別（1・2）がない', en: 'no sex (1 or 2)' },
  checkup_birth: { ja: '生年月日が日付でない', en: 'date of birth is no date' },
  checkup_day: {
    ja: '健診・保健指導の実施年月日が日付でないか、生年月日より前',
    en: 'day of the checkup or guidance is no date, or lies before the birth',
  },
  claim_amount: { ja: '決済情報に請求金額がない', en: 'claim without an amount' },
  other_insurer: { ja: 'ほかの保険者の文書', en: "another insurer's document" },
  future_month: { ja: '実施年月日が未来', en: 'day of the checkup or guidance lies in the future' },
};

/** Things noticed that did not stop a document or archive. */
export const checkupFindings: Readonly<Record<DocumentFinding | ArchiveFinding['code'], Text>> = {
  checkup_no_value: { ja: '値のない検査項目', en: 'item without a value' },
  checkup_unreadable_number: { ja: '数値として読めない値', en: 'value that is no number' },
  checkup_unexpected_type: { ja: '項目表と違う型の値', en: 'value of another type than the item list says' },
  checkup_unit_differs: {
    ja: '項目表と違う単位（換算できない）',
    en: 'another unit than the item list says, without a known factor',
  },
  checkup_unit_converted: { ja: '項目表の単位に換算した値', en: 'value converted to the listed unit' },
  checkup_unreadable_day: { ja: '日付として読めない値', en: 'value that is no day' },
  checkup_unknown_choice: { ja: 'コード表にない選択肢', en: 'choice that is not in the option list' },
  checkup_repeated_item: {
    ja: '同じ項目の2回目以降（最初のものを採用）',
    en: 'item repeated (the first one is kept)',
  },
  checkup_unlisted_item: { ja: '項目表にない項目コード', en: 'item code that is not in the item list' },
  checkup_schema: {
    ja: '標準様式の構造（XML スキーマ V08）と違うところ',
    en: 'departure from the structure of the schemas (V08)',
  },
  guidance_support_day: { ja: '実施日のない支援', en: 'support without a day' },
  checkup_index_missing: { ja: '交換用基本情報（ix08）がない', en: 'no index (ix08)' },
  checkup_index_broken: { ja: '交換用基本情報（ix08）が読めない', en: 'index (ix08) not readable' },
  checkup_index_count: {
    ja: '総ファイル数が実際の文書数と違う',
    en: 'the index declares another number of documents',
  },
  checkup_index_event: {
    ja: '実施区分が中身（健診・保健指導）と違う',
    en: 'the index declares another kind of service',
  },
  checkup_summary_broken: { ja: '集計情報（su08）が読めない', en: 'summary (su08) not readable' },
  checkup_summary_count: {
    ja: '集計情報の人数が実際の文書数と違う',
    en: 'the summary declares another number of people',
  },
  checkup_summary_yen: {
    ja: '集計情報の金額が決済情報の合計と違う（円）',
    en: 'the summary declares other amounts than the claims add up to (yen)',
  },
  checkup_mixed: { ja: '健診と保健指導が一つに混ざっている', en: 'checkups and guidance in one archive' },
  checkup_claim_alone: { ja: '結果の文書がない決済情報', en: 'claim without a document of results' },
  checkup_other_file: { ja: '種類の分からないファイル', en: 'file of unknown kind' },
};

/** What else an inspection counts: the form, the documents and the levels they deliver. */
export const checkupInspectionWords: Readonly<Record<string, Text>> = {
  'checkup-archive': { ja: '特定健診の電子的データ（ZIP）', en: 'exchange archive of checkups (ZIP)' },
  'guidance-archive': { ja: '特定保健指導の電子的データ（ZIP）', en: 'exchange archive of guidance (ZIP)' },
  'checkup-xml': { ja: '健診結果の文書（XML）', en: 'single checkup document (XML)' },
  'guidance-xml': { ja: '保健指導結果の文書（XML）', en: 'single guidance document (XML)' },
  index: { ja: '交換用基本情報（ix08）', en: 'index (ix08)' },
  summary: { ja: '集計情報（su08）', en: 'summary (su08)' },
  claim: { ja: '決済情報', en: 'claims' },
  checkup: { ja: '健診結果（1人1文書）', en: 'checkup documents' },
  guidance: { ja: '保健指導結果（1報告1文書）', en: 'guidance documents' },
  other: { ja: 'そのほかのファイル', en: 'other files' },
  intensive: { ja: '積極的支援', en: 'intensive support' },
  motivational: { ja: '動機付け支援', en: 'motivational support' },
  'motivational-equivalent': { ja: '動機付け支援相当', en: 'support equivalent to motivational' },
  information: { ja: '情報提供（なし）', en: 'information only' },
  undecidable: { ja: '判定不能', en: 'undecidable' },
};
