import type { Text } from '#shared/text.ts';
import type { FileKind } from '../intake/reader.ts';

const ask = {
  ja: '送り主に、正しいものを作り直してもらってください。届いたら private/inbox に置いて kenpo ingest を実行します。',
  en: 'Ask the sender for a corrected one, put it into private/inbox and run kenpo ingest.',
} satisfies Text;
const reviewBody = {
  ja: '審査支払機関に照会し、正しいファイルを受け取り直してください。点数と金額は突き合わせに残っています。',
  en: 'Ask the review body for a correct file. Points and yen stay in the reconciliation.',
} satisfies Text;
const export_ = {
  ja: '基幹システムの元の行を直し、書き出し直して kenpo ingest を実行してください（docs/csv-contracts.md）。',
  en: 'Mend the row at its source, export again and run kenpo ingest (docs/csv-contracts.md).',
} satisfies Text;

const typeAgain = {
  ja: '用紙と見比べて入力し直し、ファイルを置き直して kenpo ingest を実行してください。用紙のある行と違った列は、kenpo ingest の結果に出ます。',
  en: 'Type the sheet again, put the file there and run kenpo ingest, which tells the lines and the columns that differ.',
} satisfies Text;
const typeTwice = {
  ja: '別の人が同じ用紙をもう一度入力し（入力回 2）、両方の行のあるファイルを置き直して kenpo ingest を実行してください。',
  en: 'Have another person type the sheet too (entry 2), put a file with both rows there and run kenpo ingest.',
} satisfies Text;

/** Reasons whose mending differs from that of their kind. */
const special: Readonly<Record<string, Text>> = {
  other_insurer: {
    ja: 'ほかの保険者のものです。送り主に知らせてください。この組合の数字には入っていません。',
    en: 'It belongs to another insurer. Tell the sender; it is in no figure of this society.',
  },
  paper_differs: typeAgain,
  paper_entry: typeAgain,
  paper_single: typeTwice,
  future_month: {
    ja: '日付が正しいか送り主に確かめてください。正しければ、その月になってから取り込み直します。',
    en: 'Ask the sender whether the date is right; if it is, take the file in again when that month has come.',
  },
};

/** How to mend what was quarantined of one kind of file for one reason. */
export function mendingOf(kind: FileKind, reason: string): Text {
  if (Object.hasOwn(special, reason)) return special[reason]!;
  if (kind === 'receipt') return reviewBody;
  return kind === 'checkup' || kind === 'master' ? ask : export_;
}
