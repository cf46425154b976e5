import { UserError } from '#shared/errors.ts';
import { isDiskFull, placeOf, type ReadAnswer } from './messages.ts';
import { diskFull, isUnreadable, readerFailed, unreadableFile } from './refusals.ts';

/** How a process or thread that reads a file tells that it did not: never with a message that may quote data. */
export type Failure = Exclude<ReadAnswer, { type: 'done' | 'progress' }>;

type OrderedFile = { readonly path: string; readonly fileName: string };

export function failureOf(thrown: unknown, { path, fileName }: OrderedFile): Failure {
  const error = isUnreadable(thrown, path) ? unreadableFile(fileName) : thrown;
  if (error instanceof UserError) {
    const { code, text, hint, data } = error;
    return { type: 'refused', error: { code, text, hint, data } };
  }
  return isDiskFull(error) ? { type: 'disk-full' } : { type: 'failed', place: placeOf(error) };
}

/** The error again, on the side that gave the order. */
export function errorOf(failure: Failure, fileName: string): UserError {
  if (failure.type === 'disk-full') return diskFull(fileName);
  if (failure.type === 'failed') return readerFailed(fileName, failure.place);
  const { code, text, hint, data } = failure.error;
  return new UserError(code, text, { ...(hint ? { hint } : {}), ...(data === undefined ? {} : { data }) });
}
