import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyChain } from '#office/audit/chain.ts';
import { runChecks } from '#private/models/checks.ts';
import { openForCount } from '#private/warehouse.ts';
import { openRelease } from '#release/read.ts';
import { defineCommand } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { type Home, requireHome } from '#shared/home.ts';
import { readKeyFile } from '#shared/key-file.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';

/** One line of the report: what was verified, whether it holds, and how many of how many failed. */
type Line = {
  readonly area: string;
  readonly name: string;
  readonly ok: boolean;
  readonly failing: number;
  readonly of: number;
};

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
      chainLine(home),
      ...(await releaseLines(home)),
    ];
    const ok = lines.every((line) => line.ok);
    if (json) effects.output(`${JSON.stringify({ ok, checks: lines })}\n`);
    else effects.output(`${report(lines)}\n`);
    return ok ? 0 : new UserError('VERIFY_FAILED', { ja: '', en: '' }).exitCode;
  },
});

async function warehouseLines(home: Home, language: Language): Promise<Line[]> {
  if (!existsSync(home.warehouse)) return [];
  const warehouse = await openForCount(home.warehouse, home.tmp);
  try {
    const checks = await runChecks(warehouse);
    return checks.map(({ title, ok, failing, of }) => ({
      area: '突合と検査',
      name: title[language],
      ok,
      failing,
      of,
    }));
  } finally {
    warehouse.close();
  }
}

function chainLine(home: Home): Line {
  const chain = verifyChain(home.office);
  const failing = chain.broken === undefined ? 0 : chain.events - chain.broken + 1;
  return { area: '監査証跡', name: 'つながりが切れていない', ok: failing === 0, failing, of: chain.events };
}

async function releaseLines(home: Home): Promise<Line[]> {
  const key = readKeyFile(home, 'release.pub');
  const trusted = existsSync(home.releaseKey) && readFileSync(home.releaseKey, 'utf8') === key;
  const lines = [line('公開側の鍵が、この組合の鍵と同じ', trusted)];
  const ids = existsSync(home.releases) ? readdirSync(home.releases).sort() : [];
  for (const id of ids) {
    lines.push(line(`${id} の署名と中身`, await holds(() => openRelease(join(home.releases, id), key, id))));
  }
  return lines;
}

function line(name: string, ok: boolean): Line {
  return { area: '公開版', name, ok, failing: ok ? 0 : 1, of: 1 };
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

function report(lines: readonly Line[]): string {
  const rows = lines.map(({ area, name, ok, failing, of }) => [
    `${ok ? '○' : '×'} ${area}: ${name}`,
    String(failing),
    String(of),
  ]);
  const bad = lines.filter((line) => !line.ok).length;
  const closing =
    bad === 0
      ? 'すべて正しいことを確かめました。'
      : `${bad} 件が正しくありません。× の行を直してください。データは変えていません。`;
  return `${textTable(['確かめたこと', '不合格', '対象'], rows)}\n\n${closing}`;
}
