import { type Candidate, makeRelease } from '#gate/release.ts';
import { appendAudit } from '#office/audit/chain.ts';
import { loadSettings, type Settings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import type { Effects } from '#shared/effects.ts';
import { sha256 } from '#shared/fingerprint.ts';
import { type Home, requireHome } from '#shared/home.ts';
import { textTable } from '#shared/width.ts';
import { preview } from './release/preview.ts';
import { makerOf, signInOptions } from './sign-in.ts';

export default defineCommand({
  summary: {
    ja: '個人が分からないように守り、署名した公開候補を作る',
    en: 'count, protect and sign a candidate release',
  },
  usage: 'kenpo release [--preview-k 5,10,20] [--by NAME] [--passphrase-file FILE] [--home DIR]',
  example: 'kenpo release --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    'preview-k': {
      type: 'string',
      value: '5,10,20',
      summary: {
        ja: '公開候補を作らず、k ごとに隠れる割合を見る（内部資料）',
        en: 'make no candidate; show privately what each k would hide',
      },
    },
    ...signInOptions,
  },
  async run(invocation) {
    const { options, effects, json } = invocation;
    const home = requireHome(options['home'], process.env);
    const settings = loadSettings(home);
    const ks = options['preview-k'];
    if (typeof ks === 'string') {
      await preview(home, settings, ks, effects, json);
      return 0;
    }
    const maker = await makerOf(home, invocation, settings);
    const candidate = await recordRelease(home, settings, maker, effects);
    effects.output(json ? `${JSON.stringify(summaryOf(candidate))}\n` : textOf(candidate, effects));
    return 0;
  },
});

/** `makeRelease`, entered in the audit chain. @param maker id of a registered person, `operator` or `schedule` */
export async function recordRelease(
  home: Home,
  settings: Settings,
  maker: string,
  effects: Effects,
): Promise<Candidate> {
  const candidate = await makeRelease(home, settings, effects);
  appendAudit(home.office, {
    at: effects.now().toISOString(),
    actor: maker,
    action: 'release',
    subject: candidate.id,
    digest: sha256(JSON.stringify(candidate.manifest)),
  });
  return candidate;
}

function summaryOf({ id, directory, manifest, reportPath }: Candidate) {
  const analyses = manifest.analyses.map(({ name, periods, shown, hidden }) => ({
    name,
    periods,
    shown,
    hidden,
  }));
  return { id, directory, report: reportPath, analyses };
}

function textOf({ id, manifest, reportPath }: Candidate, { language }: Effects): string {
  const rows = manifest.analyses.map(({ title, shown, hidden }) => [
    title[language],
    shown.toLocaleString('en'),
    hidden.toLocaleString('en'),
  ]);
  return language === 'ja'
    ? `公開候補 ${id} を作りました。まだ公開していません。\n${textTable(['分析', '表示', '非表示'], rows)}\n開示報告（内部資料）: ${reportPath}\n次にすること: 開示報告を確かめてから kenpo approve ${id}\n`
    : `Candidate ${id} is ready; it is not public yet.\n${textTable(['Analysis', 'Shown', 'Hidden'], rows)}\nPrivate disclosure report: ${reportPath}\nNext: read the report, then kenpo approve ${id}\n`;
}
