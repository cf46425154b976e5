import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '#shared/config.ts';
import type { Home } from '#shared/home.ts';
import { fingerprintFile } from './fingerprint.ts';
import { foreignToDemo } from './refusals.ts';
import { findFiles } from './walk.ts';

/** Notes the digests of everything the generator wrote: a demo home takes nothing else. */
export async function noteDemoFiles(home: Home): Promise<void> {
  const digests: string[] = [];
  for (const { path, name } of findFiles([home.inbox])) digests.push(await fingerprintFile(path, name));
  mkdirSync(home.sample, { recursive: true, mode: 0o700 });
  writeFileSync(listOf(home), JSON.stringify(digests), { mode: 0o600 });
}

/**
 * Throws for a file that the generator of this demo home did not write; real homes take every file.
 * @throws {UserError} INTAKE_FOREIGN_TO_DEMO
 */
export function demoGuard(home: Home, settings: Settings): (sha256: string, name: string) => void {
  if (!settings.society.demo) return () => {};
  const own = new Set(z.array(z.string()).parse(JSON.parse(readFileSync(listOf(home), 'utf8'))));
  return (sha256, name) => {
    if (!own.has(sha256)) throw foreignToDemo(name);
  };
}

function listOf(home: Home): string {
  return join(home.sample, 'files.json');
}
