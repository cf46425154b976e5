import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { examplePurposes } from '#office/purposes-template.ts';
import { dataClasses } from '#shared/define.ts';
import { loadPurposes } from '#shared/purposes.ts';
import { dataClasses as classWords, purposes as purposeWords } from '../../src/public/words.ts';
import { root, sourceFiles } from '../house/source-files.ts';

const contract = z.object({
  purpose: z.string(),
  classes: z.array(z.enum(dataClasses)).min(1),
  addressing: z.array(z.enum(dataClasses)).default([]),
});

type Contract = z.infer<typeof contract>;

/** Everything that uses data about persons and says so: path → its purpose and classes. */
async function contracts(): Promise<ReadonlyMap<string, Contract>> {
  const paths = [...sourceFiles(['pipelines', 'dashboards'], ['.ts']).keys()].filter((path) =>
    /^(pipelines\/(analyses|lists|notices)\/[^/]+\/contract|dashboards\/employer-report\/report)\.ts$/.test(
      path,
    ),
  );
  const found = new Map<string, Contract>();
  for (const path of paths) {
    const module: { default?: unknown } = await import(pathToFileURL(join(root, path)).href);
    found.set(path, contract.parse(module.default));
  }
  return found;
}

/** What is wrong with the purposes of some contracts: an id that is not in the registry, a class it does not propose. */
function unproposed(of: ReadonlyMap<string, Contract>): string[] {
  const registry = new Map(loadPurposes().map((purpose) => [purpose.id, purpose]));
  return [...of].flatMap(([path, { purpose, classes, addressing }]) => {
    const known = registry.get(purpose);
    if (!known) return [`${path}: ${purpose} is not in the registry`];
    return [
      ...classes.filter((one) => !known.classes.includes(one)),
      ...addressing.filter((one) => !known.addressing.includes(one)),
    ].map((one) => `${path}: ${purpose} does not propose ${one}`);
  });
}

test('every contract names a purpose of the registry and only classes it proposes', async () => {
  const all = await contracts();
  expect(all.size).toBeGreaterThan(6);
  expect(unproposed(all)).toEqual([]);
});

test.each<[string, Contract, string]>([
  ['an unknown id', { purpose: 'marketing', classes: ['receipt'], addressing: [] }, 'not in the registry'],
  [
    'a class for selecting',
    { purpose: 'checkup-analysis', classes: ['eligibility', 'receipt'], addressing: [] },
    'does not propose receipt',
  ],
  [
    'a class for addressing',
    { purpose: 'medical-cost-analysis', classes: ['receipt'], addressing: ['address'] },
    'does not propose address',
  ],
])('a planted contract is found: %s', async (_, planted, reason) => {
  const all = new Map(await contracts()).set('planted', planted);
  expect(unproposed(all)).toEqual([expect.stringContaining(reason)]);
});

test('the demo adopts every purpose a contract uses, with all its classes', async () => {
  const adopted = new Map(examplePurposes().map(({ id, classes }) => [id, classes]));
  for (const { purpose, classes, addressing } of (await contracts()).values())
    expect(adopted.get(purpose)).toEqual(expect.arrayContaining([...classes, ...addressing]));
});

test('the pages call purposes and classes as the registry does', async () => {
  const analyses = [...(await contracts())].filter(([path]) => path.startsWith('pipelines/analyses/'));
  const registry = new Map(loadPurposes().map(({ id, ja, en }) => [id, { ja, en }]));
  for (const [, { purpose, classes }] of analyses) {
    expect(purposeWords[purpose]).toEqual(registry.get(purpose));
    for (const one of classes) expect(classWords[one]?.ja).toMatch(/[\p{Script=Han}\p{Script=Katakana}]/u);
  }
});
