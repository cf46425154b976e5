import { type Counts, type Figures, type Sex, sexes, shareOf } from '#private/statutory/figures.ts';
import type { StatutoryReport } from '#private/statutory/make.ts';
import { unreportedReasons } from '#private/statutory/unreported.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';

/** Totals, pre-check and what is next, for the private terminal. */
export function statutoryText(report: StatutoryReport, language: Language): string {
  const ja = language === 'ja';
  const { id, year, asOf, dueOn, isOver, documents, waiting } = report;
  const { checkup, guidance } = documents;
  const lines = [
    ja
      ? `${year}年度の実績報告の下書き ${id} を作りました（作成日 ${asOf}、提出期限 ${dueOn}）。`
      : `Draft ${id} of the report of fiscal ${year} (made ${asOf}, due ${dueOn}).`,
    ...(isOver ? [] : [runningText(language)]),
    '',
    figuresTable(report, language),
    '',
    precheckTable(report, language),
    '',
    ...changesOf(report, language),
    ja
      ? `提出ファイルに入る人: 特定健診 ${figure(checkup.written)} 人、特定保健指導 ${figure(guidance.written)} 人。直すまで入らない人: ${figure(checkup.held)} 人、${figure(guidance.held)} 人。`
      : `Documents to be written: ${figure(checkup.written)} checkups, ${figure(guidance.written)} courses of guidance; held back: ${figure(checkup.held)} and ${figure(guidance.held)}.`,
    ...unreportedText(report, language),
    ...(waiting.checkup + waiting.guidance > 0 ? [waitingText(report, language)] : []),
    ja
      ? '※ 様式の一部は公表資料で確かめられていません（確かさ B・M。--json の settings と、印刷した「事前点検」にあります）。'
      : 'Parts of the form are not confirmed by public papers (marks B and M; see settings in --json and the printed pre-check).',
    ja
      ? `→ ほかの登録者が kenpo confirm ${id} で確認すると、kenpo print ${id} で集計表と提出ファイルができます。`
      : `→ When another registered person has confirmed it (kenpo confirm ${id}), kenpo print ${id} makes the table and the archives.`,
  ];
  return `${lines.join('\n')}\n`;
}

function figuresTable({ measures, figures }: StatutoryReport, language: Language): string {
  const total = (sex: Sex) => totals(figures, sex);
  const rows = measures.map((measure) => [
    measure[language],
    measure.mark,
    ...sexes.map((sex) => figure(total(sex)[measure.code] ?? 0)),
    percent(shareOf(measure, total('both'))),
  ]);
  const head =
    language === 'ja'
      ? ['集計', '確かさ', '計', '男', '女', '割合']
      : ['figures', 'mark', 'both', 'men', 'women', 'share'];
  return textTable(head, rows);
}

function precheckTable({ findings }: StatutoryReport, language: Language): string {
  const ja = language === 'ja';
  const kinds = { reject: ja ? '収録せず' : 'held back', check: ja ? '要確認　' : 'to check ' };
  const rows = findings
    .filter(({ documents }) => documents > 0)
    .map(({ check, documents }) => [
      `${kinds[check.severity]} ${check[language]}`,
      check.code,
      figure(documents),
    ]);
  const head = ja ? ['事前点検', '符号', '件数'] : ['pre-check', 'code', 'documents'];
  return rows.length > 0
    ? textTable(head, rows)
    : { ja: '事前点検で見つかったものはありません。', en: 'The pre-check found nothing.' }[language];
}

function changesOf({ changes, measures }: StatutoryReport, language: Language): string[] {
  return changes.map(({ code, kind, before, now }) => {
    const title = measures.find((measure) => measure.code === code)?.[language] ?? code;
    const shown = (value: number) => (kind === 'share' ? percent(value) : figure(value));
    return language === 'ja'
      ? `前年度から大きく変わりました: ${title} ${shown(before)} → ${shown(now)}`
      : `Far from last year: ${title} ${shown(before)} → ${shown(now)}`;
  });
}

function runningText(language: Language): string {
  return {
    ja: 'この年度はまだ終わっていません。途中の数です。',
    en: 'This fiscal year is not over: the figures are those so far.',
  }[language];
}

function unreportedText({ unreported }: StatutoryReport, language: Language): string[] {
  const reasons = Object.entries(unreported)
    .filter(([, persons]) => persons > 0)
    .map(([reason, persons]) => `${unreportedReasons[reason]?.[language] ?? reason} ${figure(persons)}`);
  if (reasons.length === 0) return [];
  return language === 'ja'
    ? [`受診していて報告しない人: ${reasons.join('、')}。`]
    : [`Examined and not reported: ${reasons.join(', ')}.`];
}

function waitingText({ waiting }: StatutoryReport, language: Language): string {
  return language === 'ja'
    ? `確定を待っている結果があり、まだ入っていません: 特定健診 ${figure(waiting.checkup)} 件、特定保健指導 ${figure(waiting.guidance)} 件（kenpo accept）。`
    : `Results that wait to be confirmed are not in it: ${figure(waiting.checkup)} checkups, ${figure(waiting.guidance)} of guidance (kenpo accept).`;
}

function totals(figures: readonly Figures[], sex: Sex): Counts {
  return figures.find((one) => one.sex === sex && one.band === 'total')?.counts ?? {};
}

function figure(value: number): string {
  return value.toLocaleString('ja-JP');
}

function percent(share: number | undefined): string {
  return share === undefined ? '' : `${share.toFixed(1)}%`;
}
