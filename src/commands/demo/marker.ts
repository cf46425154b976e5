import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '#shared/fingerprint.ts';
import type { Home } from '#shared/home.ts';
import { demoDocument } from './documents.ts';

const choice = z.object({ members: z.number(), months: z.number(), seed: z.number() });
const result = z.object({
  home: z.string(),
  release: z.string(),
  counts: z.record(z.string(), z.union([z.number(), z.string()])),
  seconds: z.record(z.string(), z.number()),
  documents: z.array(demoDocument),
});

export type Choice = z.infer<typeof choice>;
/** What `kenpo demo --json` prints. Seconds are per step of the run that made it; documents and release run together. */
export type DemoResult = z.infer<typeof result>;

/** `private/sample/demo.json` says which demo this is; without it, or without documents, it is not whole. */
function markerOf(home: Home): string {
  return join(home.sample, 'demo.json');
}

export function writeMarker(home: Home, wanted: Choice, made: DemoResult): void {
  writeFileSync(markerOf(home), JSON.stringify({ choice: wanted, result: made }));
}

/** The released demo of this home, if it is the one asked for. */
export function releasedDemo(home: Home, wanted: Choice): DemoResult | undefined {
  if (!existsSync(markerOf(home)) || !existsSync(home.current)) return undefined;
  const marker = z.object({ choice, result }).safeParse(JSON.parse(readFileSync(markerOf(home), 'utf8')));
  if (!marker.success || canonicalJson(marker.data.choice) !== canonicalJson(wanted)) return undefined;
  return { ...marker.data.result, home: home.root };
}
