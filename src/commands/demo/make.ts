import { join } from 'node:path';
import { z } from 'zod';
import { examplePurposes } from '#office/purposes-template.ts';
import { noteDemoFiles } from '#private/intake/demo-files.ts';
import { generateSociety, type SampleOptions } from '#sample-data/generate.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { parseMonth } from '#shared/month.ts';
import { initialiseHome } from '../init.ts';
import { type DemoDocument, type Months, makeDocuments, makeEmployerReports } from './documents.ts';
import { addExamplePeople } from './example-people.ts';
import { type Choice, type DemoResult, writeMarker } from './marker.ts';
import { runVerb } from './run-verb.ts';
import { type Steps, startSteps } from './steps.ts';

const ingested = z.object({ counts: z.record(z.string(), z.number()) });
const released = z.object({ id: z.string() });
const month = z.string().transform((text) => parseMonth(text)!);
const span = z.object({ firstMonth: month, lastMonth: month });

const society = {
  name: 'みほん電機健康保険組合（架空）',
  insurerNumber: '06999991',
  demo: true,
  purposes: examplePurposes(),
};

/** A demo whose pages can be served, and when its lists, letters and reports are there too. */
export type Demo = { readonly released: DemoResult; readonly finished: Promise<DemoResult> };

/**
 * Generates a society and runs the commands a real one would run: ingest, build, release, approve. Lists and letters,
 * which read the same tables, are made beside the release; employer reports come after it.
 */
export async function makeDemo(
  home: Home,
  choice: Choice,
  firstMonth: SampleOptions['firstMonth'],
  effects: Effects,
): Promise<Demo> {
  const steps = startSteps(effects);
  const { step } = steps;
  await initialiseHome(home, society, effects);
  addExamplePeople(home, effects);
  const { lastMonth } = await step(
    'generate',
    '1/7 見本の組合を作っています（すべて架空の人と会社です）',
    () =>
      generateSociety(
        { ...choice, firstMonth, inbox: home.inbox, planted: join(home.sample, 'planted.json') },
        effects,
      ),
  );
  await noteDemoFiles(home);
  const intake = await step('ingest', '2/7 ファイルを読み取り、突き合わせています', () =>
    runVerb('ingest', [], home, effects),
  );
  await runVerb('accept', ['--all'], home, effects);
  await step('build', '3/7 集計の土台を作り、検査しています', () => runVerb('build', [], home, effects));
  const papers = startPapers(home, { first: firstMonth, last: lastMonth }, steps, effects);
  const candidate = await step('release', '5/7 個人が分からないように守り、証明しています', () =>
    runVerb('release', [], home, effects, true),
  );
  const { id } = released.parse(candidate);
  await step('approve', '6/7 公開版に署名し、切り替えています', () =>
    runVerb('approve', [id], home, effects, true),
  );
  const { members, months } = choice;
  const result = {
    home: home.root,
    release: id,
    counts: { members, months, firstMonth, lastMonth, ...ingested.parse(intake).counts },
    seconds: steps.seconds,
    documents: [],
  };
  writeMarker(home, choice, result);
  return { released: result, finished: finish(home, choice, result, papers, steps, effects) };
}

/** Makes the documents of a demo that was stopped after its release. */
export function resumeDemo(home: Home, choice: Choice, result: DemoResult, effects: Effects): Demo {
  const steps = startSteps(effects);
  const papers = startPapers(home, monthsOf(result), steps, effects);
  return { released: result, finished: finish(home, choice, result, papers, steps, effects) };
}

/** Starts making lists and letters; how it went is told where `finish` waits for it. */
function startPapers(home: Home, months: Months, { step }: Steps, effects: Effects): Promise<DemoDocument[]> {
  const papers = step('documents', '4/7 リストと通知を作り、確認して印刷しています', () =>
    makeDocuments(home, months, effects),
  );
  papers.catch(() => {});
  return papers;
}

async function finish(
  home: Home,
  choice: Choice,
  result: DemoResult,
  papers: Promise<DemoDocument[]>,
  { step, seconds }: Steps,
  effects: Effects,
): Promise<DemoResult> {
  const made = await papers;
  const reports = await step('reports', '7/7 公開版から事業所別レポートを作っています', () =>
    makeEmployerReports(home, monthsOf(result), effects),
  );
  const whole = {
    ...result,
    seconds: { ...result.seconds, ...seconds },
    documents: [...made, ...reports],
  };
  writeMarker(home, choice, whole);
  return whole;
}

function monthsOf({ counts }: DemoResult): Months {
  const { firstMonth, lastMonth } = span.parse(counts);
  return { first: firstMonth, last: lastMonth };
}
