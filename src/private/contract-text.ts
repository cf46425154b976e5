import { z } from 'zod';

/** A text in both languages, as contracts of `pipelines/` hold it. */
export const text = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });
