import { z } from 'zod';
import { loadReference } from '#shared/lists.ts';
import { unknownForm } from './refusals.ts';

const digits = z.string().regex(/^\d+$/);

const schema = z.object({
  receiver: z.string().regex(/^\d{8}$/),
  interaction: digits,
  service_event: digits,
  checkup_category: digits,
  guidance_category: digits,
  checkup_program: digits,
  guidance_program: digits,
  due_day: z.string().regex(/^\d{2}-\d{2}$/),
  archive_documents: z.coerce.number().int().positive(),
  height_change: z.coerce.number().positive(),
  weight_change: z.coerce.number().positive(),
  count_change: z.coerce.number().positive(),
  rate_change: z.coerce.number().positive(),
  change_base: z.coerce.number().int().positive(),
});

/** What holds of the report of one fiscal year. */
export type StatutorySettings = z.infer<typeof schema>;

/** One setting as it is told to the user: what it is, and how sure it is (A, B, M). */
export type ToldSetting = {
  readonly code: string;
  readonly value: string;
  readonly mark: string;
  readonly ja: string;
  readonly en: string;
};

/** The settings of a fiscal year as they are told (`pipelines/reference/state-report.csv`). */
export function toldSettings(year: number): readonly ToldSetting[] {
  return loadReference('state-report')
    .filter((row) => Number(row['from_year']) <= year && (!row['to_year'] || year <= Number(row['to_year'])))
    .map(({ code = '', value = '', mark = '', ja = '', en = '' }) => ({ code, value, mark, ja, en }));
}

/**
 * The settings of the report of a fiscal year.
 * @throws {UserError} NOT_FOUND where the list has none for the year
 */
export function statutorySettings(year: number): StatutorySettings {
  const told = Object.fromEntries(toldSettings(year).map(({ code, value }) => [code, value]));
  const parsed = schema.safeParse(told);
  if (parsed.success) return parsed.data;
  throw unknownForm(year);
}

/** Last day on which a fiscal year is reported, `YYYY-MM-DD`. */
export function dueDay(year: number, { due_day }: StatutorySettings): string {
  return `${year + 1}-${due_day}`;
}
