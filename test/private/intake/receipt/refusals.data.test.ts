import { describe, expect, it } from 'vitest';
import { isMyNumber } from '#private/intake/my-number.ts';
import { UserError } from '#shared/errors.ts';
import {
  joinLines,
  load,
  procedure,
  type ReceiptOptions,
  receiptLines,
  record,
  searchNumber,
} from './files.ts';

const good = receiptLines({ points: 10, body: [procedure('11', '111000110', 10, 1)] });
const second = (options: ReceiptOptions) =>
  receiptLines({
    search: searchNumber(2),
    points: 20,
    body: [procedure('11', '111000110', 20, 1)],
    ...options,
  });

async function quarantine(lines: string[]) {
  const { tables, result } = await load(joinLines([good, lines]));
  expect(tables['receipt']).toHaveLength(1);
  expect(result).toMatchObject({ receipts: 2, records: good.length + lines.length });
  expect(result.points).toBe(10 + Number(tables['quarantine']![0]!['points']));
  return tables['quarantine']!;
}

async function refusal(bytes: Uint8Array): Promise<UserError> {
  try {
    await load(bytes);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('the file was read');
}

describe('receipts set aside, the rest goes on', () => {
  it.each([
    ['missing_common', second({ omit: ['RE'] })],
    ['missing_search_number', second({ search: '12345' })],
    ['unreadable_month', second({ month: '202613' })],
    ['unreadable_month', second({ month: '' })],
    ['unreadable_month', second({ month: '20260401' })],
    ['future_month', second({ month: '202612' })],
    ['future_month', second({ month: '50812' })],
    ['other_insurer', second({ insurer: '06999983' })],
    ['other_form', second({ type: '3112' })],
    ['other_form', second({ body: [record('BU', { 2: '010010xxxxxxxx' })] })],
  ])('%s', async (reason, lines) => {
    const rows = await quarantine(lines);
    expect(rows).toMatchObject([
      { position: 2, line: 6, line_end: 5 + lines.length, reason, points: 20, yen: 200 },
    ]);
  });

  it.each([
    ['no total', { omit: ['HO'] }],
    ['a total that is no number', { points: '2O' }],
    ['a negative total', { points: -20 }],
    ['no total in the insurer record', { points: '' }],
  ])('unreadable_total: %s; it came in with no points', async (_, options) => {
    expect(await quarantine(second(options))).toMatchObject([
      { reason: 'unreadable_total', points: 0, yen: 0 },
    ]);
  });

  it('the month of today is not the future', async () => {
    const { tables } = await load(joinLines([second({ month: '202611' })]));
    expect(tables['receipt']).toHaveLength(1);
  });

  it('the bytes of a receipt set aside lead back to it', async () => {
    const lines = second({ month: '' });
    const bytes = joinLines([good, lines]);
    const { tables } = await load(bytes);
    const row = tables['quarantine']![0]!;
    const text = bytes.subarray(Number(row['byte_from']), Number(row['byte_to'])).toString('latin1');
    expect(text.startsWith('2,1,0,MN')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(lines.length + 1);
  });

  it('the search number of the common record stands in for one missing in MN, wherever MN has it', async () => {
    const inCommon = second({ mn: { 4: '' } });
    const later = second({ mn: { 4: '', 5: searchNumber(3) }, re: { 19: '' } });
    const { tables } = await load(joinLines([inCommon, later]));
    expect(tables['receipt']!.map((row) => row['search_number'])).toEqual([searchNumber(2), searchNumber(3)]);
  });
});

describe('files refused as a whole', () => {
  const foreign = (n: number) => second({ search: searchNumber(n), insurer: '06999983' });

  it('another insurer: refused above half, set aside up to half', async () => {
    const error = await refusal(joinLines([good, foreign(2), foreign(3)]));
    expect(error.code).toBe('INTAKE_OTHER_INSURER');
    expect(error.data).toEqual({ foreign: 2, receipts: 3 });
    const { tables } = await load(joinLines([good, foreign(2)]));
    expect(tables['quarantine']).toHaveLength(1);
  });

  it('breaks off', async () => {
    expect((await refusal(joinLines([good]).subarray(0, -20))).code).toBe('INTAKE_TRUNCATED');
  });

  it.each(['', '\x1a', '\r\n'])('empty (%j)', async (text) => {
    expect((await refusal(Buffer.from(text, 'latin1'))).code).toBe('INTAKE_EMPTY');
  });

  it('no receipt file at all', async () => {
    expect((await refusal(Buffer.from('a,b,c\r\n1,2,3\r\n'))).code).toBe('INTAKE_UNKNOWN_KIND');
  });
});

describe('Individual Numbers', () => {
  const number = ['123456789018', '123456789012', '234567890123'].find(isMyNumber) ?? '';
  const wide = [...number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');

  it('the test has one', () => {
    expect(isMyNumber(number)).toBe(true);
  });

  it.each([
    ['a comment', record('CO', { 2: '60', 3: 1, 4: '820000001', 5: `番号は${wide}です` })],
    ['a comment column', record('SI', { 2: '60', 3: 1, 4: '160000310', 6: 1, 7: 1, 11: number }, 44)],
    ['an uncoded disease', record('SY', { 2: '0000999', 6: `病${number}` }, 8)],
    ['a symptom report', record('SJ', { 2: '07', 3: wide })],
  ])('one in %s refuses the file', async (_, text) => {
    const error = await refusal(joinLines([good, second({ body: [text] })]));
    expect(error.code).toBe('INTAKE_MY_NUMBER');
    expect(JSON.stringify([error.message, error.text, error.hint, error.data])).not.toContain(number);
  });

  it('also in rows the reader does not load', async () => {
    const added = [record('CO', { 4: '820000001', 5: wide })];
    expect((await refusal(joinLines([good, second({ added })]))).code).toBe('INTAKE_MY_NUMBER');
  });

  it('two in a column are chance, three refuse', async () => {
    const holder = (n: number) => second({ search: searchNumber(n), number });
    expect((await load(joinLines([holder(2), holder(3)]))).result.receipts).toBe(2);
    expect((await refusal(joinLines([holder(2), holder(3), holder(4)]))).code).toBe('INTAKE_MY_NUMBER');
  });

  it('chart numbers are declared harmless: counted, never a refusal', async () => {
    const chart = (n: number) => second({ search: searchNumber(n), re: { 14: number } });
    const { result } = await load(joinLines([chart(2), chart(3), chart(4), chart(5)]));
    expect(result.receipts).toBe(4);
    expect(result.notes).toHaveLength(1);
    expect(result.notes![0]?.en).toContain(' 4 ');
  });
});
