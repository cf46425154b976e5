import type { RegisteredPerson } from '#office/people.ts';
import type { Batch } from '#private/intake/batches.ts';
import { findingText } from '#private/intake/reasons.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';

/** One line on the files that wait, for the commands after which somebody should know; none where nothing waits. */
export function waitingLines(waiting: number, language: Language): readonly string[] {
  if (waiting === 0) return [];
  const text = {
    ja: `健診・保健指導のファイル ${waiting} 件が確定を待っています。確定するまで集計に入りません（kenpo accept）。`,
    en: `${waiting} files of checkups or guidance wait to be confirmed; until then no table counts them (kenpo accept).`,
  };
  return ['', text[language]];
}

export function noneText(language: Language): string {
  return { ja: '確定を待つファイルはありません。\n', en: 'No file waits to be confirmed.\n' }[language];
}

/** Each file with its documents, what was set aside, and the findings by institution and by item. */
export function batchesText(batches: readonly Batch[], language: Language): string {
  const word = words[language];
  const number = (value: number) => value.toLocaleString('ja-JP');
  const blocks = batches.map((batch) => {
    const { id, name, confirmed, records, quarantined, institutions } = batch;
    const rows = institutions.flatMap(({ institution, documents, findings: found }) => {
      const [first = ['', ''], ...others] = Object.entries(found).map(([code, count]) => [
        findingText(code)[language],
        number(count),
      ]);
      return [
        [institution ?? word.unnamed, number(documents), ...first],
        ...others.map((other) => ['', '', ...other]),
      ];
    });
    const head = `${id}  ${name}  ${word.records} ${number(records)}${word.comma}${word.quarantined} ${number(quarantined)}${confirmed ? `${word.comma}${word.confirmed} ${confirmed.on} ${confirmed.by ?? word.nobody}` : ''}`;
    const parts =
      rows.length === 0
        ? []
        : [textTable([word.institution, word.documents, word.finding, word.count], rows)];
    const items = batch.findings
      .slice(0, mostFindings)
      .map(({ code, item, count }) => [findingText(code)[language], item ?? '', number(count)]);
    if (items.length > 0) parts.push(textTable([word.finding, word.item, word.count], items));
    return [head, ...parts].join('\n\n');
  });
  return `${blocks.join('\n\n\n')}\n`;
}

/** Kinds of findings of a file that are told; all are in the JSON. */
const mostFindings = 30;

/** What to do with what waits. */
export function nextText(language: Language): string {
  return {
    ja: '内容を確かめてから、登録された人が kenpo accept 番号…（全部なら --all）で確定してください。\n',
    en: 'When the contents are right, a registered person confirms with kenpo accept NUMBER… (or --all).\n',
  }[language];
}

export function acceptedText(files: number, { name }: RegisteredPerson, language: Language): string {
  return {
    ja: `${name} が ${files} 件のファイルを確定しました。次は kenpo build です。\n`,
    en: `${name} confirmed ${files} files. Next: kenpo build.\n`,
  }[language];
}

const words = {
  ja: {
    records: '受領',
    quarantined: '隔離',
    confirmed: '確定',
    nobody: '（登録者なし）',
    institution: '機関番号',
    documents: '文書・行',
    finding: '気づいたこと',
    item: '項目コード・列',
    count: '数',
    unnamed: '（番号なし）',
    comma: '、',
  },
  en: {
    records: 'in',
    quarantined: 'quarantined',
    confirmed: 'in effect since',
    nobody: '(nobody registered)',
    institution: 'institution',
    documents: 'documents',
    finding: 'finding',
    item: 'item or column',
    count: 'count',
    unnamed: '(no number)',
    comma: ', ',
  },
} as const;
