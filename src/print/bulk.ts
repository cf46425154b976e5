import { typeset } from './typeset.ts';

export type BulkOptions<T> = {
  /** Number of the part being made, asked once before each part; it is the title of the file. */
  readonly number: () => string;
  /** Data of one part for the template. */
  readonly data: (letters: readonly T[], number: string) => unknown;
  /** Letters in a part; the last one takes up to twice as many, so that none is left small. */
  readonly size?: number;
};

export type BulkPart = { readonly number: string; readonly bytes: Uint8Array; readonly sheets: number };

/** Letters of one part: 500 to 1,000 pages where most letters have one sheet. */
const partSize = 500;

/** Typesets letters part by part, holding two parts at most, so that memory does not grow with their number. */
export async function* bulk<T>(
  template: string,
  letters: AsyncIterable<T> | Iterable<T>,
  { number, data, size = partSize }: BulkOptions<T>,
): AsyncGenerator<BulkPart> {
  let open: T[] = [];
  const close = async (count: number) => {
    const title = number();
    const part = await typeset(template, data(open.slice(0, count), title), { title });
    open = open.slice(count);
    return { number: title, ...part };
  };
  for await (const letter of letters) {
    open.push(letter);
    if (open.length === 2 * size) yield await close(size);
  }
  if (open.length > 0) yield await close(open.length);
}
