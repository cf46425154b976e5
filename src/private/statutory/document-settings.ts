import { z } from 'zod';
import type { DraftHeader } from '../documents/draft.ts';
import { sexes } from './figures.ts';
import { severities } from './pipelines.ts';

const kind = z.enum(['checkup', 'guidance']);
const documents = z.object({ written: z.number(), held: z.number() });

/** What the printer of a report needs besides its rows. */
const schema = z.object({
  year: z.number(),
  /** 8 digits */
  insurer: z.string(),
  /** Name of the society. */
  name: z.string(),
  /** Day of the archives, `YYYY-MM-DD`. */
  filedOn: z.string(),
  receiver: z.string(),
  interaction: z.string(),
  serviceEvent: z.string(),
  categories: z.record(kind, z.string()),
  programs: z.record(kind, z.string()),
  /** Documents in one archive. */
  archiveSize: z.number(),
  documents: z.record(kind, documents),
  figures: z.array(
    z.object({ sex: z.enum(sexes), band: z.string(), counts: z.record(z.string(), z.number()) }),
  ),
  findings: z.array(
    z.object({
      code: z.string(),
      of: kind,
      severity: z.enum(severities),
      ja: z.string(),
      mend: z.string(),
      documents: z.number(),
    }),
  ),
  changes: z.array(
    z.object({ code: z.string(), kind: z.enum(['count', 'share']), before: z.number(), now: z.number() }),
  ),
  held: z.array(
    z.object({
      document: kind,
      file: z.number(),
      position: z.number(),
      institution: z.string().nullable(),
      findings: z.array(z.string()),
    }),
  ),
  /** Settings with how sure they are. */
  told: z.array(
    z.object({ code: z.string(), value: z.string(), mark: z.string(), ja: z.string(), en: z.string() }),
  ),
});

export type DocumentSettings = z.infer<typeof schema>;

/** The settings as read back from the header of a draft. */
export function documentSettings({ settings }: DraftHeader): DocumentSettings {
  return schema.parse(settings);
}
