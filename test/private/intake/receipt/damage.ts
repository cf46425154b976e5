import fc from 'fast-check';

/** One thing that may happen to a file on its way; places are parts of the file or of its lines. */
export const damage = fc.record({
  what: fc.constantFrom(
    'bytes',
    'bytes',
    'drop line',
    'repeat line',
    'swap lines',
    'cut line',
    'double field',
    'empty field',
    'other field',
    'cut end',
  ),
  at: fc.nat(999_999),
  other: fc.nat(999_999),
  remove: fc.oneof(fc.nat(40), fc.nat(4000)),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc
      .constantFrom(
        '\r\nGO,1,1,99\r\n',
        '\r\nRE,1,1111,x\r\nGT',
        '\x1a',
        ',,,,-',
        '\r\nUK\r\nMN\r\n',
        '-1',
        '9999999999',
        '99999999999999999999',
        '1O0',
        '２',
        '\xef\xbb\xbf',
        '\0',
      )
      .map((text) => Buffer.from(text, 'latin1')),
  ),
});
export type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

export const damages = fc.array(damage, { minLength: 1, maxLength: 6 });

export function damaged(whole: Buffer, all: readonly Damage[]): Buffer {
  return all.reduce(apply, whole);
}

function apply(bytes: Buffer, { what, at, other, remove, bytes: added }: Damage): Buffer {
  if (what === 'bytes' || bytes.length === 0) {
    const place = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, place), added, bytes.subarray(place + remove)]);
  }
  if (what === 'cut end') return bytes.subarray(0, bytes.length - (at % Math.min(bytes.length, 400)));
  const lines = bytes.toString('latin1').split('\n');
  const index = at % lines.length;
  lines.splice(index, 1, ...changed(what, lines, index, other, Buffer.from(added).toString('latin1')));
  return Buffer.from(lines.join('\n'), 'latin1');
}

/** What stands in the place of one line. */
function changed(
  what: Exclude<Damage['what'], 'bytes' | 'cut end'>,
  lines: string[],
  index: number,
  other: number,
  added: string,
): string[] {
  const line = lines[index]!;
  const fields = line.split(',');
  const field = other % fields.length;
  switch (what) {
    case 'drop line':
      return [];
    case 'repeat line':
      return [line, line];
    case 'swap lines': {
      const second = other % lines.length;
      const swapped = lines[second]!;
      lines[second] = line;
      return [swapped];
    }
    case 'cut line':
      return [line.slice(0, other % (line.length + 1))];
    case 'double field':
      fields.splice(field, 0, fields[field]!);
      return [fields.join(',')];
    case 'empty field':
      fields[field] = '';
      return [fields.join(',')];
    case 'other field':
      fields[field] = added;
      return [fields.join(',')];
  }
}
