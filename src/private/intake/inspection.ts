import type { ItemCounts } from './checkup/item-counts.ts';
import type { DocumentFault } from './checkup/schema/document-faults.ts';
import type { FileKind } from './reader.ts';

/** Something noticed in a file: how often, and where it was first seen. Never the value itself. */
export type InspectedFinding = {
  readonly code: string;
  readonly count: number;
  /** Line (or row) of the first occurrence, from 1. */
  readonly line?: number;
};

/**
 * What a file is, in counts and sums only: no value of a person, no name, no file or member name.
 * Receipts have an inspection of their own.
 */
export type Inspection = Partial<ItemCounts> & {
  readonly kind: Exclude<FileKind, 'receipt'> | 'guidance';
  readonly form: string;
  /** Of a CSV by mapping: the folder of the mapping (`pipelines/sources/checkup-csv`). */
  readonly layout?: string;
  readonly encoding: 'cp932' | 'utf-8' | 'mixed';
  readonly bytes: number;
  /** Lines, rows or documents, whichever the form is made of. */
  readonly records: number;
  /** Day the content describes, of a master the day its edition holds from, `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** Claims, their points and yen (points × 10, amounts billed in yen, meals), where the kind has any. */
  readonly receipts?: number;
  readonly points?: number;
  readonly yen?: number;
  readonly byRecord?: Readonly<Record<string, number>>;
  /** Months of examination that occur, as `YYYY-MM`, in order. */
  readonly months?: readonly string[];
  /** Of checkups and guidance in XML: whether the documents follow the schemas (V08), and where they do not. */
  readonly schema?: 'valid' | readonly DocumentFault[];
  /** What an ingest would set aside, by reason. */
  readonly quarantined?: Readonly<Record<string, number>>;
  readonly findings: readonly InspectedFinding[];
};
