import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { examplePurposes } from '#office/settings-template.ts';
import { ingest } from '#private/intake/ingest.ts';
import { build } from '#private/models/build.ts';
import { generateSociety } from '#sample-data/generate.ts';
import { loadSettings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import { type Home, homeOf } from '#shared/home.ts';
import type { Month } from '#shared/month.ts';
import { recordApproval } from './approve.ts';
import { initialiseHome } from './init.ts';
import { recordRelease } from './release.ts';
import serve from './serve.ts';

const defaults = { members: 10_000, months: 30, seed: 1, firstMonth: '2024-04' as Month };

/** What `private/sample/demo.json` remembers of a finished demo; a second start with the same choice reuses it. */
const finished = z.object({
  choice: z.object({ members: z.number(), months: z.number(), seed: z.number() }),
  result: z.object({
    home: z.string(),
    release: z.string(),
    counts: z.record(z.string(), z.union([z.number(), z.string()])),
    seconds: z.record(z.string(), z.number()),
  }),
});

type Finished = z.infer<typeof finished>;

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
      members: wholeNumber(options['members'], 'members', defaults.members, 100, 2_000_000),
      months: wholeNumber(options['months'], 'months', defaults.months, 1, 120),
      seed: wholeNumber(options['seed'], 'seed', defaults.seed, 0, 2 ** 31),
    };
    const result = reusable(home, choice) ?? (await makeDemo(home, choice, effects));
    if (options['no-serve']) {
      effects.output(json ? `${JSON.stringify(result)}\n` : `${result.home}\n`);
      return 0;
    }
    return serve.run({ ...invocation, options: { home: home.root, port: options['port'] } });
  },
});

/** Generates, takes in, builds, releases and approves; what an interrupted demo left behind is made anew. */
async function makeDemo(
  home: Home,
  choice: Finished['choice'],
  effects: Effects,
): Promise<Finished['result']> {
  clearDemo(home);
  const seconds: Record<string, number> = {};
  const step = async <T>(name: string, title: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    effects.log(title);
    const value = await work();
    seconds[name] = Math.round((performance.now() - start) / 10) / 100;
    return value;
  };
  const society = {
    name: 'みほん電機健康保険組合（架空）',
    insurerNumber: '06999991',
    demo: true,
    purposes: examplePurposes,
  };
  await initialiseHome(home, society, effects);
  const planted = await step('generate', '1/5 見本の組合を作っています（すべて架空の人と会社です）', () =>
    generateSociety(
      {
        ...choice,
        firstMonth: defaults.firstMonth,
        inbox: home.inbox,
        planted: join(home.sample, 'planted.json'),
      },
      effects,
    ),
  );
  const settings = loadSettings(home);
  const intake = await step('ingest', '2/5 ファイルを読み取り、突き合わせています', () =>
    ingest(home, settings, [home.inbox], effects),
  );
  await step('build', '3/5 集計の土台を作り、検査しています', () => build(home, settings, effects));
  const candidate = await step('release', '4/5 個人が分からないように守り、証明しています', () =>
    recordRelease(home, settings, effects),
  );
  await step('approve', '5/5 公開版に署名し、切り替えています', () =>
    recordApproval(home, candidate.id, effects),
  );
  const result = {
    home: home.root,
    release: candidate.id,
    counts: {
      members: choice.members,
      months: choice.months,
      firstMonth: planted.firstMonth,
      lastMonth: planted.lastMonth,
      ...intake.counts,
    },
    seconds,
  };
  writeFileSync(markerOf(home), JSON.stringify({ choice, result }));
  return result;
}

function markerOf(home: Home): string {
  return join(home.sample, 'demo.json');
}

/** The finished demo of this home, if it is the one asked for. */
function reusable(home: Home, choice: Finished['choice']): Finished['result'] | undefined {
  if (!existsSync(markerOf(home)) || !existsSync(home.current)) return undefined;
  const parsed = finished.safeParse(JSON.parse(readFileSync(markerOf(home), 'utf8')));
  if (!parsed.success || JSON.stringify(parsed.data.choice) !== JSON.stringify(choice)) return undefined;
  return { ...parsed.data.result, home: home.root };
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
