import { type IngestReport, ingest } from '#private/intake/ingest.ts';
import { quarantineTable, reconciliationTable, setAsideTable } from '#private/intake/report.ts';
import { loadSettings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import { requireHome } from '#shared/home.ts';
import type { Language } from '#shared/text.ts';
import { waitingLines } from './accept/words.ts';

export default defineCommand({
  summary: {
    ja: 'ファイルを取り込み、受け取った量と突き合わせる',
    en: 'take files in and reconcile them with what came',
  },
  usage: 'kenpo ingest [PATH…] [--home DIR]',
  example: 'kenpo ingest --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
  },
  async run({ positionals, options, effects, json }) {
    const home = requireHome(options['home'], process.env);
    const report = await ingest(home, loadSettings(home), positionals, effects);
    effects.output(
      json ? `${JSON.stringify(toJson(report, effects.language))}\n` : toText(report, effects.language),
    );
    return report.counts.refused > 0 ? 10 : 0;
  },
});

function toText(
  { files, reconciliation, quarantined, setAside, waiting, counts }: IngestReport,
  language: Language,
): string {
  const refused = files.flatMap(({ error }) =>
    error ? [`✕ ${error.text[language]}${error.hint ? `\n  → ${error.hint[language]}` : ''}`] : [],
  );
  const summary =
    language === 'ja'
      ? `取り込み ${counts.taken} 件、取り込み済み ${counts.already} 件、受け取らなかったもの ${counts.refused} 件（ファイル）`
      : `files: ${counts.taken} taken in, ${counts.already} already there, ${counts.refused} refused`;
  const title = language === 'ja' ? '突き合わせ（これまでの全部）' : 'Reconciliation (everything so far)';
  const table =
    reconciliation.length > 0 ? [`\n${title}`, reconciliationTable(reconciliation, language)] : [];
  const aside = quarantined.length > 0 ? [`\n${quarantineTable(quarantined, language)}`] : [];
  const rows = setAside.length > 0 ? [`\n${setAsideTable(setAside, language)}`] : [];
  return `${[...refused, summary, ...table, ...aside, ...rows, ...waitingLines(waiting, language)].join('\n')}\n`;
}

function toJson(
  { files, reconciliation, quarantined, setAside, waiting, counts }: IngestReport,
  language: Language,
) {
  return {
    counts,
    reconciliation: reconciliation.map(({ title: _, ...row }) => row),
    quarantined,
    setAside,
    waiting,
    files: files.map(({ error, ...file }) => ({
      ...file,
      ...(error
        ? {
            error: {
              code: error.code,
              message: error.text[language],
              ...(error.hint ? { hint: error.hint[language] } : {}),
            },
          }
        : {}),
    })),
  };
}
