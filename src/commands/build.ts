import { appendAudit } from '#office/audit/chain.ts';
import { type BuildReport, build } from '#private/models/build.ts';
import { loadSettings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import { requireHome } from '#shared/home.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';
import { waitingLines } from './accept/words.ts';

export default defineCommand({
  summary: {
    ja: '取り込んだデータから集計の元になる表を作り、検査する',
    en: 'build and check the tables behind the analyses',
  },
  usage: 'kenpo build [--home DIR] [--json]',
  example: 'kenpo build --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
  },
  async run({ options, effects, json }) {
    const home = requireHome(options['home'], process.env);
    const report = await build(home, loadSettings(home), effects);
    appendAudit(home.office, {
      at: effects.now().toISOString(),
      actor: 'system',
      action: 'build',
      subject: 'core',
    });
    effects.output(json ? `${JSON.stringify(report)}\n` : `${describe(report, effects.language)}\n`);
    return report.checks.every((check) => check.ok) ? 0 : 11;
  },
});

function describe({ models, checks, waiting, seconds }: BuildReport, language: Language): string {
  const ja = language === 'ja';
  const number = (value: number) => value.toLocaleString('ja-JP');
  const tables = models.filter((model) => model.rows !== null);
  const failed = checks.filter((check) => !check.ok);
  const rows = tables.map((model) => [model.name, number(model.rows ?? 0), model.seconds.toFixed(2)]);
  return [
    textTable(ja ? ['表', '行', '秒'] : ['table', 'rows', 'seconds'], rows),
    '',
    ...failed.map((check) => `✗ ${check.title[language]}: ${number(check.failing)} / ${number(check.of)}`),
    ja
      ? `検査 ${checks.length} 件のうち ${checks.length - failed.length} 件に問題はありません（${seconds.toFixed(1)}秒）。`
      : `${checks.length - failed.length} of ${checks.length} checks are fine (${seconds.toFixed(1)} s).`,
    ...waitingLines(waiting, language),
    ...(failed.length === 0
      ? []
      : [
          ja
            ? '→ 問題のある検査が直るまで、公開の手続きには進まないでください。取り込みの一覧（kenpo ingest）で隔離や重複を確かめてください。'
            : '→ Do not release before the failed checks are mended; look at the reconciliation of kenpo ingest first.',
        ]),
  ].join('\n');
}
