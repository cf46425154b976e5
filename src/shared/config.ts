import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { dataClasses } from './define/data-class.ts';
import { UserError } from './errors.ts';
import type { Home } from './home.ts';
import { lettersSchema, toLetters } from './letter-settings.ts';
import { scheduleSchema } from './schedule-settings.ts';

const date = z.iso.date();
const code = z.string().regex(/^[A-Za-z0-9-]{1,20}$/);

/**
 * `society.toml`: the policy of one society, no person in it. Unknown keys are refused.
 * A society may be stricter than the product (a higher k), never looser.
 */
const schema = z.strictObject({
  society: z.strictObject({
    name: z.string().min(1),
    insurer_number: z.string().regex(/^\d{8}$/),
    demo: z.boolean().default(false),
  }),
  publication: z
    .strictObject({
      k: z.number().int().min(10).default(10),
      grade: z.enum(['P2u', 'P3']).default('P2u'),
      close_after_months: z.number().int().min(3).max(12).default(3),
      dominance_percent: z.number().int().min(10).max(50).default(10),
      minimum_households: z.number().int().min(5).default(5),
    })
    .prefault({}),
  reporting: z.strictObject({ unit_minimum: z.number().int().min(30).default(50) }).prefault({}),
  guidance: z.strictObject({ overdue_months: z.number().int().min(3).max(12).default(6) }).prefault({}),
  group: z
    .array(z.strictObject({ id: code, name: z.string().min(1), employers: z.array(z.string()).default([]) }))
    .default([]),
  purpose: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        classes: z.array(z.enum(dataClasses)).min(1),
        published_on: date,
        effective_from: date,
      }),
    )
    .default([]),
  notices: z.record(code, z.strictObject({ per: z.enum(['household', 'person']) })).default({}),
  letters: lettersSchema,
  schedule: scheduleSchema,
});

export type Settings = ReturnType<typeof toSettings>;

/**
 * Reads and checks `society.toml`.
 * @throws {UserError} CONFIG_INVALID naming the key and what was expected.
 */
export function loadSettings(home: Home): Settings {
  return parseSettings(readFileSync(home.settings, 'utf8'));
}

export function parseSettings(text: string): Settings {
  let table: unknown;
  try {
    table = JSON.parse(JSON.stringify(parse(text)));
  } catch (cause) {
    throw invalid('TOML', cause instanceof Error ? cause.message.split('\n')[0]! : '', cause);
  }
  const result = schema.safeParse(table);
  if (result.success) return toSettings(result.data);
  const issue = result.error.issues[0]!;
  throw invalid(issue.path.join('.') || '(top)', issue.message, result.error);
}

function invalid(key: string, expectation: string, cause: unknown): UserError {
  return new UserError(
    'CONFIG_INVALID',
    {
      ja: `society.toml の「${key}」が正しくありません（${expectation}）。`,
      en: `society.toml: "${key}" is not valid (${expectation}).`,
    },
    {
      cause,
      hint: {
        ja: 'docs/settings.md の説明に合わせて直し、もう一度実行してください。データは変わっていません。',
        en: 'Mend it as docs/settings.md says and run the command again. No data was changed.',
      },
    },
  );
}

function toSettings(table: z.infer<typeof schema>) {
  return {
    society: {
      name: table.society.name,
      insurerNumber: table.society.insurer_number,
      demo: table.society.demo,
    },
    publication: {
      /** Fewest distinct persons a published count may hold. */
      k: table.publication.k,
      grade: table.publication.grade,
      /** Months after the month of care until it is closed and may be published. */
      closeAfterMonths: table.publication.close_after_months,
      /** p of the p%-rule for yen, in percent. */
      dominancePercent: table.publication.dominance_percent,
      minimumHouseholds: table.publication.minimum_households,
    },
    /** Insured persons aged 40–74 an employer needs to be a reporting unit of its own. */
    reporting: { unitMinimum: table.reporting.unit_minimum },
    /** Months after the first interview from which guidance without a final evaluation is overdue. */
    guidance: { overdueMonths: table.guidance.overdue_months },
    groups: table.group,
    purposes: table.purpose.map((purpose) => ({
      id: purpose.id,
      classes: purpose.classes,
      publishedOn: purpose.published_on,
      effectiveFrom: purpose.effective_from,
    })),
    /** Notice → how its items are bundled into letters. */
    notices: table.notices,
    /** Sender and envelope of letters; undefined until the society has written them. */
    letters: toLetters(table.letters, table.society.name),
    schedule: table.schedule,
  };
}
