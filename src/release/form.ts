import { z } from 'zod';
import { dataClasses } from '#shared/define.ts';

/**
 * The form of a release (公開版): one folder with `manifest.json`, its Ed25519 signature `manifest.sig` over the
 * exact bytes of the manifest, and one Arrow IPC file per analysis whose SHA-256 the manifest names.
 */
export const manifestFile = 'manifest.json';
export const signatureFile = 'manifest.sig';

const text = z.strictObject({ ja: z.string(), en: z.string() });
const word = z.string().regex(/^[a-z][a-z0-9_-]*$/);
const month = z.string().regex(/^\d{4}-\d{2}$/);

/** `YYYY-MM-DD-` and eight hex digits of the content. */
export const releaseId = z.string().regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/);

const listEntry = z.strictObject({
  code: z.string().min(1),
  ja: z.string(),
  en: z.string(),
  short: text.exactOptional(),
  parent: z.string().exactOptional(),
});

const titled = { title: text, unit: text };
const identity = { quantity: word, population: z.record(word, z.string()).exactOptional() };

const measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('persons'), ...titled, ...identity, of: word.exactOptional() }),
  z.strictObject({ kind: z.literal('sum'), ...titled, ...identity }),
  z.strictObject({
    kind: z.literal('ratio'),
    ...titled,
    numerator: word,
    denominator: word,
    scale: z.number(),
    decimals: z.number().int(),
    denominatorAt: z.array(word).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('standardised'),
    ...titled,
    observed: word,
    expected: word,
    scale: z.number(),
    decimals: z.number().int(),
    per: z.number().int().exactOptional(),
  }),
]);

const analysis = z.strictObject({
  name: word,
  title: text,
  question: text,
  method: text,
  purpose: z.string(),
  classes: z.array(z.enum(dataClasses)),
  period: z.enum(['fiscal-year', 'month']),
  periods: z.array(z.string()),
  dimensions: z.record(
    word,
    z.strictObject({
      title: text,
      list: word,
      total: z.literal(false).exactOptional(),
      overlapping: z.literal(true).exactOptional(),
    }),
  ),
  tables: z.array(z.array(word)),
  measures: z.record(word, measure),
  file: z.string().regex(/^[a-z][a-z0-9-]*\.arrow$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.number().int(),
  shown: z.number().int(),
  hidden: z.number().int(),
});

export const manifestSchema = z.strictObject({
  format: z.literal(1),
  id: releaseId,
  society: z.strictObject({ name: z.string(), demo: z.boolean() }),
  createdOn: z.iso.date(),
  asOf: z.iso.date(),
  k: z.number().int().min(10),
  grade: z.enum(['P2u', 'P3']),
  closedThrough: month,
  inputs: z.array(z.strictObject({ kind: word, months: z.tuple([month, month]).nullable() })),
  rules: z.array(z.strictObject({ name: z.string(), from: z.string() })),
  /** Keyed digest (HMAC-SHA256) of the private proof; only the society can check it. */
  proofDigest: z.string().regex(/^[0-9a-f]{64}$/),
  engine: z.strictObject({ gate: z.string(), solver: z.string() }),
  lists: z.record(word, z.array(listEntry)),
  analyses: z.array(analysis),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestAnalysis = Manifest['analyses'][number];
export type ManifestMeasure = ManifestAnalysis['measures'][string];

/** `na`: cannot exist or is not split this way; `missing`: not collected, or a ratio whose denominator is 0. */
export const statuses = ['ok', 'hidden', 'na', 'missing'] as const;
export type Status = (typeof statuses)[number];

/** The code that stands for "all of this dimension". */
export const TOTAL = 'total';

/** One released figure. `value` is a number exactly where the status is `ok`. */
export type Cell = {
  readonly period: string;
  /** Every dimension of the analysis → code, `total` at the margin. */
  readonly at: Readonly<Record<string, string>>;
  readonly measure: string;
  readonly value: number | null;
  readonly status: Status;
};
