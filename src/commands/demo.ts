import { existsSync, rmSync } from 'node:fs';
import { sampleDefaults } from '#sample-data/defaults.ts';
import { reportFailure } from '#shared/cli/report.ts';
import { loadSettings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import { type Home, homeOf } from '#shared/home.ts';
import type { Demo } from './demo/make.ts';
import { type Choice, releasedDemo } from './demo/marker.ts';
import { documentsText } from './demo/words.ts';
import serve from './serve.ts';

export default defineCommand({
  summary: {
    ja: '見本の組合を作り、取り込みから画面までを一度に見せる',
    en: 'everything on a generated society, then serve it',
  },
  usage: 'kenpo demo [--members N] [--months N] [--seed N] [--home DIR] [--port N] [--no-serve]',
  example: 'kenpo demo --members 3000 --months 12 --home ./demo-society --no-serve --json',
  options: {
    home: {
      type: 'string',
      value: 'DIR',
      summary: {
        ja: '見本の組合のフォルダー（既定 ./demo-society）',
        en: 'home of the demo (default ./demo-society)',
      },
    },
    members: {
      type: 'string',
      value: 'N',
      summary: { ja: '加入者の数（既定 10000）', en: 'members (default 10000)' },
    },
    months: {
      type: 'string',
      value: 'N',
      summary: {
        ja: '診療月の数（既定 30、2024年4月から）',
        en: 'months of care (default 30, from 2024-04)',
      },
    },
    seed: { type: 'string', value: 'N', summary: { ja: '乱数の種（既定 1）', en: 'seed (default 1)' } },
    port: { type: 'string', value: 'N', summary: { ja: '画面の番号（ポート）', en: 'port of the pages' } },
    'no-serve': { type: 'boolean', summary: { ja: '画面は出さない', en: 'do not serve' } },
  },
  async run(invocation) {
    const { options, effects, json } = invocation;
    const home = homeOf(typeof options['home'] === 'string' ? options['home'] : 'demo-society');
    const choice = {
      members: wholeNumber(options['members'], 'members', sampleDefaults.members, 100, 2_000_000),
      months: wholeNumber(options['months'], 'months', sampleDefaults.months, 1, 120),
      seed: wholeNumber(options['seed'], 'seed', sampleDefaults.seed, 0, 2 ** 31),
    };
    const { finished } = await begin(home, choice, effects);
    if (options['no-serve']) {
      const result = await finished;
      effects.output(json ? `${JSON.stringify(result)}\n` : await documentsText(result, effects.language));
      return 0;
    }
    finished
      .then(async (result) => effects.log(await documentsText(result, effects.language)))
      .catch((error: unknown) => reportFailure(error, effects, false));
    return serve.run({ ...invocation, options: { home: home.root, port: options['port'] } });
  },
});

/**
 * The demo of a home: as it is, with the documents it lacks, or made anew; what an interrupted one left behind goes first.
 * The generator is loaded only when it is needed. `finished` comes later than the release, so that pages are not waited for.
 */
async function begin(home: Home, choice: Choice, effects: Effects): Promise<Demo> {
  const result = releasedDemo(home, choice);
  if (result !== undefined && result.documents.length > 0)
    return { released: result, finished: Promise.resolve(result) };
  const { makeDemo, resumeDemo } = await import('./demo/make.ts');
  if (result !== undefined) return resumeDemo(home, choice, result, effects);
  clearDemo(home);
  return makeDemo(home, choice, sampleDefaults.firstMonth, effects);
}

/** Removes an older demo; a home that is not a demo is never touched. */
function clearDemo(home: Home): void {
  if (!existsSync(home.root)) return;
  if (existsSync(home.settings) && loadSettings(home).society.demo) {
    for (const path of [home.private, home.officeDirectory, home.public, home.settings])
      rmSync(path, { recursive: true, force: true });
    return;
  }
  if (existsSync(home.settings)) {
    throw new UserError(
      'DEMO_HOME_ONLY',
      {
        ja: 'このフォルダーは見本の組合ではありません。何も変えていません。',
        en: 'This home is not a demo. Nothing was changed.',
      },
      { hint: { ja: '--home に別のフォルダーを指定してください。', en: 'Choose another --home.' } },
    );
  }
}

function wholeNumber(
  option: string | boolean | undefined,
  name: string,
  fallback: number,
  least: number,
  most: number,
): number {
  if (option === undefined) return fallback;
  const value = Number(option);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UserError('USAGE', {
    ja: `--${name} は ${least} から ${most} までの整数で指定してください。`,
    en: `--${name} must be a whole number from ${least} to ${most}.`,
  });
}
