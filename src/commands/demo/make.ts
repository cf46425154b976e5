import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { examplePurposes } from '#office/purposes-template.ts';
import { noteDemoFiles } from '#private/intake/demo-files.ts';
import { generateSociety, type SampleOptions } from '#sample-data/generate.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { initialiseHome } from '../init.ts';
import { makeDocuments, makeEmployerReports } from './documents.ts';
import { addExamplePeople } from './example-people.ts';
import { type Choice, type DemoResult, markerOf } from './marker.ts';
import { runVerb } from './run-verb.ts';

/** Does one step of the demo, tells what it is and keeps how long it took. */
type Step = <T>(name: string, title: string, work: () => Promise<T>) => Promise<T>;

const ingested = z.object({ counts: z.record(z.string(), z.number()) });
const released = z.object({ id: z.string() });

const society = {
  name: 'みほん電機健康保険組合（架空）',
  insurerNumber: '06999991',
  demo: true,
  purposes: examplePurposes(),
};

/**
 * Generates a society and runs the commands a real one would run: ingest, build, release, approve; beside the release,
 * which reads the same tables, the lists and letters.
 */
export async function makeDemo(
  home: Home,
  choice: Choice,
  firstMonth: SampleOptions['firstMonth'],
  effects: Effects,
): Promise<DemoResult> {
  const seconds: Record<string, number> = {};
  const step: Step = async (name, title, work) => {
    const start = performance.now();
    effects.log(title);
    const value = await work();
    seconds[name] = Math.round((performance.now() - start) / 10) / 100;
    return value;
  };
  await initialiseHome(home, society, effects);
  addExamplePeople(home, effects);
  const planted = await step('generate', '1/7 見本の組合を作っています（すべて架空の人と会社です）', () =>
    generateSociety(
      { ...choice, firstMonth, inbox: home.inbox, planted: join(home.sample, 'planted.json') },
      effects,
    ),
  );
  await noteDemoFiles(home);
  const intake = await step('ingest', '2/7 ファイルを読み取り、突き合わせています', () =>
    runVerb('ingest', [], home, effects),
  );
  await step('build', '3/7 集計の土台を作り、検査しています', () => runVerb('build', [], home, effects));
  const span = { first: firstMonth, last: planted.lastMonth };
  const [papers, id] = await Promise.all([
    step('documents', '4/7 リストと通知を作り、確認して印刷しています', () =>
      makeDocuments(home, span, effects),
    ),
    release(home, step, effects),
  ]);
  const reports = await step('reports', '7/7 公開版から事業所レポートを作っています', () =>
    makeEmployerReports(home, span, effects),
  );
  const documents = [...papers, ...reports];
  const { members, months } = choice;
  const { lastMonth } = planted;
  const result: DemoResult = {
    home: home.root,
    release: id,
    counts: { members, months, firstMonth, lastMonth, ...ingested.parse(intake).counts },
    seconds,
    documents,
  };
  writeFileSync(markerOf(home), JSON.stringify({ choice, result }));
  return result;
}

/** @returns the id of the release, which is now the current one */
async function release(home: Home, step: Step, effects: Effects): Promise<string> {
  const candidate = await step('release', '5/7 個人が分からないように守り、証明しています', () =>
    runVerb('release', [], home, effects, true),
  );
  const { id } = released.parse(candidate);
  await step('approve', '6/7 公開版に署名し、切り替えています', () =>
    runVerb('approve', [id], home, effects, true),
  );
  return id;
}
