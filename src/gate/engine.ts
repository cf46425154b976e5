import { readFileSync } from 'node:fs';
import { z } from 'zod';

const project = z
  .object({ version: z.string(), dependencies: z.object({ highs: z.string() }) })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));

/** Versions that decide which figures are hidden (never whether it is safe). */
export const engine = { gate: project.version, solver: `highs ${project.dependencies.highs}` } as const;
