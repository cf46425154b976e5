import { randomBytes } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** Random letters and digits, 5 bits each: an id that tells nothing. */
export function randomId(length: number): string {
  return Array.from(randomBytes(length), (byte) => letters[byte % 32]).join('');
}

/** Id of one row of one document, unrelated to the person and to every other document. */
export function newRowId(): string {
  return randomId(12);
}

/** Id of one draft. */
export function newDraftId(): string {
  return `d-${randomId(10)}`;
}
