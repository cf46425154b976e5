import type { RawTable } from '#shared/define.ts';
import type { Month } from '#shared/month.ts';
import type { Text } from '#shared/text.ts';
import type { Warehouse } from '../warehouse.ts';

/** What a file is about; the order is the order of intake: what others refer to comes first. */
export const fileKinds = [
  'master',
  'employer',
  'eligibility',
  'consent',
  'checkup-exclusion',
  'receipt',
  'paper-receipt',
  'therapy-claim',
  'receipt-change',
  'checkup',
] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a reader, running in a child process of its own, is given. */
export type ReaderContext = {
  /** Written into the first column of every row. */
  readonly fileId: number;
  /** Base name, for messages only. */
  readonly fileName: string;
  /** 保険者番号 of the society, 8 digits; a file of another one is refused (INTAKE_OTHER_INSURER). */
  readonly insurerNumber: string;
  /** Key of `personKeys`. */
  readonly indexKey: Buffer;
  /** Seals the identity of a person to the vault; the reader cannot open it again. */
  readonly sealIdentity: (plain: string) => Buffer;
  /** The current month: later service months are refused. */
  readonly thisMonth: Month;
  /**
   * One scratch file. Schema `raw` holds the source's tables and `raw.quarantine` and `raw.finding`, all made and
   * empty; the reader fills them and nothing else.
   */
  readonly scratch: Warehouse;
  /** Bytes from which on a second thread may read a part of the file, into a scratch file of its own; without it never. */
  readonly dividedFrom?: number | undefined;
  /** Bytes of the file read so far. */
  readonly onProgress: (bytes: number) => void;
};

/** What came IN with one file, counted before anything is dropped or quarantined. */
export type ReaderResult = {
  readonly form: string;
  readonly records: number;
  readonly receipts: number;
  /** Points (点), decided. */
  readonly points: number;
  /** Yen: points × 10 and the meals. */
  readonly yen: number;
  readonly processingMonth?: Month;
  /** Date the content describes, `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** Rows written per raw table. */
  readonly rows: Readonly<Record<string, number>>;
  /** What a second thread read, in a scratch file of its own; `before` it were so many numbered pieces of the file. */
  readonly second?: { readonly scratch: string; readonly before: number };
  /** Lines for the log, counts only. */
  readonly notes?: readonly Text[];
};

/** @throws {UserError} INTAKE_* where the whole file is refused. */
export type Reader = (path: string, context: ReaderContext) => Promise<ReaderResult>;

/**
 * One kind of incoming file: `src/private/intake/<source>/source.ts` exports it as `source`.
 * It is loaded at every start: the reader behind it is imported only in the child that needs it.
 */
export type Source = {
  readonly kind: FileKind;
  /** Tables of the warehouse this source fills (schema `raw`). */
  readonly tables: readonly RawTable[];
  /** Tables that exist in the scratch file only: what the vault must see first. */
  readonly scratchTables?: readonly RawTable[];
  /** The form, by content only (first 64 KiB); undefined where it is none of this source's. */
  readonly sniff: (head: Buffer, name: string) => string | undefined;
  readonly load: () => Promise<Reader>;
};
