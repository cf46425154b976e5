import { describe, expect, it } from 'vitest';
import { UserError } from '#shared/errors.ts';
import { cp932, joinLines, procedure, receiptLines, scanAll, searchNumber } from './files.ts';

const one = receiptLines({ points: 100, body: [procedure('11', '111000110', 100, 1)] });
const two = receiptLines({
  search: searchNumber(2),
  points: 50,
  body: [procedure('11', '111000110', 50, 1)],
});

function codeOf(bytes: Uint8Array): string {
  try {
    scanAll(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

describe('where a receipt ends', () => {
  it.each([
    ['CRLF and an end mark after the last line', joinLines([one, two])],
    ['LF only, no end mark', joinLines([one, two], '\n', '')],
    ['an end mark on a line of its own', joinLines([one, two], '\r\n', '\x1a\r\n')],
    ['empty lines between', joinLines([one, [''], two, ['', '']])],
    ['an end mark after every line', joinLines([one, two], '\x1a\r\n')],
    ['two files joined: an end mark before a line', Buffer.concat([joinLines([one]), joinLines([two])])],
    ['no line end at all after the last line', joinLines([one, two]).subarray(0, -3)],
  ])('%s: the same two receipts', (_, bytes) => {
    const found = scanAll(bytes);
    expect(found.map(({ text }) => text.length)).toEqual([5, 5]);
    expect(found[1]!.text).toEqual(
      two.map((line) => cp932(line).toString('latin1').split(',').slice(3).join(',')),
    );
  });

  it('a mix of line ends', () => {
    const bytes = Buffer.concat([joinLines([one], '\n', ''), joinLines([two], '\r\n', '')]);
    expect(scanAll(bytes).map(({ lines }) => lines.count)).toEqual([5, 5]);
  });

  it('without MN a new institution record opens a receipt', () => {
    const bytes = joinLines([one.slice(1), two.slice(1)]);
    expect(scanAll(bytes).map(({ lines }) => lines.count)).toEqual([4, 4]);
  });

  it('without MN and institution a new common record does; one of the review body does not', () => {
    const corrected = [...one.slice(2), '2,9,0,RE,1,1112,202604'];
    const bytes = joinLines([corrected, two.slice(2)]);
    expect(scanAll(bytes).map(({ lines }) => lines.count)).toEqual([4, 3]);
  });

  it('bytes and lines lead back to the file', () => {
    const bytes = joinLines([one, two]);
    const [first, second] = scanAll(bytes);
    expect(first!.lines.byteFrom).toBe(0);
    expect(second!.lines.byteFrom).toBe(first!.lines.byteTo);
    expect(bytes.subarray(second!.lines.byteFrom, second!.lines.byteFrom + 8).toString('latin1')).toBe(
      '2,1,0,MN',
    );
    expect(second!.lines.line[0]).toBe(6);
  });

  it('a file of many blocks gives the same receipts as its parts', () => {
    const receipts = Array.from({ length: 9000 }, (_, index) =>
      receiptLines({
        search: searchNumber(index + 1),
        body: Array(4).fill(procedure('11', '111000110', 1, 1)),
      }),
    );
    const bytes = joinLines(receipts);
    expect(bytes.length).toBeGreaterThan(4 << 20);
    const found: number[] = [];
    let expectedFrom = 0;
    for (const { lines, text } of scanFew(bytes)) {
      found.push(Number(text[0]!.split(',')[3]!.slice(-9)));
      expect(lines.byteFrom).toBe(expectedFrom);
      expectedFrom = lines.byteTo;
    }
    expect(found).toEqual(receipts.map((_, index) => index + 1));
  });

  it('a receipt larger than a block is whole', () => {
    const huge = receiptLines({ body: Array(60_000).fill(procedure('60', '160000310', 1, 1)) });
    const found = scanFew(joinLines([one, huge, two]));
    expect(found.map(({ count }) => count)).toEqual([5, 60_004, 5]);
  });
});

describe('files that break off', () => {
  const whole = joinLines([one, two]).subarray(0, -3);

  it('inside any of the last fields the file is refused', () => {
    for (const cut of [1, 5, 20, 43])
      expect(codeOf(whole.subarray(0, whole.length - cut))).toBe('INTAKE_TRUNCATED');
  });

  it('the refusal names the line', () => {
    expect(() => scanAll(whole.subarray(0, -4))).toThrow(/line 10/);
  });

  it('inside the identifier or the three leading columns', () => {
    const start = whole.lastIndexOf('\n') + 1;
    for (const length of [1, 2, 4, 7])
      expect(codeOf(whole.subarray(0, start + length))).toBe('INTAKE_TRUNCATED');
  });

  it('at any place that is not the end of a record that ends receipts', () => {
    const receipts = [1, 2, 3].map((n) => {
      const body = [procedure('11', '111000110', 50, 1), procedure('60', '160000310', 50, 1)];
      return receiptLines({ search: searchNumber(n), points: 100, body, added: ['RC,Ver00001abc'] });
    });
    const bytes = joinLines(receipts, '\r\n', '');
    const start = joinLines(receipts.slice(0, 2), '\r\n', '').length;
    for (let cut = start + 1; cut < bytes.length - 2; cut++) {
      const ends = [0x0a, 0x0d].includes(bytes[cut - 1]!);
      const beforeLineEnd =
        bytes[cut] === 0x0d && bytes.subarray(0, cut).toString('latin1').endsWith('RC,Ver00001abc');
      if (!ends && !beforeLineEnd)
        expect([cut, codeOf(bytes.subarray(0, cut))]).toEqual([cut, 'INTAKE_TRUNCATED']);
    }
    expect(codeOf(bytes.subarray(0, -2))).toBe('read');
  });

  it('a record shorter than defined is whole where the file writes it so everywhere', () => {
    const short = ['1,2,0,RE,1,1112', '1,3,0,RE,1,1112'].join('\r\n');
    expect(codeOf(Buffer.from(short))).toBe('read');
    expect(codeOf(Buffer.from(short.slice(0, -5)))).toBe('INTAKE_TRUNCATED');
  });

  it('an end mark instead of the last line end is an end', () => {
    expect(codeOf(Buffer.concat([whole.subarray(0, -10), Buffer.from([0x1a])]))).toBe('read');
  });

  it.each(['', '\x1a', '\r\n\r\n', '\n\x1a\r\n'])('%j is empty', (text) => {
    expect(codeOf(Buffer.from(text, 'latin1'))).toBe('INTAKE_EMPTY');
  });
});

/** As scanAll, without copying the buffer of each receipt. */
function scanFew(bytes: Uint8Array) {
  return scanAll(bytes, false).map(({ lines, text }) => ({ lines, text, count: lines.count }));
}
