import type { DraftHeader } from '../documents/draft.ts';
import { type DocumentSettings, documentSettings } from './document-settings.ts';
import { statutoryMeasures } from './pipelines.ts';
import { bandHeads, type Line, sexWords } from './table.ts';

/** One file of the document: what it is, and its name when it is sent in. */
export type Content = { readonly number: string; readonly title: string; readonly sentAs: string };

/** The aggregate table for `list.typ`. */
export function paperOfFigures(header: DraftHeader, lines: readonly Line[], number: string) {
  return {
    ...factsOf(header, number),
    title: '実績報告 集計表',
    remarks: [
      '確かさ A: 二つ以上の資料で確かめた項目、B: 一つの資料で確かめた項目、M: 公表資料で確かめていない項目。提出用のファイル様式は公表されていないため、この表は読むための表です。',
      '年齢は年度末の年齢（歳）。メタボリックシンドローム判定と保健指導レベルは、届いた判定ではなく、健診の値から計算した判定で数えています。',
    ],
    columns: [
      { head: '性別', width: 9, align: 'left' },
      { head: '番号', width: 9, align: 'left' },
      { head: '項目', width: 0, align: 'left' },
      { head: '確かさ', width: 13, align: 'left' },
      ...bandHeads().map((head, index, { length }) => ({
        head: head.replace('歳', ''),
        width: index === length - 1 ? 21 : 17.5,
        align: 'right',
      })),
    ],
    rows: lines.map(({ sex, number: item, title, mark, cells, isShare }) => [
      ...[sexWords[sex], item, title, mark],
      ...cells.map((cell) =>
        cell === undefined ? '－' : isShare ? cell.toFixed(1) : cell.toLocaleString('ja-JP'),
      ),
    ]),
  };
}

/** The pre-check for `list.typ`: what the files are, what was found, what moved, on what it rests. */
export function paperOfPrecheck(header: DraftHeader, contents: readonly Content[], number: string) {
  const settings = documentSettings(header);
  return {
    ...factsOf(header, number),
    title: '実績報告 事前点検',
    remarks: [
      '提出するファイルは、名前を「提出するときのファイル名」に変えてから使います。中のフォルダー名は変えません。',
      '提出ファイルに XSD フォルダーは入れていません。提出先の案内に従って、国が公開する XSD を加えてください。',
      '「収録せず」の文書は、直すまで提出ファイルに入りません。直した結果を取り込んでから作り直してください。',
    ],
    columns: [
      { head: '区分', width: 24, align: 'left' },
      { head: '内容', width: 98, align: 'left' },
      { head: '件数・値', width: 26, align: 'right' },
      { head: '提出するときのファイル名・直し方', width: 0, align: 'left' },
    ],
    rows: [
      ...contents.map((content) => ['文書', content.title, content.number, content.sentAs]),
      ...findingRows(settings),
      ...changeRows(settings),
      ...settings.told.map(({ ja, value, mark }) => ['前提', ja, value, certainty[mark] ?? mark]),
    ],
  };
}

const certainty: Readonly<Record<string, string>> = {
  A: 'A: 二つ以上の資料で確かめています',
  B: 'B: 一つの資料で確かめています',
  given: '指定された値です',
  M: 'M: 公表資料で確かめていません。提出の前に提出先の案内で確かめてください',
};

function findingRows({ findings }: DocumentSettings): string[][] {
  return findings
    .filter(({ documents }) => documents > 0)
    .map(({ severity, ja, documents, mend }) => [
      severity === 'reject' ? '収録せず' : '要確認',
      ja,
      documents.toLocaleString('ja-JP'),
      mend,
    ]);
}

function changeRows({ changes }: DocumentSettings): string[][] {
  const measures = new Map(statutoryMeasures().map((measure) => [measure.code, measure]));
  return changes.map(({ code, kind, before, now }) => {
    const unit = kind === 'share' ? '％' : '人';
    const shown = (value: number) => (kind === 'share' ? value.toFixed(1) : value.toLocaleString('ja-JP'));
    const { ja = code, shareOf } = measures.get(code) ?? {};
    const base = shareOf === undefined ? '' : `（${measures.get(shareOf)?.ja ?? ''}に占める割合）`;
    return [
      '前年度から',
      kind === 'share' ? `${ja}${base}` : ja,
      `${shown(now)}${unit}`,
      `前年度 ${shown(before)}${unit}。大きく変わった理由を確かめてください。`,
    ];
  });
}

/** What every sheet says about itself (機密区分, 指定番号, 取扱期間, 開示範囲). */
function factsOf(header: DraftHeader, number: string) {
  const [year, month, day] = header.asOf.split('-').map(Number);
  return {
    number,
    confidentiality: '極秘',
    period: `${header.period}年度（作成日 ${year}年${month}月${day}日）`,
    handling: '提出と照会への回答が終わるまで',
    disclosure: header.scope,
  };
}
