import { fileURLToPath } from 'node:url';
import { typeset } from '#print/typeset.ts';
import type { Identities } from '../vault/identities.ts';
import type { Draft } from './draft.ts';
import type { Excluded } from './order.ts';
import type { ExceptionReason, Part } from './printer.ts';
import { confidentialityWords } from './words.ts';

const template = fileURLToPath(import.meta.resolve('#print/list.typ'));

const reasonWords: Readonly<Record<ExceptionReason, string>> = {
  'no-identity': '加入者台帳に氏名がありません。',
  'no-address': '加入者台帳に郵便番号か住所がありません。',
  withheld:
    '下書きのあとに届いた配慮フラグか台帳（資格の喪失、世帯の異動）により、印刷していません。氏名はここにも出しません。',
  overflow: '氏名か住所が、決められた場所に入りません。',
  'missing-glyphs': '氏名か住所に、印刷できない文字があります。',
};

const columns = [
  { head: '行', width: 34, align: 'left' },
  { head: '氏名', width: 52, align: 'left' },
  { head: '氏名カナ', width: 52, align: 'left' },
  { head: '記号・番号・枝番', width: 40, align: 'left' },
  { head: '理由', width: 0, align: 'left' },
];

const remarks = [
  '次の行は、この文書のどの紙にも印刷していません。台帳を直してから下書きを作り直すか、別の方法で知らせてください。',
];

/** Texts of the columns of each row. Whoever is protected by a flag or left (`withheld`) is not named here either. */
export function exceptionRows(
  draft: Draft,
  identities: Identities,
  excluded: readonly Excluded[],
): string[][] {
  return excluded.map(({ position, reason }) => {
    const { row, person } = draft.at(position);
    const identity = reason === 'withheld' ? undefined : identities.of(person);
    const card = [identity?.symbol, identity?.number, identity?.branch].filter((part) => part).join('-');
    return [row, identity?.name ?? '', identity?.kana ?? '', card, reasonWords[reason]];
  });
}

/**
 * The exception sheet (未印刷一覧): every row that is on no letter or list of this document, with the reason, so that
 * nobody is left out unseen.
 */
export async function exceptionSheet(
  draft: Draft,
  identities: Identities,
  excluded: readonly Excluded[],
  number: string,
): Promise<Part> {
  const { confidentiality, period, scope } = draft.header;
  const data = {
    title: '未印刷一覧',
    number,
    confidentiality: confidentialityWords[confidentiality].ja,
    period,
    handling: '処理が終わるまで',
    disclosure: scope,
    remarks,
    columns,
    rows: exceptionRows(draft, identities, excluded),
  };
  return { ...(await typeset(template, data, { title: number })), extension: 'pdf' };
}
