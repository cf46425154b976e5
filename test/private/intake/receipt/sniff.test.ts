import { expect, it } from 'vitest';
import { sniffReceipts } from '#private/intake/receipt/sniff.ts';
import { asInsurerFile, dentalClaim, dpcClaim, medicalClaim, nursingClaim, pharmacyClaim } from './claims.ts';

const sniff = (lines: readonly string[]) =>
  sniffReceipts(Buffer.from(lines.map((line) => `${line}\r\n`).join('')));
const kinds = {
  medical: medicalClaim,
  dpc: dpcClaim,
  dental: dentalClaim,
  pharmacy: pharmacyClaim,
  nursing: nursingClaim,
};

it.each(Object.entries(kinds))('%s: either form, whole and without what opens it', (kind, lines) => {
  const insurer = asInsurerFile(lines);
  const fromCommon = lines.findIndex((line) => line.startsWith('RE'));
  expect(sniff(lines)).toBe(`claim-${kind}`);
  expect(sniff(lines.slice(fromCommon))).toBe(`claim-${kind}`);
  expect(sniff(insurer)).toBe(`insurer-${kind}`);
  expect(sniff(insurer.slice(2))).toBe(`insurer-${kind}`);
  expect(sniff(insurer.map((line) => line.split(',').slice(3).join(',')))).toBe(`insurer-${kind}`);
});

it.each([
  ['GO of a file before it', ['GO,0,0,99', ...medicalClaim]],
  ['a daily table', ['NI,1', ...medicalClaim]],
])('%s may stand first', (_, lines) => {
  expect(sniff(lines)).toBe('claim-medical');
});

it.each([
  ['a ledger', ['記号,番号', '1,2']],
  ['a ledger with a column called like a record', ['id,name', 'RE,1112']],
  ['records nobody knows', ['AB,1', 'CD,2']],
  ['a common record without its kind', ['RE,1,x,202604', 'SI,1']],
  ['a document', ['<a/>']],
])('%s is no receipt file', (_, lines) => {
  expect(sniff(lines)).toBeUndefined();
});
