import { expect, test } from 'vitest';
import { recogniseFile } from '#private/intake/detect.ts';
import { ledger, ledgerRow } from '../society.ts';
import { csvOf, written } from './make.ts';

const kindOf = (content: string) => recogniseFile(written(content), 'file');

test('a CSV by mapping is a file of checkups, of its kind', async () => {
  expect(await kindOf(csvOf('dock-vendor', [{}]))).toEqual({ kind: 'checkup', form: 'checkup-csv' });
  expect(await kindOf(csvOf('guidance-contractor', [{}]))).toEqual({
    kind: 'checkup',
    form: 'guidance-csv',
  });
});

test('a list of checkups with most columns of the ledger is no ledger, and a ledger no list of checkups', async () => {
  const more = ['氏名', '郵便番号', '住所', '事業所コード', '続柄区分', '資格取得日'];
  expect(await kindOf(csvOf('employer-checkup', [{}], more))).toMatchObject({ kind: 'checkup' });
  expect(await kindOf(ledger(ledgerRow()))).toEqual({ kind: 'eligibility', form: 'csv' });
});

test('a CSV nobody knows is refused with the way to a new mapping', async () => {
  await expect(kindOf('あ,い,う\n1,2,3\n')).rejects.toMatchObject({
    code: 'INTAKE_UNKNOWN_KIND',
    hint: { ja: expect.stringContaining('kenpo new checkup-csv') },
  });
});
