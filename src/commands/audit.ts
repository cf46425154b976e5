import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditReport, auditRelease } from '#gate/attack/report.ts';
import { releaseId } from '#release/form.ts';
import { defineCommand } from '#shared/define.ts';
import { errorCodes, UserError } from '#shared/errors.ts';
import { type Home, requireHome } from '#shared/home.ts';
import { auditText } from './audit/text.ts';

export default defineCommand({
  summary: {
    ja: '公開版を、公開ファイルだけを知る外部の人として攻撃する（--home があれば証明も確かめる）',
    en: 'attack a release as an outsider who has its public files only; with a home, check its proof too',
  },
  usage: 'kenpo audit [RELEASE-DIR] [--home DIR]',
  example: 'kenpo audit --home ./society --json',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
  },
  async run({ positionals, options, effects, json }) {
    if (positionals.length > 1) {
      throw new UserError('USAGE', {
        ja: '公開版のフォルダーは1つだけ指定してください。',
        en: 'Name one release folder.',
      });
    }
    const [folder] = positionals;
    const isForeign = folder !== undefined && options['home'] === undefined;
    const home = isForeign ? undefined : requireHome(options['home'], process.env);
    effects.progress(effects.language === 'ja' ? '攻撃しています' : 'attacking', 0);
    const report = await auditRelease(home ? directoryOf(home, folder) : folder!, home);
    effects.output(
      json ? `${JSON.stringify(summaryOf(report))}\n` : `${auditText(report, effects.language)}\n`,
    );
    return report.verdict === 'failure' ? errorCodes.CHECK_FAILED : 0;
  },
});

/** The folder named, else the release or candidate of that id, else the current release. */
function directoryOf(home: Home, name: string | undefined): string {
  if (name !== undefined && !releaseId.safeParse(name).success) return name;
  const id = name ?? (existsSync(home.current) ? readFileSync(home.current, 'utf8').trim() : undefined);
  const places = [home.releases, home.candidates].map((folder) => join(folder, id ?? ''));
  const found = id === undefined || !releaseId.safeParse(id).success ? undefined : places.find(existsSync);
  if (found !== undefined) return found;
  throw new UserError(
    'NOT_FOUND',
    { ja: '調べる公開版がありません。', en: 'There is no release to audit.' },
    {
      hint: {
        ja: 'kenpo release で候補を作るか、公開版のフォルダーを指定してください。',
        en: 'Make a candidate with kenpo release, or name the folder of a release.',
      },
    },
  );
}

function summaryOf({ release, signature, attack, others, unreadable, proof, verdict }: AuditReport) {
  const { cells, hidden, relations, exposed, knownSmall, intervals, contradictions, differences, changed } =
    attack;
  return {
    release,
    signature,
    cells,
    hidden,
    relations,
    exposed,
    known_small: knownSmall,
    tried: intervals.tried,
    safe: intervals.safe,
    safe_in_fractions: intervals.safeInFractions,
    undecided: intervals.undecided,
    contradictions,
    others,
    unreadable,
    changed,
    differences,
    proof: proof ?? { checked: false },
    verdict,
  };
}
