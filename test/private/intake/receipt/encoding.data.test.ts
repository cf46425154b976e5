import { expect, it } from 'vitest';
import { isMyNumber } from '#private/intake/my-number.ts';
import { joinLines, load, procedure, receiptLines, record } from './files.ts';

const lines = receiptLines({
  points: 100,
  body: [
    record('SY', { 2: '0000999', 3: '20260401', 6: 'みほん症（ﾃｽﾄ）' }, 8),
    procedure('60', '160000310', 100, 1),
  ],
});
const utf8 = (text: readonly string[]) => Buffer.from(text.map((line) => `${line}\r\n`).join(''));

/** Tables without what depends on the bytes. */
const content = async (bytes: Uint8Array) => {
  const { tables } = await load(bytes);
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.map(({ byte_from: _from, byte_to: _to, content: _content, ...row }) => row),
    ]),
  );
};

it('the same receipt in UTF-8 gives the same keys, texts and names as in cp932, also after a byte order mark', async () => {
  const expected = await content(joinLines([lines]));
  expect(expected['diagnosis']).toMatchObject([{ disease_text: 'みほん症（ﾃｽﾄ）' }]);
  expect(expected['institution']).toMatchObject([{ name: 'みほん医院' }]);
  expect(await content(utf8(lines))).toEqual(expected);
  expect(await content(Buffer.concat([Buffer.from('\ufeff'), utf8(lines)]))).toEqual(expected);
});

it('damaged bytes in the first receipt of a file lose themselves only, in UTF-8 as in cp932', async () => {
  const expected = await content(joinLines([lines]));
  const whole = utf8(lines);
  const at = whole.indexOf('症');
  const { finding, ...tables } = await content(
    Buffer.concat([whole.subarray(0, at + 2), whole.subarray(at + 3)]),
  );
  expect(tables['diagnosis']).toMatchObject([{ disease_text: 'みほん\ufffd（ﾃｽﾄ）' }]);
  expect(tables['receipt']).toEqual(expected['receipt']);
  expect(finding).toMatchObject([{ code: 'broken_text' }]);
});

it('an Individual Number in UTF-8, of full width, refuses the file too', async () => {
  const number = ['123456789018', '123456789012', '234567890123'].find(isMyNumber) ?? '';
  const wide = [...number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
  const comment = record('CO', { 2: '60', 3: 1, 4: '810000001', 5: wide }, 5);
  await expect(load(utf8([...lines, `1,9,0,${comment}`]))).rejects.toMatchObject({
    code: 'INTAKE_MY_NUMBER',
  });
});
