import { textTable } from '#shared/width.ts';
import { coordinatesOf, figureId } from './coordinates.ts';
import type { Counted } from './count/count.ts';
import type { Society } from './count/society.ts';
import { type Reason, reasons } from './primary.ts';
import type { Protected } from './protect.ts';
import { codesOf, countedMeasures, type Figure, marginsFor } from './tables/cells.ts';

/** The private account of what a release hides and why (開示報告). It never leaves `private/proofs/`. */
export type DisclosureReport = {
  readonly release: string;
  readonly figures: number;
  readonly primary: number;
  readonly secondary: number;
  readonly audited: number;
  readonly provedByLpOnly: number;
  readonly analyses: readonly {
    readonly name: string;
    readonly shown: number;
    readonly hidden: number;
    /** Share of each measure that lies in hidden cells of the finest tables. */
    readonly losses: readonly {
      readonly table: string;
      readonly measure: string;
      readonly kind: 'persons' | 'sum';
      readonly unit: string;
      readonly hidden: number;
      readonly all: number;
    }[];
  }[];
  /** Of all hidden figures, and of the differences nobody prints (complements). */
  readonly reasons: Readonly<Record<string, number>>;
  readonly cells: readonly { readonly id: string; readonly role: string; readonly reason: string }[];
};

/** Puts the report together from the protected system. */
export function disclosureReport(
  release: string,
  counted: readonly Counted[],
  society: Society,
  figures: ReadonlyMap<string, Figure>,
  result: Protected,
): DisclosureReport {
  const printed = [...figures.values()].filter((figure) => !figure.impossible);
  const role = (figure: Figure) => result.hidden.get(figure.id)?.role;
  return {
    release,
    figures: printed.length,
    primary: printed.filter((figure) => role(figure) === 'primary').length,
    secondary: printed.filter((figure) => role(figure) === 'secondary').length,
    audited: result.audited,
    provedByLpOnly: result.provedByLpOnly,
    analyses: counted.map((one) => {
      const own = printed.filter((figure) => figure.printedIn.includes(one.analysis.name));
      const away = own.filter((figure) => result.hidden.has(figure.id)).length;
      return {
        name: one.analysis.name,
        shown: own.length - away,
        hidden: away,
        losses: lossesOf(one, society, figures, result),
      };
    }),
    reasons: countBy([...result.hidden.values()].map(({ reason }) => reason)),
    cells: [...result.hidden]
      .map(([id, fate]) => ({ id, role: fate.role, reason: fate.reason }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function lossesOf(
  { analysis: { contract }, periods }: Counted,
  society: Society,
  figures: ReadonlyMap<string, Figure>,
  result: Protected,
): DisclosureReport['analyses'][number]['losses'] {
  return contract.tables.flatMap((table) =>
    countedMeasures(contract).flatMap(([, measure]) => {
      const finest = marginsFor(contract, measure).find(
        (margin) => margin.length === table.length && margin.every((name) => table.includes(name)),
      );
      if (finest === undefined) return [];
      const cells = coordinatesOf(finest, (name) => codesOf(contract, society, name)).flatMap((at) =>
        periods.map((period) => figures.get(figureId(measure, period, at))!),
      );
      const sum = (some: readonly Figure[]) => some.reduce((all, figure) => all + figure.value, 0);
      const hidden = cells.filter((figure) => result.hidden.has(figure.id));
      const { kind, title, unit } = measure;
      const words = { table: finest.join('×'), measure: title.ja, kind, unit: unit.en };
      return [{ ...words, hidden: sum(hidden), all: sum(cells) }];
    }),
  );
}

function countBy(words: readonly string[]): Record<string, number> {
  const groups = [...Map.groupBy(words, (word) => word)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(groups.map(([word, all]) => [word, all.length]));
}

/** Why a figure is hidden besides the rules of `reasons`; private likewise. */
export const secondaryWords: Readonly<Record<string, string>> = {
  protects: 'ほかの非表示の値を守る',
  equal: '非表示の値と同じ数字',
  'hidden-before': '前の公開版で非表示',
  tied: '組になる数字（人数と延べ月数など）が非表示',
  small_group: '表示している値を引くと、少ない人数の合計が分かる',
};

/** The same report for reading. */
export function reportMarkdown(report: DisclosureReport): string {
  const reasonWords = (code: string) => reasons[code as Reason] ?? secondaryWords[code] ?? code;
  const percent = (part: number, all: number) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)}%`);
  const block = (header: string[], rows: string[][]) => `\`\`\`\n${textTable(header, rows)}\n\`\`\``;
  return [
    `# 開示報告（内部資料） ${report.release}`,
    'この報告は、どの数字をなぜ隠したかを書いたものです。組合の外へ出さないでください。',
    `- 数字 ${report.figures}　表示 ${report.figures - report.primary - report.secondary}　非表示 ${report.primary + report.secondary}（規則による ${report.primary}、それを守るため ${report.secondary}）`,
    `- 監査した数字 ${report.audited}　守れていない数字 0　整数の証拠がない数字 ${report.provedByLpOnly}`,
    '## 分析ごと',
    block(
      ['分析', '表示', '非表示'],
      report.analyses.map(({ name, shown, hidden }) => [name, String(shown), String(hidden)]),
    ),
    '## 理由ごと',
    block(
      ['理由', '数'],
      Object.entries(report.reasons).map(([code, count]) => [reasonWords(code), String(count)]),
    ),
    '## いちばん細かい表で見えなくなる量',
    block(
      ['分析', '表', '項目', '割合'],
      report.analyses.flatMap(({ name, losses }) =>
        losses.map(({ table, measure, hidden, all }) => [name, table, measure, percent(hidden, all)]),
      ),
    ),
    '## 粗くするとよいところ',
    '割合が大きい表は、年齢などの区分を粗くするか、次元を1つ減らすと、表示できる数字が増えます。',
    '',
  ].join('\n\n');
}
