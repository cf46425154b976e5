import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { examplePurposes } from '#office/purposes-template.ts';
import { noteDemoFiles } from '#private/intake/demo-files.ts';
import { generateSociety, type SampleOptions } from '#sample-data/generate.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { initialiseHome } from '../init.ts';
import { makeDocuments } from './documents.ts';
import { addExamplePeople } from './example-people.ts';
import { type Choice, type DemoResult, markerOf } from './marker.ts';
import { runVerb } from './run-verb.ts';

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
  const step = async <T>(name: string, title: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    effects.log(title);
    const value = await work();
    seconds[name] = Math.round((performance.now() - start) / 10) / 100;
    return value;
  };
  await initialiseHome(home, society, effects);
  addExamplePeople(home, effects);
  const planted = await step('generate', '1/6 見本の組合を作っています（すべて架空の人と会社です）', () =>
    generateSociety(
      { ...choice, firstMonth, inbox: home.inbox, planted: join(home.sample, 'planted.json') },
      effects,
    ),
  );
  await noteDemoFiles(home);
  const intake = await step('ingest', '2/6 ファイルを読み取り、突き合わせています', () =>
    runVerb('ingest', [], home, effects),
  );
  await step('build', '3/6 集計の土台を作り、検査しています', () => runVerb('build', [], home, effects));
  const documents = step('documents', '4/6 リストと通知を作り、確認して印刷しています', () =>
    makeDocuments(home, { first: firstMonth, last: planted.lastMonth }, effects),
  );
  const release = async () => {
    const candidate = await step('release', '5/6 個人が分からないように守り、証明しています', () =>
      runVerb('release', [], home, effects),
    );
    const { id } = released.parse(candidate);
    await step('approve', '6/6 公開版に署名し、切り替えています', () =>
      runVerb('approve', [id], home, effects),
    );
    return id;
  };
  const [id, papers] = await Promise.all([release(), documents]);
  const { members, months } = choice;
  const { lastMonth } = planted;
  const result: DemoResult = {
    home: home.root,
    release: id,
    counts: { members, months, firstMonth, lastMonth, ...ingested.parse(intake).counts },
    seconds,
    documents: papers,
  };
  writeFileSync(markerOf(home), JSON.stringify({ choice, result }));
  return result;
}
