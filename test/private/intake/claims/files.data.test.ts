import { describe, expect, it, test } from 'vitest';
import { paperReceiptContract } from '#pipelines/sources/paper-receipt/contract.ts';
import { receiptChangeContract } from '#pipelines/sources/receipt-change/contract.ts';
import { therapyClaimContract } from '#pipelines/sources/therapy-claim/contract.ts';
import { recognise } from '#private/intake/detect.ts';
import { inspectFile } from '#private/intake/inspect.ts';
import { inspectionText } from '#private/intake/inspect-words.ts';
import { UserError } from '#shared/errors.ts';
import { cp932 } from '../receipt/files.ts';
import { changeCsv, fileOf, paperCsv, read, therapyCsv } from './make.ts';

const now = new Date('2026-11-21T12:00:00+09:00');
const contracts = [
  ['therapy-claim', therapyClaimContract, therapyCsv],
  ['paper-receipt', paperReceiptContract, paperCsv],
  ['receipt-change', receiptChangeContract, changeCsv],
] as const;

describe.each(contracts)('a file of kind %s', (kind, contract, csv) => {
  it('is known by its header, whatever the encoding, also with a column missing', () => {
    const content = csv({});
    for (const bytes of [Buffer.from(content), Buffer.from(`\uFEFF${content}`), cp932(content)])
      expect(recognise(bytes, 'x').kind).toBe(kind);
    for (const { header } of Object.values(contract.columns)) {
      const bytes = Buffer.from(content.replace(header, '別の列'));
      expect(recognise(bytes, 'x').kind).toBe(kind);
    }
  });

  it.each([
    ['a column missing', (text: string) => text.replace(/^[^,]+,/, ''), 'INTAKE_CONTRACT'],
    ['a column too many', (text: string) => text.replace('\r\n', ',負傷名\r\n'), 'INTAKE_CONTRACT'],
    ['no rows', (text: string) => text.slice(0, text.indexOf('\r\n') + 2), 'INTAKE_EMPTY'],
    ['a row cut off', (text: string) => text.slice(0, text.lastIndexOf(',') - 1), 'INTAKE_TRUNCATED'],
  ])('with %s is refused wholly', async (_name, change, code) => {
    await expect(read(change(csv({})))).rejects.toMatchObject({ code });
  });

  it('is inspected in counts, without a value', async () => {
    const inspection = await inspectFile(fileOf(csv({}, {})), now);
    expect(inspection).toMatchObject({ kind, form: 'csv', records: 2, quarantined: {} });
    const told = [JSON.stringify(inspection), inspectionText(inspection, 'ja')].join('\n');
    expect(told).not.toMatch(/カナリヤ|みほん|1980|13150805|undefined|NaN/);
    expect(inspectionText(inspection, 'en')).not.toMatch(/[ぁ-んァ-ヶ]/);
  });
});

test('an inspection of claims has their points and yen', async () => {
  expect(await inspectFile(fileOf(therapyCsv({}, { paidYen: '1' })), now)).toMatchObject({
    receipts: 2,
    points: 0,
    yen: 6000,
    byRecord: { receipt: 1, institution: 1 },
    quarantined: { row_amounts_differ: 1 },
  });
  const paper = await inspectFile(fileOf(paperCsv({ diseases: '8830417 2500015', mealYen: '640' })), now);
  expect(paper).toMatchObject({ receipts: 1, points: 500, yen: 5640, byRecord: { diagnosis: 2 } });
  const changes = await inspectFile(fileOf(changeCsv({})), now);
  expect(changes).toMatchObject({ byRecord: { receipt_change: 1 } });
  expect(changes).not.toHaveProperty('receipts');
});

test('a last line without a line end is told: its last figure may have been cut', async () => {
  const inspection = await inspectFile(fileOf(changeCsv({}, {}).trimEnd()), now);
  expect(inspection.findings).toEqual([{ code: 'no_final_line_end', count: 1, line: 3 }]);
  expect(inspectionText(inspection, 'ja')).toContain('最後の行に改行がない');
});

describe('an Individual Number', () => {
  const number = '123456789018';
  const refused = async (content: string) => {
    const error: unknown = await read(content).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'INTAKE_MY_NUMBER' });
    expect(JSON.stringify([error, String(error)])).not.toContain(number);
  };

  it.each([
    ['a name', therapyCsv({ kana: `カナリヤ ${number}` })],
    ['a name of an institution', paperCsv({ institutionName: number })],
    ['the disease codes', paperCsv({ diseases: `8830417 ${number}` })],
    ['a field beyond the header', changeCsv({ mealYen: `,${number}` })],
  ])('in %s refuses the file', async (_name, content) => {
    await refused(content);
  });

  it('three times in a column of codes refuses the file', async () => {
    const rows = ['1', '2', '3'].map((claimNumber) => ({ claimNumber, branch: number }));
    await refused(therapyCsv(...rows));
  });

  it('in a column of other numbers is counted', async () => {
    const { result } = await read(therapyCsv({ claimNumber: number }));
    expect(result.notes).toHaveLength(1);
    expect(JSON.stringify(result.notes)).not.toContain(number);
  });
});
