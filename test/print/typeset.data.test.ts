import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bulk } from '../../src/print/bulk.ts';
import { typeset } from '../../src/print/typeset.ts';
import { letterTemplate, sampleLetter, samplePart } from './letter-sample.ts';
import { pagesOf } from './pixels.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenpo-print-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function template(text: string): string {
  const path = join(folder, 'template.typ');
  writeFileSync(path, text);
  return path;
}

const part = samplePart([sampleLetter({ rows: 3 }), sampleLetter({ rows: 40 })], '2026-00012');
const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('typeset', () => {
  test('the same input gives the same bytes, after other work too', async () => {
    const first = await typeset(letterTemplate, part, { title: '2026-00012' });
    await typeset(template('other'), {}, { title: '2026-00013' });
    const second = await typeset(letterTemplate, part, { title: '2026-00012' });
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    expect(first.sheets).toBe(3);
    expect(await pagesOf(first.bytes)).toHaveLength(3);
  });

  test('the number is all the metadata says: no author, no program, no keywords, no date, no name', async () => {
    const { bytes } = await typeset(letterTemplate, part, { title: '2026-00012' });
    const text = raw(bytes);
    const info = /\/Info (\d+) 0 R/.exec(text)?.[1];
    const entries = new RegExp(`\\n${info} 0 obj\\s*<<([\\s\\S]*?)>>`).exec(text)?.[1] ?? '';
    expect([...entries.matchAll(/\/(\w+) /g)].map(([, key]) => key)).toEqual(['Title']);
    expect(entries).toContain('/Title (2026-00012)');
    const xmp = /<\?xpacket begin[\s\S]*?<\?xpacket end/.exec(text)?.[0] ?? '';
    const tags = [...xmp.matchAll(/<(\w+:\w+)[ >]/g)].map(([, tag]) => tag);
    expect(tags).toContain('dc:title');
    for (const tag of [
      'dc:creator',
      'xmp:CreatorTool',
      'dc:subject',
      'dc:description',
      'xmp:CreateDate',
      'pdf:Keywords',
    ])
      expect(tags).not.toContain(tag);
    expect(xmp).toContain('>2026-00012</rdf:li>');
    expect(Buffer.from(bytes).includes(Buffer.from('見本'))).toBe(false);
  });

  test('an error names file and line, never a value of the data', async () => {
    const data = { name: '見本秘密', card: 'Himitsu-4711' };
    for (const use of ['int(data.name)', 'panic(data.card)', 'data.name + 1', 'data.at(data.card)']) {
      const failing = typeset(template(`#let data = json("/data.json")\n#(${use})`), data, { title: 'n' });
      const error: unknown = await failing.catch((cause: unknown) => cause);
      expect(String(error)).toContain('template.typ:2');
      expect(String(error)).not.toMatch(/秘密|imitsu|4711/);
      expect(error instanceof Error && error.cause).toBeUndefined();
    }
  });

  test('a template reads its data and the .typ files beside it, nothing else', async () => {
    writeFileSync(join(folder, 'beside.typ'), '#let word = "beside"');
    const ok = typeset(template('#import "beside.typ": word\n#word'), {}, { title: 'n' });
    expect((await ok).sheets).toBe(1);
    await expect(typeset(template('#read("/../../package.json")'), {}, { title: 'n' })).rejects.toThrow(
      'template.typ:1',
    );
    await typeset(template('#json("/data.json").name'), { name: 'a' }, { title: 'n' });
    await expect(typeset(template('#read("/template/none.typ")'), {}, { title: 'n' })).rejects.toThrow(
      'template.typ:1',
    );
  });
});

test('bulk: parts in order, each with its own number and every letter once, the last one never small', async () => {
  const letters = Array.from({ length: 5 }, (_, index) => `letter ${index}`);
  const numbers = ['A', 'B'];
  const seen: string[] = [];
  const path = template('#let data = json("/data.json")\n#for one in data.letters { page(one) }');
  const parts = bulk(path, letters, {
    number: () => numbers[seen.length] ?? '',
    data: (own, number) => {
      seen.push(`${number}: ${own.join(', ')}`);
      return { letters: own };
    },
    size: 2,
  });
  const made: [string, number][] = [];
  for await (const { number, sheets } of parts) made.push([number, sheets]);
  expect(made).toEqual([
    ['A', 2],
    ['B', 3],
  ]);
  expect(seen).toEqual(['A: letter 0, letter 1', 'B: letter 2, letter 3, letter 4']);
});
