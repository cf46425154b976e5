import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openArchiveWriter } from '#private/exchange/archive.ts';
import { indexDocument } from '#private/exchange/index-document.ts';
import { archiveName, documentName } from '#private/exchange/names.ts';
import { listedNumber } from '#private/exchange/number.ts';
import { documentOf, element, text } from '#private/exchange/xml.ts';
import { validateDocument } from '#private/intake/checkup/schema/validate.ts';
import { parsed } from './make.ts';

test('an archive and its documents are named by rule', () => {
  const name = {
    ...{ sender: '06999991', receiver: '94899010', filedOn: '2026-10-20', split: 3, serviceEvent: '5' },
  };
  expect(archiveName(name)).toBe('06999991_94899010_202610203_5');
  expect(documentName('h', '1310000001', name, 42)).toBe('h13100000012026102031000042.xml');
  expect(documentName('g', null, name, 1)).toBe('g55211111112026102031000001.xml');
});

test('the index is valid', () => {
  const index = {
    ...{ interaction: '10', filedOn: '2026-10-20', sender: '06999991', receiver: '94899010' },
    ...{ serviceEvent: '5', documents: 12 },
  };
  expect(validateDocument(parsed(indexDocument(index)))).toEqual([]);
  expect(indexDocument(index)).toContain('<totalRecordCount value="12"/>');
});

describe('a number has the digits of its item', () => {
  test.each([
    [24.95, 1, '25.0'],
    [24.94, 1, '24.9'],
    [0.85, 1, '0.9'],
    [1.005, 2, '1.01'],
    [130, 0, '130'],
    [129.5, 0, '130'],
    [-2.45, 1, '-2.5'],
    [0, 2, '0.00'],
  ])('%d with %i is %s', (value, decimals, written) => {
    expect(listedNumber(value, decimals)).toBe(written);
  });
});

test('whatever people wrote is markup nowhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const document = parsed(documentOf(element('a', { b: words }, text(words))));
      const kept = words.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|[\ufffd-\uffff]/gu, '');
      expect(document.attributes['b']).toBe(kept);
      expect(document.text).toBe(kept);
    }),
  );
});

test('an archive of the same content has the same bytes, and one root folder', async () => {
  const make = async () => {
    const writer = openArchiveWriter('06999991_94899010_202610200_5');
    await writer.add('DATA/h1.xml', '<a/>');
    await writer.add('ix08_V08.xml', '<b/>');
    expect(writer.documents).toBe(1);
    return Buffer.from(await writer.close());
  };
  const bytes = await make();
  expect(bytes.equals(await make())).toBe(true);
  expect(bytes.toString('latin1').match(/06999991_94899010_202610200_5\//g)).toHaveLength(4);
});
