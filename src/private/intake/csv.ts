import { createReadStream } from 'node:fs';

export type Encoding = 'utf-8' | 'shift_jis';

/** One record of a CSV file; `line` is where it starts, `ended` is false where the file stops without a line end. */
export type CsvRecord = {
  readonly line: number;
  readonly fields: readonly string[];
  readonly ended: boolean;
};

/** Characters no record has: beyond them a quote was never closed. */
const longestRecord = 1 << 20;

/** End-of-file mark of older systems; the decoder would turn it into another character. */
const endOfFile = 0x1a;

/**
 * UTF-8 where the bytes are UTF-8 (a cut character at the end is no fault), or would be but for one in twenty of its
 * characters beyond ASCII: a damaged file stays what it is. Else cp932.
 */
export function detectEncoding(head: Uint8Array): Encoding {
  for (let cut = 0; cut < 4; cut++) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, head.length - cut));
      return 'utf-8';
    } catch {
      // a character may be cut at the end of the head
    }
  }
  const beyond = new TextDecoder('utf-8').decode(head).match(/[^\0-\x7f]/g) ?? [];
  const broken = beyond.filter((character) => character === '\uFFFD').length;
  return broken * 20 <= beyond.length ? 'utf-8' : 'shift_jis';
}

/** Decodes the head of a file; never fails. */
export function decodeHead(head: Uint8Array): string {
  return new TextDecoder(detectEncoding(head)).decode(head);
}

/** The first records of a file, as far as its head holds them whole. */
export function headRecords(head: Uint8Array, most: number): readonly CsvRecord[] {
  const { records, rest, line } = cutRecords(decodeHead(head), 1);
  const last = rest === '' ? [] : [{ line, fields: splitFields(rest), ended: false }];
  return [...records, ...last].slice(0, most);
}

/**
 * Streams the records of a CSV file (RFC 4180; CRLF or LF; empty lines skipped) in batches, one per block read.
 * A quote left open at the end, or for longer than any record is, gives a last record that is not ended.
 */
export async function* readCsv(
  path: string,
  encoding: Encoding,
  onProgress: (bytes: number) => void = () => {},
): AsyncGenerator<CsvRecord[]> {
  yield* csvRecords(blocksOf(path, onProgress), encoding);
}

async function* blocksOf(path: string, onProgress: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!(block instanceof Uint8Array)) throw new Error('a file stream gave no bytes');
    bytes += block.length;
    yield block;
    onProgress(bytes);
  }
}

/** The same of bytes that are not a file of their own. */
export async function* csvRecords(
  blocks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<CsvRecord[]> {
  const decoder = new TextDecoder(encoding);
  let rest = '';
  let line = 1;
  for await (const [block, isLast] of withLast(blocks)) {
    const marked = isLast && block.at(-1) === endOfFile;
    const text = decoder.decode(marked ? block.subarray(0, -1) : block, { stream: true });
    const cut = cutRecords(rest + text, line);
    rest = cut.rest;
    line = cut.line;
    yield cut.records;
    if (rest.length > longestRecord) {
      yield [{ line, fields: [], ended: false }];
      return;
    }
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield [{ line, fields: splitFields(rest.replace(/\r$/, '')), ended: false }];
}

/** Blocks, one behind, each with whether it is the last. */
async function* withLast(
  blocks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<readonly [Uint8Array, boolean]> {
  let held: Uint8Array | undefined;
  for await (const block of blocks) {
    if (held) yield [held, false];
    held = block;
  }
  if (held) yield [held, true];
}

/** Cuts whole records off the front; a line break inside quotes does not end one. */
function cutRecords(text: string, firstLine: number): { records: CsvRecord[]; rest: string; line: number } {
  const records: CsvRecord[] = [];
  let line = firstLine;
  let start = 0;
  let from = 0;
  let lines = 0;
  let open = false;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    open = hasOddQuotes(text.slice(from, end)) !== open;
    lines++;
    from = end + 1;
    if (open) continue;
    const record = text.slice(start, end);
    const bare = record.endsWith('\r') ? record.slice(0, -1) : record;
    if (bare !== '') records.push({ line, fields: splitFields(bare), ended: true });
    line += lines;
    lines = 0;
    start = from;
  }
  return { records, rest: text.slice(start), line };
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

/** The fields of one record, without their quotes. */
export function splitFields(record: string): string[] {
  if (!record.includes('"')) return record.split(',');
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let field = '';
    if (record[at] === '"') {
      let end = record.indexOf('"', at + 1);
      let from = at + 1;
      while (end >= 0 && record[end + 1] === '"') {
        field += record.slice(from, end + 1);
        from = end + 2;
        end = record.indexOf('"', from);
      }
      field += record.slice(from, end < 0 ? record.length : end);
      at = end < 0 ? record.length : end + 1;
    }
    const comma = record.indexOf(',', at);
    fields.push(field + record.slice(at, comma < 0 ? record.length : comma));
    if (comma < 0) return fields;
    at = comma + 1;
  }
}
