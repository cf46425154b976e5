import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '#release/form.ts';
import { type AnalysisContent, type ReleaseContent, writeRelease } from '#release/write.ts';

export type SigningKeys = { readonly privateKey: string; readonly publicKey: string };

/** A new Ed25519 pair as PEM. */
export function createSigningKeys(): SigningKeys {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

export const words = (ja: string, en = ja) => ({ ja, en });

/** A release content with sensible words around the analyses a test cares about. */
export function sampleContent(
  analyses: readonly AnalysisContent[],
  changes: Partial<ReleaseContent> = {},
): ReleaseContent {
  return {
    society: { name: 'みほん健康保険組合（架空）', demo: true },
    createdOn: '2026-11-21',
    asOf: '2026-11-01',
    k: 10,
    grade: 'P2u',
    closedThrough: '2026-08',
    inputs: [{ kind: 'eligibility', months: null }],
    rules: [],
    proofDigest: '0'.repeat(64),
    engine: { gate: '1', solver: 'highs' },
    lists: {
      sex: [
        { code: 'male', ja: '男性', en: 'Male' },
        { code: 'female', ja: '女性', en: 'Female' },
      ],
    },
    analyses,
    ...changes,
  };
}

/** One analysis of persons by sex in 2024 with these figures (null: hidden). */
export function membersBySex(
  figures: { total: number | null; male: number | null; female: number | null },
  changes: Partial<AnalysisContent> = {},
): AnalysisContent {
  return {
    name: 'members',
    title: words('加入者', 'Members'),
    question: words('加入者はどんな人たちか', 'Who are our members?'),
    method: words('年度の実人数です。', 'Distinct persons of the year.'),
    purpose: 'operations-baseline',
    classes: ['eligibility'],
    period: 'fiscal-year',
    periods: ['2024'],
    dimensions: { sex: { title: words('性別', 'Sex'), list: 'sex' } },
    tables: [['sex']],
    measures: {
      members: {
        kind: 'persons',
        title: words('加入者数', 'Members'),
        unit: words('人', 'persons'),
        quantity: 'members',
      },
    },
    cells: Object.entries(figures).map(([sex, value]) => ({
      period: '2024',
      at: { sex },
      measure: 'members',
      value,
      status: value === null ? ('hidden' as const) : ('ok' as const),
    })),
    ...changes,
  };
}

/** Writes a signed release into `publicDirectory` and makes it the current one. */
export function publishSample(
  publicDirectory: string,
  content: ReleaseContent,
  keys: SigningKeys = createSigningKeys(),
): Manifest {
  mkdirSync(join(publicDirectory, 'releases'), { recursive: true });
  const manifest = writeRelease(join(publicDirectory, 'releases'), content, keys.privateKey);
  writeFileSync(join(publicDirectory, 'release.pub'), keys.publicKey);
  writeFileSync(join(publicDirectory, 'current'), `${manifest.id}\n`);
  return manifest;
}
