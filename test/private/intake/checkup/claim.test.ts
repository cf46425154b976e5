import { expect, test } from 'vitest';
import { readClaim } from '#private/intake/checkup/claim.ts';
import { isFault, parseXml } from '#private/intake/xml.ts';
import { cc08, gc08, newNamespace, oldNamespace } from './make.ts';

function read(text: string) {
  const document = parseXml(Buffer.from(text));
  if (isFault(document)) throw new Error(`fault ${document.fault}`);
  return readClaim(document);
}

const marks = {
  insurer: '06999991',
  symbol: '９９９',
  number: '4711',
  branch: undefined,
  kana: 'カナリヤ　ミホン',
  birthDate: '1970-04-01',
  sex: '1',
};

test.each([newNamespace, oldNamespace])('a claim for a checkup, amounts in yen: %s', (namespace) => {
  expect(read(cc08().replace(newNamespace, namespace))).toEqual({
    kind: 'checkup',
    marks,
    institution: '1310000001',
    serviceEvent: '1',
    claimType: '2',
    level: undefined,
    timing: undefined,
    basic: 7000,
    detail: 1500,
    other: undefined,
    unit: 8500,
    payment: 500,
    otherProgram: undefined,
    claim: 8000,
    pointsCompleted: undefined,
    pointsIntended: undefined,
  });
});

test('a claim for guidance', () => {
  expect(read(gc08())).toMatchObject({
    kind: 'guidance',
    serviceEvent: '2',
    level: '2',
    timing: '1',
    basic: 12000,
    unit: 6000,
    payment: 0,
    claim: 6000,
    pointsCompleted: 110,
  });
});

test('several tests in detail are added up', () => {
  const detail = /<unitPriceDetail>.*<\/unitPriceDetail>/.exec(cc08())?.[0] ?? '';
  expect(read(cc08().replace(detail, detail + detail))).toMatchObject({ detail: 3000 });
});

test.each([
  ['checkup_insurer', cc08({ insurer: '0699999a' })],
  ['checkup_insurer', cc08().replace('6.101"', '6.999"')],
  ['checkup_number', cc08({ number: ' ' })],
  ['checkup_sex', cc08({ sex: '3' })],
  ['checkup_birth', gc08({ birth: '19700231' })],
  ['claim_amount', cc08({}, '8,000')],
  ['claim_amount', cc08({}, '-1')],
  ['claim_amount', gc08().replace('<claimAmount', '<noAmount')],
  ['claim_amount', cc08({}, '1000000000')],
])('%s', (fault, text) => {
  const found = read(text);
  expect(found).toEqual({ fault, line: 1 });
});
