import type { Identity } from '../vault/identities.ts';
import type { DraftHeader, RowContent } from './draft.ts';

/**
 * One row of a draft with the names joined. `person` and `others` of the row are gone: a printer never sees a
 * person_id; `others` holds the identities in the order of the row's `others`.
 */
export type Addressed = {
  readonly row: RowContent;
  readonly identity: Identity;
  readonly others: readonly Identity[];
};

/** Why a row was not printed; each goes to the exception sheet (未印刷一覧). */
export const exceptionReasons = [
  'no-identity',
  'no-address',
  'withheld',
  'overflow',
  'missing-glyphs',
] as const;
export type ExceptionReason = (typeof exceptionReasons)[number];

export type PrintTools = {
  /** 指定番号 of the part being made: given by the ledger before the file exists; each yielded part moves on. */
  readonly number: () => string;
  /** Puts a row aside: it is not in the part, but on the exception sheet. */
  readonly putAside: (addressed: Addressed, reason: ExceptionReason) => void;
};

/** One finished file of a document. `sheets` are its pages (PDF, HTML) or worksheets (Excel), 1 for a CSV or an archive. */
export type Part = {
  readonly bytes: Uint8Array;
  readonly extension: 'pdf' | 'xlsx' | 'html' | 'csv' | 'zip';
  readonly sheets: number;
};

/**
 * Turns the rows of a draft into files, part by part, holding one part at a time. The same header, rows and numbers
 * give the same bytes: no clock, no randomness.
 */
export type Printer = (
  header: DraftHeader,
  people: AsyncIterable<Addressed>,
  tools: PrintTools,
) => AsyncIterable<Part>;

/** How one kind of draft is printed. */
export type Kind = {
  /** `postal`: by postal code, address and row id, and rows without an address are put aside; `drafted`: as drafted. */
  readonly order: 'postal' | 'drafted';
  /** Consent flags and the newest ledger keep nobody off what the law has the society report. */
  readonly heedsConsent: boolean;
  readonly load: () => Promise<Printer>;
};
