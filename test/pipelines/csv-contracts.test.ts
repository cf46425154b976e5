import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkupExclusionContract } from '#pipelines/sources/checkup-exclusion/contract.ts';
import { consentContract } from '#pipelines/sources/consent/contract.ts';
import { eligibilityContract } from '#pipelines/sources/eligibility/contract.ts';
import { employerContract } from '#pipelines/sources/employer/contract.ts';
import { paperReceiptContract } from '#pipelines/sources/paper-receipt/contract.ts';
import { receiptChangeContract } from '#pipelines/sources/receipt-change/contract.ts';
import { therapyClaimContract } from '#pipelines/sources/therapy-claim/contract.ts';
import type { CsvContract } from '#shared/define.ts';
import { root } from '../house/source-files.ts';

const page = readFileSync(join(root, 'docs', 'csv-contracts.md'), 'utf8');

/** The table of a section as the page shows it: header, form, optional, harmless. */
function tableOf(title: string): string[][] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
  const rows = section
    .split('\n')
    .flatMap((line) => (line.startsWith('| ') ? [line.slice(1, -1).split('|')] : []));
  const cells = rows.map((row) => row.map((cell) => cell.trim()));
  const named = (name: string) => cells[0]?.indexOf(name) ?? -1;
  return cells
    .slice(1)
    .filter(([header]) => header !== '' && !header?.startsWith('--'))
    .map((row) => ['見出し', '形', '任意', '無害'].map((name) => row[named(name)] ?? ''));
}

const forms = { text: '文字', code: '英数字', date: '日付', month: '年月', integer: '数' } as const;
const contracts: readonly CsvContract[] = [
  eligibilityContract,
  employerContract,
  consentContract,
  checkupExclusionContract,
  therapyClaimContract,
  paperReceiptContract,
  receiptChangeContract,
];

test.each(contracts.map((contract) => [contract.title.ja, contract] as const))(
  'the page tells the clerk every column of %s as the reader wants it',
  (title, contract) => {
    const wanted = Object.values(contract.columns).map(({ header, form, optional, harmless }) => [
      header,
      typeof form === 'string' ? forms[form] : 'コード',
      optional ? '○' : '',
      harmless ? '○' : '',
    ]);
    const told = tableOf(title).map(([header, form = '', ...marks]) => [
      header,
      form.replace(/40字まで$/, ''),
      ...marks,
    ]);
    expect(told).toEqual(wanted);
  },
);
