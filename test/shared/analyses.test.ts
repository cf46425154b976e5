import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkContract, discoverAnalyses } from '#shared/analyses.ts';

const analyses = await discoverAnalyses();
const folder = mkdtempSync(join(tmpdir(), 'kenpo-analyses-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the analyses are the folders', () => {
  expect(analyses.map(({ name }) => name)).toEqual([
    'checkup-changes',
    'checkup-findings',
    'checkup-months',
    'checkup-participation',
    'checkup-referral',
    'checkup-risk',
    'checkup-transitions',
    'ckd-map',
    'cost-by-age',
    'cost-by-care',
    'disease-cost',
    'employer-cost',
    'guidance-levels',
    'guidance-outcomes',
    'guidance-pipeline',
    'guidance-rate',
    'habits',
    'health-level',
    'members',
    'questionnaire',
    'receipt-linkage',
    'risk-level',
  ]);
});

test('a folder without its cases is refused by name', async () => {
  const directory = join(folder, 'visits');
  mkdirSync(directory);
  for (const file of ['model.sql', 'contract.ts', 'notes.md']) writeFileSync(join(directory, file), '');
  await expect(discoverAnalyses(folder)).rejects.toMatchObject({
    code: 'GATE_CONTRACT',
    message: expect.stringMatching(/visits.*cases\.ts/),
  });
});

test('the title says that meals are missing wherever yen are shown', () => {
  for (const { contract } of analyses) {
    const yen = Object.values(contract.measures).some((one) => one.unit.ja === '円');
    if (yen) expect(contract.title.ja).toContain('食事を除く');
  }
});

describe('contracts that make no sense are refused', () => {
  const { contract } = analyses.find(({ name }) => name === 'checkup-risk')!;
  const { base, at_risk, risk_rate } = contract.measures;
  const level = analyses.find(({ name }) => name === 'employer-cost')!.contract;
  test.each([
    ['no contract', undefined],
    ['a k below ten', { ...contract, k: 9 }],
    ['a table with a dimension of its own', { ...contract, tables: [['risk', 'place']] }],
    ['a table without the dimension that has no total', { ...contract, tables: [['unit', 'sex']] }],
    ['a dimension that stands in no table', { ...contract, tables: [['risk', 'unit']] }],
    ['a part of nothing', { ...contract, measures: { at_risk } }],
    [
      'a ratio of a ratio',
      {
        ...contract,
        measures: { base, at_risk, risk_rate, again: { ...risk_rate, numerator: 'risk_rate' } },
      },
    ],
    [
      'a figure about the people of one of its own codes',
      { ...contract, measures: { base: { ...base, population: { sex: 'male' } } } },
    ],
    [
      'two figures of one column about different people',
      {
        ...contract,
        measures: { base, twin: { ...base, quantity: 'twin', population: { link: 'linked' } } },
      },
    ],
    ['a standardised figure of persons', { ...level, measures: { ...level.measures, yen: base } }],
    [
      'a standardised figure by sex',
      { ...level, dimensions: { sex: contract.dimensions['sex'] }, tables: [['sex']] },
    ],
    ['an unknown key', { ...contract, threshold: 1 }],
    ['a title in one language', { ...contract, title: { ja: '健診' } }],
  ])('%s', (_title, value) => {
    expect(() => checkContract('checkup-risk', value)).toThrow('checkup-risk');
  });

  test('the contract itself passes, unchanged', () => {
    expect(checkContract('checkup-risk', contract)).toEqual(contract);
  });
});
