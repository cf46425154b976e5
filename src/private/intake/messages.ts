import type { UserError } from '#shared/errors.ts';
import type { Month } from '#shared/month.ts';
import type { FileKind, ReaderResult } from './reader.ts';

/** What the parent tells a reader process: one file to read, one scratch file to fill. No key opens anything. */
export type ReadOrder = {
  readonly kind: FileKind;
  readonly path: string;
  readonly fileId: number;
  readonly fileName: string;
  readonly insurerNumber: string;
  readonly thisMonth: Month;
  readonly scratch: string;
  /** As in `ReaderContext`: where nothing else of size is read beside it. */
  readonly dividedFrom?: number | undefined;
  /** base64 */
  readonly indexKey: string;
  /** PEM; identities can be sealed with it, not opened. */
  readonly vaultPublicKey: string;
};

/** What a reader process answers. A failure carries its place in the program, never a message with data. */
export type ReadAnswer =
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'done'; readonly result: ReaderResult }
  | { readonly type: 'refused'; readonly error: Pick<UserError, 'code' | 'text' | 'hint' | 'data'> }
  | { readonly type: 'disk-full' }
  | { readonly type: 'failed'; readonly place: string };

/** Whether an error means that no space is left; the engine says so in words only. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  return /no space left on device|disk full|database or disk is full/i.test(error.message);
}

/** Kind of error and where in the program it arose, without its message. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const frame = /(?:src|pipelines)\/[\w./-]+:\d+/.exec(error.stack?.replace(error.message, '') ?? '')?.[0];
  return frame ? `${error.name} ${frame}` : error.name;
}
