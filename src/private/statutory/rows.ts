import { z } from 'zod';

const words = z.string().nullable();

const result = z.object({
  code: z.string(),
  state: z.enum(['measured', 'not_performed', 'not_measurable']),
  number: z.number().nullable(),
  choice: words,
  system: words,
  text: words,
  flag: words,
});

const guidanceResult = z.object({
  section: z.string(),
  support: words,
  code: z.string(),
  number: z.number().nullable(),
  choice: words,
  system: words,
  text: words,
  day: words,
});

const support = z.object({
  key: z.string(),
  section: z.string(),
  heldOn: words,
  form: words,
  minutes: z.number().nullable(),
  performer: words,
  points: z.number().nullable(),
  institution: words,
});

const common = {
  row: z.string(),
  sex: z.enum(['1', '2']),
  /** `YYYY-MM-DD` */
  day: z.string(),
  institution: words,
  /** Checks it did not pass. */
  findings: z.array(z.string()),
};

/** A document of the report as the draft holds it: everything but who it is about. */
export const reportRow = z.discriminatedUnion('document', [
  z.object({ document: z.literal('checkup'), ...common, results: z.array(result) }),
  z.object({
    document: z.literal('guidance'),
    ...common,
    results: z.array(guidanceResult),
    supports: z.array(support),
  }),
]);

export type ReportRow = z.infer<typeof reportRow>;
export type CheckupRow = Extract<ReportRow, { document: 'checkup' }>;
export type GuidanceRow = Extract<ReportRow, { document: 'guidance' }>;
