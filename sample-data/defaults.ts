import type { Month } from '#shared/month.ts';

/** The society that `kenpo demo` makes unless told otherwise. */
export const sampleDefaults = { members: 10_000, months: 30, seed: 1, firstMonth: '2024-04' as Month };
