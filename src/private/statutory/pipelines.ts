import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadReference } from '#shared/lists.ts';
import { pipelinesDirectory, sqlFiles } from '../models/discover.ts';
import { headerFields } from '../models/header.ts';

const directory = join(pipelinesDirectory, 'statutory');

/** A SELECT of `pipelines/statutory/`. */
export function statutorySql(name: string): string {
  return readFileSync(join(directory, `${name}.sql`), 'utf8');
}

/** reject: what the fund would refuse, so that the document is held back; check: to be looked at, and written. */
export const severities = ['reject', 'check'] as const;

const checkSchema = z.object({
  of: z.enum(['checkup', 'guidance']),
  severity: z.enum(severities),
  ja: z.string(),
  en: z.string(),
  mend: z.string(),
});

/** One question of the pre-check (事前点検): a SELECT of the documents (`document_id`) that do not pass it. */
export type Check = z.infer<typeof checkSchema> & { readonly code: string; readonly sql: string };

/** The checks of `pipelines/statutory/checks/`, by name. */
export function statutoryChecks(): readonly Check[] {
  const folder = join(directory, 'checks');
  return sqlFiles(folder).map((code) => {
    const sql = readFileSync(join(folder, `${code}.sql`), 'utf8');
    return { code, sql, ...checkSchema.parse(Object.fromEntries(headerFields(sql))) };
  });
}

/** One line of the aggregate table. */
export type Measure = {
  readonly code: string;
  /** Number of the item, where the source gives one. */
  readonly number: string;
  /** Number of the share of it. */
  readonly shareNumber: string;
  /** Measure the share is of; undefined where none is shown. */
  readonly shareOf: string | undefined;
  /** How sure the item is: A two or more sources, B one, M not confirmed. */
  readonly mark: string;
  readonly ja: string;
  readonly en: string;
};

/** The lines of the aggregate table (`pipelines/reference/state-report-measure.csv`) in their order. */
export function statutoryMeasures(): readonly Measure[] {
  return loadReference('state-report-measure').map((row) => ({
    code: row['code'] ?? '',
    number: row['number'] ?? '',
    shareNumber: row['share_number'] ?? '',
    shareOf: row['share_of'] || undefined,
    mark: row['mark'] ?? '',
    ja: row['ja'] ?? '',
    en: row['en'] ?? '',
  }));
}
