import { previewK, previewSteps, type Shares, type Step } from '#gate/preview.ts';
import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';

const words = {
  header: {
    ja: ['分析', 'k', '数字', '非表示', '人数', '金額'],
    en: ['analysis', 'k', 'figures', 'hidden', 'persons', 'yen'],
  },
  about: {
    ja: '内部資料です。組合の外へ出さないでください。何も公開していません。\n過去の公開版がないものとして、k ごとに、隠れる数字・人数・金額の割合を示します（人数と金額は、いちばん細かい表のうち隠れる割合）。',
    en: 'Private: do not hand this out. Nothing was published.\nShares of figures, persons and yen hidden at each k, as if nothing had been published before (persons and yen: of the finest tables).',
  },
  closing: {
    ja: 'k は society.toml の publication で大きくできます（10 未満にはできません。公開した後で小さくすることもできません）。',
    en: 'Raise k in [publication] of society.toml; it cannot be less than 10, nor be lowered after a release.',
  },
} as const;

/** `kenpo release --preview-k`: what each k would hide, on the private terminal. @throws {UserError} USAGE */
export async function preview(
  home: Home,
  settings: Settings,
  asked: string,
  effects: Effects,
  json: boolean,
): Promise<void> {
  const steps = await previewK(home, settings, stepsOf(asked), effects);
  effects.output(
    json ? `${JSON.stringify({ steps: steps.map(rounded) })}\n` : textOf(steps, effects.language),
  );
}

function stepsOf(asked: string): readonly number[] {
  const ks = [...new Set(asked.split(',').map((word) => Number(word.trim())))].sort((a, b) => a - b);
  if (ks.every((k) => previewSteps.includes(k))) return ks;
  throw new UserError(
    'USAGE',
    {
      ja: `--preview-k には ${previewSteps.join('、')} のどれかを、コンマで区切って指定してください。`,
      en: `--preview-k takes some of ${previewSteps.join(', ')}, separated by commas.`,
    },
    {
      hint: {
        ja: '例: kenpo release --preview-k 5,10,20。これより細かい刻みでは見られません。',
        en: 'For example: kenpo release --preview-k 5,10,20. There are no finer steps.',
      },
    },
  );
}

function rounded({ k, analyses, refused }: Step) {
  return {
    k,
    ...(refused && { refused }),
    analyses: analyses.map(({ name, cells, hidden, persons, yen }) => ({
      name,
      cells,
      hidden,
      share: round(hidden / cells),
      persons_share: persons === undefined ? null : round(persons),
      yen_share: yen === undefined ? null : round(yen),
    })),
  };
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function textOf(steps: readonly Step[], language: Language): string {
  const names = [...new Set(steps.flatMap(({ analyses }) => analyses.map(({ name }) => name)))];
  const rows = names.flatMap((name) =>
    steps.flatMap(({ k, analyses }) =>
      analyses.filter((one) => one.name === name).map((one) => [name, String(k), ...columnsOf(one)]),
    ),
  );
  const refused = steps.flatMap(({ k, refused: code }) => (code ? [`× k = ${k}: ${code}`] : []));
  return `${[words.about[language], textTable(words.header[language], rows), ...refused, words.closing[language]].join('\n')}\n`;
}

function columnsOf({ cells, hidden, persons, yen }: Shares): string[] {
  const percent = (share: number | undefined) => (share === undefined ? '–' : `${(100 * share).toFixed(1)}%`);
  return [cells.toLocaleString('en'), percent(hidden / cells), percent(persons), percent(yen)];
}
