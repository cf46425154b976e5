import { loadSettings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import { requireHome } from '#shared/home.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';
import { makeReports, type Reports } from './report/make.ts';
import { usage } from './report/refusals.ts';
import { makerOf, signInOptions } from './sign-in.ts';

export default defineCommand({
  summary: {
    ja: '公開版から、事業所に渡すレポートを作る（番号付きのPDFとHTML）',
    en: 'make the reports for employers from the current release (numbered PDF and HTML)',
  },
  usage: 'kenpo report employer --period YYYY (--all | --unit CODE) [--by NAME] [--home DIR]',
  example: 'kenpo report employer --period 2025 --all --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    period: { type: 'string', value: 'YYYY', summary: { ja: '年度', en: 'fiscal year' } },
    all: { type: 'boolean', summary: { ja: 'すべての集計単位', en: 'every reporting unit' } },
    unit: {
      type: 'string',
      value: 'CODE',
      summary: { ja: '1つの集計単位の番号', en: 'code of one reporting unit' },
    },
    ...signInOptions,
  },
  async run(invocation) {
    const { positionals, options, effects, json } = invocation;
    const { period, unit, all } = options;
    if (positionals.length !== 1 || positionals[0] !== 'employer') throw usage();
    if (typeof period !== 'string' || !/^\d{4}$/.test(period)) throw usage();
    if ((all === true) === (typeof unit === 'string')) throw usage();
    const home = requireHome(options['home'], process.env);
    const settings = loadSettings(home);
    const maker = await makerOf(home, invocation, settings);
    const order = { period, unit: typeof unit === 'string' ? unit : undefined, maker };
    const made = await makeReports(home, settings, order, effects);
    effects.output(json ? `${JSON.stringify(made)}\n` : toText(made, effects.language));
    return 0;
  },
});

function toText({ period, reports }: Reports, language: Language): string {
  const ja = language === 'ja';
  const head = ja ? ['集計単位', '番号', 'ファイル', '枚数'] : ['unit', 'number', 'file', 'pages'];
  const rows = reports.flatMap(({ unit, files }) =>
    files.map(({ number, file, pages }) => [unit, number, file, String(pages)]),
  );
  const done = ja
    ? `${period}年度のレポートを${reports.length}事業所・区分分作りました（文書台帳に登録済み）。`
    : `${reports.length} reports of fiscal ${period} are ready and in the ledger.`;
  return `${textTable(head, rows)}\n${done}\n`;
}
