import { expect, test } from 'vitest';
import { personKeys } from '#private/vault/keys.ts';
import { UserError } from '#shared/errors.ts';
import {
  cd,
  exchange,
  hc08,
  hg08,
  ix08,
  notMeasurable,
  notPerformed,
  pq,
  st,
  writeTemporary,
  zipFile,
} from './make.ts';
import { indexKey, readArchive } from './scratch.ts';

async function refusal(path: string): Promise<UserError> {
  const error: unknown = await readArchive(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

const reasons = (rows: readonly Record<string, unknown>[] | undefined) =>
  rows?.map(({ position, reason, records }) => [position, reason, records]);

test('a checkup becomes one row with keys instead of a name, and one row per item', async () => {
  const path = await exchange([
    hc08({
      branch: '02',
      entries: [
        pq('9N016160100000001', '85.0', 'cm'),
        notPerformed('9A755000000000001'),
        notMeasurable('9A752000000000001'),
        cd('9N736000000000011', '3', '1.2.392.200119.6.24060'),
        st('9N061160800000049', '頭痛'),
      ],
    }),
  ]);
  const { result, tables } = await readArchive(path);
  const keys = personKeys(indexKey, {
    insurer: '06999991',
    symbol: '999',
    number: '4711',
    branch: '2',
    birthDate: '1970-04-01',
    sex: '1',
    kana: 'ｶﾅﾘﾔ ﾐﾎﾝ',
  });
  expect(tables['checkup']).toEqual([
    {
      file_id: 3,
      checkup_seq: 1,
      document: 2,
      form: 'archive',
      layout: null,
      provenance: 'own',
      report_code: '10',
      key_branch: keys.branch,
      key_name: keys.name,
      key_base: keys.base,
      sex: '1',
      examined_on: '2025-06-10',
      age_on_day: 55,
      institution: '1310000001',
      program: '010',
      insurer_number: '06999991',
      content: expect.stringMatching(/^[\w-]{22}$/),
      records: 1,
    },
  ]);
  const none = { number: null, choice: null, choice_system: null, text: null, unit: null, flag: null };
  const base = { file_id: 3, checkup_seq: 1, ...none };
  expect(tables['checkup_result']?.toSorted((a, b) => Number(a['position']) - Number(b['position']))).toEqual(
    [
      { ...base, item_code: '9N016160100000001', state: 'measured', number: 85, unit: 'cm', position: 1 },
      { ...base, item_code: '9A755000000000001', state: 'not_performed', position: 2 },
      { ...base, item_code: '9A752000000000001', state: 'not_measurable', position: 3 },
      {
        ...base,
        item_code: '9N736000000000011',
        state: 'measured',
        choice: '3',
        choice_system: '24060',
        position: 4,
      },
      { ...base, item_code: '9N061160800000049', state: 'measured', text: '頭痛', position: 5 },
    ],
  );
  expect(tables['quarantine']).toEqual([]);
  expect(tables['finding']).toEqual([]);
  expect(result).toEqual({
    form: 'checkup-archive',
    records: 1,
    receipts: 0,
    points: 0,
    yen: 0,
    asOf: '2025-07-02',
    rows: {
      checkup: 1,
      checkup_result: 5,
      checkup_claim: 0,
      checkup_part: 0,
      guidance: 0,
      guidance_result: 0,
      guidance_support: 0,
      quarantine: 0,
      finding: 0,
    },
  });
  expect(JSON.stringify(tables)).not.toMatch(/カナリヤ|ｶﾅﾘﾔ|架空県|4711|９９９/);
});

test('what cannot be read is quarantined by document, with its reason and line; the rest goes on', async () => {
  const path = await exchange([
    hc08(),
    '<ClinicalDocument xmlns="urn:hl7-org:v3">\n<broken',
    hc08({ insurer: undefined }),
    hc08({ number: undefined }),
    hc08({ sex: '3' }),
    hc08({ birth: '19700231' }),
    hc08({ day: '19700331' }),
    hc08({ day: '20261201' }),
    hc08({ day: '20261130' }),
    hc08({ insurer: '06999983' }),
    hg08({ day: '20261201' }),
    hc08({ symbol: undefined, name: '' }),
  ]);
  const { result, tables } = await readArchive(path);
  expect(reasons(tables['quarantine'])).toEqual([
    [2, 'checkup_broken_xml', 1],
    [3, 'checkup_insurer', 1],
    [4, 'checkup_number', 1],
    [5, 'checkup_sex', 1],
    [6, 'checkup_birth', 1],
    [7, 'checkup_day', 1],
    [8, 'future_month', 1],
    [10, 'other_insurer', 1],
    [11, 'future_month', 1],
  ]);
  expect(tables['quarantine']?.[0]).toMatchObject({ file_id: 3, line: 2, receipts: 0, points: 0, yen: 0 });
  expect(tables['checkup']?.map((row) => row['checkup_seq'])).toEqual([1, 9, 12]);
  expect(tables['checkup']?.[2]).toMatchObject({ key_branch: null, key_name: null });
  expect(result.records).toBe(12);
});

test('a document whose compression is damaged is quarantined', async () => {
  const path = await zipFile(
    { 'x/ix08_V08.xml': ix08(2), 'x/DATA/h1.xml': hc08(), 'x/DATA/h2.xml': hc08() },
    { level: 0 },
  );
  const { readFileSync, writeFileSync } = await import('node:fs');
  const bytes = readFileSync(path);
  bytes[bytes.lastIndexOf('170.5')] = 0x39;
  writeFileSync(path, bytes);
  const { tables } = await readArchive(path);
  expect(reasons(tables['quarantine'])).toEqual([[2, 'checkup_damaged', 1]]);
  expect(tables['checkup']).toHaveLength(1);
});

test('findings about items stand with the document and its line, counted', async () => {
  const path = await exchange([
    hc08({
      entries: [
        pq('9N001000000000001', '170', 'cm'),
        pq('9N001000000000001', '171', 'cm'),
        pq('9N001000000000001', '172', 'cm'),
        pq('9Z999000000000001', '1', 'x'),
      ],
    }),
  ]);
  const { tables } = await readArchive(path);
  expect(tables['finding']).toEqual([
    {
      file_id: 3,
      position: 1,
      line: 15,
      code: 'checkup_repeated_item',
      item: '9N001000000000001',
      expected: null,
      found: 2,
    },
    {
      file_id: 3,
      position: 1,
      line: 17,
      code: 'checkup_unlisted_item',
      item: '9Z999000000000001',
      expected: null,
      found: 1,
    },
  ]);
  expect(tables['checkup_result']?.map((row) => [row['item_code'], row['number']])).toEqual([
    ['9N001000000000001', 170],
    ['9Z999000000000001', 1],
  ]);
});

test('most documents of another insurer: the whole file is refused; half of them: quarantined', async () => {
  const own = hc08();
  const foreign = hc08({ insurer: '06999983' });
  const error = await refusal(await exchange([own, foreign, foreign]));
  expect(error.code).toBe('INTAKE_OTHER_INSURER');
  expect(error.data).toEqual({ foreign: 2, documents: 3 });
  expect(JSON.stringify(error.text)).not.toContain('06999983');
  const { tables } = await readArchive(await exchange([own, foreign]));
  expect(reasons(tables['quarantine'])).toEqual([[2, 'other_insurer', 1]]);
});

test('an insurer number without its leading zero is the same number', async () => {
  const { tables } = await readArchive(await exchange([hc08({ insurer: '6999991' })]));
  expect(tables['checkup']?.[0]).toMatchObject({ insurer_number: '06999991' });
});

test.each([
  ['text of an item', hc08({ entries: [st('9N061160800000049', '番号 1234 5678 9018 です')] })],
  ['name', hc08({ name: '123456789018' })],
  ['a document that is set aside anyway', hc08({ sex: '3', name: '１２３４５６７８９０１８' })],
])('an Individual Number in free text refuses the file: %s', async (_name, document) => {
  const error = await refusal(await exchange([hc08(), document]));
  expect(error.code).toBe('INTAKE_MY_NUMBER');
  expect(JSON.stringify([error.text, error.hint, error.data])).not.toMatch(/1234|１２３４/);
});

test('Individual Numbers in place of the card number: two may be chance, three refuse', async () => {
  const card = hc08({ number: '123456789018' });
  expect((await readArchive(await exchange([card, card]))).tables['checkup']).toHaveLength(2);
  expect((await refusal(await exchange([card, card, card]))).code).toBe('INTAKE_MY_NUMBER');
});

test.each([
  ['a DTD in one document', 'INTAKE_XML_UNSAFE', () => exchange([hc08(), `<!DOCTYPE x>${hc08()}`])],
  ['a nested archive', 'INTAKE_ARCHIVE_UNSAFE', () => exchange([hc08()], { 'more.zip': 'x' })],
  ['a password', 'INTAKE_ENCRYPTED', () => zipFile({ 'x/DATA/h1.xml': hc08() }, { password: 'x' })],
  ['no checkup in an exchange archive', 'INTAKE_EMPTY', () => exchange([])],
  ['another kind of ZIP', 'INTAKE_UNKNOWN_KIND', () => zipFile({ 'b.txt': 'x' })],
  [
    'an XML that breaks off',
    'INTAKE_TRUNCATED',
    async () => writeTemporary(Buffer.from(hc08().slice(0, 900))),
  ],
  ['an index alone', 'INTAKE_EMPTY', async () => writeTemporary(Buffer.from(ix08(1)))],
  ['an empty ZIP', 'INTAKE_UNKNOWN_KIND', () => zipFile({})],
])('refuses the whole file: %s', async (_name, code, make) => {
  expect((await refusal(await make())).code).toBe(code);
});

test('reports progress up to the size of the file', async () => {
  const seen: number[] = [];
  const path = await exchange([hc08(), hc08(), hc08()]);
  const { statSync } = await import('node:fs');
  await readArchive(path, { onProgress: (bytes) => seen.push(bytes) });
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(statSync(path).size);
});
