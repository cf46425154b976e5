import { loadSettings } from '#shared/config.ts';
import type { Invocation } from '#shared/define.ts';
import { requireHome } from '#shared/home.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';
import { makerOf } from '../sign-in.ts';
import { makeReports, type Reports } from './make.ts';
import { usage } from './refusals.ts';

/** `kenpo report employer`. @throws {UserError} USAGE and those of `makeReports` */
export async function reportEmployers(invocation: Invocation): Promise<number> {
  const { options, effects, json } = invocation;
  const { period, unit, all } = options;
  if (typeof period !== 'string' || !/^\d{4}$/.test(period)) throw usage();
  if ((all === true) === (typeof unit === 'string')) throw usage();
  const home = requireHome(options['home'], process.env);
  const settings = loadSettings(home);
  const maker = await makerOf(home, invocation, settings);
  const order = { period, unit: typeof unit === 'string' ? unit : undefined, maker };
  const made = await makeReports(home, settings, order, effects);
  effects.output(json ? `${JSON.stringify(made)}\n` : toText(made, effects.language));
  return 0;
}

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
