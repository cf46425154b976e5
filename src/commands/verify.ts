import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unsignedConfirmations } from '#private/intake/confirmation.ts';
import { runChecks } from '#private/models/checks.ts';
import { openForCount } from '#private/warehouse.ts';
import { openRelease } from '#release/read.ts';
import { defineCommand } from '#shared/define.ts';
import { errorCodes, UserError } from '#shared/errors.ts';
import { type Home, requireHome } from '#shared/home.ts';
import { readKeyFile } from '#shared/key-file.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';
import { documentLines } from './verify/documents.ts';
import { type Line, line } from './verify/line.ts';
import { officeLines } from './verify/office.ts';

const areas = {
  checks: { ja: '突合と検査', en: 'reconciliation and checks' },
  releases: { ja: '公開版', en: 'releases' },
} as const;

const words = {
  built: {
    ja: '取り込んだデータから集計の表を作ってある（kenpo build）',
    en: 'the tables are built (kenpo build)',
  },
  confirmed: {
    ja: '健診・保健指導のファイルの確定が、すべて監査証跡にある',
    en: 'every confirmation of a file of checkups or guidance is in the audit chain',
  },
  sameKey: { ja: '公開側の鍵が、この組合の鍵と同じ', en: 'the public key is the key of this society' },
  signed: { ja: '署名と中身', en: 'signature and content' },
  header: { ja: ['確かめたこと', '不合格', '対象'], en: ['verified', 'failing', 'of'] },
} as const;

export default defineCommand({
  summary: {
    ja: '突合・検査・監査証跡・署名をすべて確かめる',
    en: 'verify conservation, checks, audit chain and signatures',
  },
  usage: 'kenpo verify [--home DIR]',
  example: 'kenpo verify --home ./society --json',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
  },
  async run({ options, effects, json }) {
    const home = requireHome(options['home'], process.env);
    const lines = [
      ...(await warehouseLines(home, effects.language)),
      ...officeLines(home, effects.language),
      ...documentLines(home, effects.language),
      ...(await releaseLines(home, effects.language)),
    ];
    const ok = lines.every((line) => line.ok);
    if (json) effects.output(`${JSON.stringify({ ok, checks: lines })}\n`);
    else effects.output(`${report(lines, effects.language)}\n`);
    return ok ? 0 : errorCodes.CHECK_FAILED;
  },
});

async function warehouseLines(home: Home, language: Language): Promise<Line[]> {
  if (!existsSync(home.warehouse)) return [];
  const warehouse = await openForCount(home.warehouse, home.tmp);
  try {
    const area = areas.checks[language];
    const [built] = await warehouse.rows(
      "select count(*) as tables from information_schema.tables where table_schema = 'core'",
    );
    if (built?.['tables'] === 0) return [line(area, words.built[language], false)];
    const checks = await runChecks(warehouse);
    const { failing: unsigned, of: confirmed } = await unsignedConfirmations(warehouse, home);
    return [
      ...checks.map(({ title, ok, failing, of }) => ({ area, name: title[language], ok, failing, of })),
      { ...line(area, words.confirmed[language], unsigned === 0, confirmed), failing: unsigned },
    ];
  } finally {
    warehouse.close();
  }
}

async function releaseLines(home: Home, language: Language): Promise<Line[]> {
  const key = readKeyFile(home, 'release.pub');
  const trusted = existsSync(home.releaseKey) && readFileSync(home.releaseKey, 'utf8') === key;
  const area = areas.releases[language];
  const lines = [line(area, words.sameKey[language], trusted)];
  const ids = existsSync(home.releases) ? readdirSync(home.releases).sort() : [];
  for (const id of ids) {
    const whole = await holds(() => openRelease(join(home.releases, id), key, id));
    lines.push(line(area, `${id}: ${words.signed[language]}`, whole));
  }
  return lines;
}

async function holds(check: () => Promise<unknown>): Promise<boolean> {
  try {
    await check();
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

function report(lines: readonly Line[], language: Language): string {
  const rows = lines.map(({ area, name, ok, failing, of }) => [
    `${ok ? '○' : '×'} ${area}: ${name}`,
    String(failing),
    String(of),
  ]);
  const bad = lines.filter((line) => !line.ok).length;
  const closing = {
    ja:
      bad === 0
        ? 'すべて正しいことを確かめました。'
        : `${bad} 件が正しくありません。× の行を直してください。データは変えていません。`,
    en:
      bad === 0
        ? 'Everything was verified and is right.'
        : `${bad} of these are wrong. Mend the lines marked ×. No data was changed.`,
  }[language];
  return `${textTable(words.header[language], rows)}\n\n${closing}`;
}
