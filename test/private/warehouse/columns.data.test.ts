import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchRows, columnPositions, createRowWriter } from '#private/warehouse/columns.ts';
import { markAt, markOf } from '#private/warehouse/marks.ts';
import { openForBuild, openRowWriter, type Row } from '#private/warehouse.ts';
import { createTableSql, defineTable, markValues } from '#shared/define.ts';

const table = defineTable({
  name: 'sample',
  grain: 'one row per test value',
  columns: {
    id: 'integer',
    flag: 'boolean',
    small: 'smallint',
    big: 'bigint',
    real: 'double',
    day: 'date',
    at: 'timestamp',
    word: 'text',
    mark: 'mark',
  },
});
const c = columnPositions(table);

type Sample = {
  readonly flag: boolean | null;
  readonly small: number | null;
  readonly big: number | null;
  readonly real: number | null;
  readonly day: number | null;
  readonly word: string | null;
  readonly mark: string | null;
};
const nothing: Sample = {
  flag: null,
  small: null,
  big: null,
  real: null,
  day: null,
  word: null,
  mark: null,
};

async function roundTrip(samples: readonly Sample[]): Promise<{ rows: Row[]; count: number }> {
  const warehouse = await openForBuild(':memory:', tmpdir());
  try {
    await warehouse.run(`create schema raw; ${createTableSql(table, 'raw')}`);
    const writer = await openRowWriter(warehouse, table, 'raw');
    for (const [id, sample] of samples.entries()) {
      writer.number(c.id, id);
      if (sample.flag !== null) writer.number(c.flag, sample.flag ? 1 : 0);
      for (const name of ['small', 'big', 'real', 'day'] as const) {
        const value = sample[name];
        if (value !== null) writer.number(c[name], value);
      }
      if (sample.word !== null) writer.text(c.word, sample.word);
      if (sample.mark !== null) writer.text(c.mark, sample.mark);
      writer.endRow();
    }
    const count = writer.finish();
    return {
      count,
      rows: await warehouse.rows(
        "select * replace (day - date '1970-01-01' as day) from raw.sample order by id",
      ),
    };
  } finally {
    warehouse.close();
  }
}

const sample = fc.record({
  flag: fc.option(fc.boolean()),
  small: fc.option(fc.integer({ min: -32768, max: 32767 })),
  big: fc.option(fc.maxSafeInteger()),
  real: fc.option(fc.double({ noNaN: true })),
  day: fc.option(fc.integer({ min: -40000, max: 60000 })),
  word: fc.option(fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 20 }))),
  mark: fc.option(fc.constantFrom(...markValues)),
});

describe('rows appended as columns', () => {
  it('come back as they were put in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { maxLength: 60 }), async (samples) => {
        const { rows, count } = await roundTrip(samples);
        expect(count).toBe(samples.length);
        expect(rows).toEqual(samples.map((values, id) => ({ id, ...values, at: null })));
      }),
      { numRuns: 40 },
    );
  });

  it.each([batchRows - 1, batchRows, batchRows + 1, batchRows * 2 + 5])(
    '%i rows: nothing of a batch shows in the next',
    async (rows) => {
      const samples = Array.from({ length: rows }, (_, id): Sample => {
        const [set, long] = [id % 3 !== 0, id % 2 === 0];
        return {
          flag: set ? long : null,
          small: set ? -id : null,
          big: set ? id * 5_000_000_000 : null,
          real: set ? id / 7 : null,
          day: set ? id : null,
          word: set ? (long ? `みほんの長い文章 ${id}` : `短い${id % 7}`) : null,
          mark: set ? markValues[id % markValues.length]! : null,
        };
      });
      const { rows: back } = await roundTrip(samples);
      expect(back).toEqual(samples.map((values, id) => ({ id, ...values, at: null })));
    },
  );

  it.each([0, 11, 12, 13, 14])("ASCII of %i bytes, around the engine's short form", async (length) => {
    const word = 'x'.repeat(length);
    const { rows } = await roundTrip([{ ...nothing, word }]);
    expect(rows[0]!['word']).toBe(word);
  });

  it('bytes that are not ASCII are left out and said so', async () => {
    const warehouse = await openForBuild(':memory:', tmpdir());
    await warehouse.run(`create schema raw; ${createTableSql(table, 'raw')}`);
    const writer = await openRowWriter(warehouse, table, 'raw');
    expect(writer.ascii(c.word, Uint8Array.of(0x41, 0x81), 0, 2)).toBe(false);
    expect(writer.ascii(c.word, Uint8Array.of(0x41, 0x81), 0, 1)).toBe(true);
    writer.endRow();
    writer.ascii(c.word, Uint8Array.of(0xff), 0, 1);
    writer.endRow();
    writer.finish();
    expect((await warehouse.rows('select word from raw.sample')).map((row) => row['word'])).toEqual([
      'A',
      null,
    ]);
    warehouse.close();
  });
});

it('every mark is the number of its place, from bytes as from text', () => {
  const bytes = Buffer.from(markValues.join(' '));
  let from = 0;
  for (const [place, value] of markValues.entries()) {
    expect(markAt(bytes, from, from + value.length)).toBe(place);
    expect(markOf(Buffer.from(value))).toBe(place);
    from += value.length + 1;
  }
  expect(new Set(markValues).size).toBe(markValues.length);
});

it.each(['', ' ', '\u007f', '1A', 'A1', 'ab', 'aB', '/0', '0:', '@A', 'A[', '000', 'あ'])(
  '%j is no mark',
  (text) => {
    const bytes = Buffer.from(text);
    expect(markAt(bytes, 0, bytes.length)).toBe(-1);
    expect(() => markOf(bytes)).toThrow();
    const writer = createRowWriter(table, (batch) => {
      expect(batch[c.mark]!.isEmpty()).toBe(true);
    });
    expect(writer.ascii(c.mark, bytes, 0, bytes.length)).toBe(false);
    writer.endRow();
    writer.finish();
    expect.assertions(4);
  },
);

it('a text is copied when it is given: its bytes may be overwritten before the batch is handed over', () => {
  const given: string[] = [];
  const writer = createRowWriter(table, (columns) => {
    for (const [, bytes] of columns[c.word]!.long) given.push(Buffer.from(bytes).toString());
  });
  const bytes = Buffer.from('101600102600103600');
  writer.ascii(c.word, bytes, 0, bytes.length);
  writer.endRow();
  bytes.fill(0x78);
  writer.finish();
  expect(given).toEqual(['101600102600103600']);
});
