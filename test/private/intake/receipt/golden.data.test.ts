import { beforeAll, describe, expect, it } from 'vitest';
import { dentalRecords } from '#pipelines/sources/receipt/dental.ts';
import { dpcRecords } from '#pipelines/sources/receipt/dpc.ts';
import { medicalRecords } from '#pipelines/sources/receipt/medical.ts';
import { nursingRecords } from '#pipelines/sources/receipt/nursing.ts';
import { pharmacyRecords } from '#pipelines/sources/receipt/pharmacy.ts';
import { common, institutions, insurer } from './claims.ts';
import { joinLines, load, record, searchNumber } from './files.ts';
import { dentalLines } from './golden/dental.ts';
import { dpcLines } from './golden/dpc.ts';
import type { Golden } from './golden/golden.ts';
import { medicalLines } from './golden/medical.ts';
import { nursingLines } from './golden/nursing.ts';
import { pharmacyLines } from './golden/pharmacy.ts';

const goldenLines: readonly Golden[] = [
  ...medicalLines,
  ...dpcLines,
  ...dentalLines,
  ...pharmacyLines,
  ...nursingLines,
];

const layouts = {
  medical: medicalRecords,
  dpc: dpcRecords,
  dental: dentalRecords,
  pharmacy: pharmacyRecords,
  nursing: nursingRecords,
};
const below = ['public_payer', 'diagnosis', 'detail', 'coding', 'receipt_change', 'unknown_record'] as const;
const idOf = (line: string) => line.slice(0, 2);

/** The lines of a plain receipt of the kind with the golden line in its place, where one of its id stands, else at the end. */
function receiptWith({ kind, line, before = [] }: Golden): string[] {
  const opener = institutions[kind === 'dpc' ? 'medical' : kind];
  const head = [opener, common[kind](7), insurer(0)];
  const place = head.findIndex((other) => idOf(other) === idOf(line));
  if (idOf(line) === 'IR' && place < 0) return [opener, line, ...head.slice(1)];
  if (place < 0) return [...head, ...before, line];
  return head.map((other, index) => (index === place ? line : other));
}

function asInsurer(lines: readonly string[]): string[] {
  const mn = `2,1,0,${record('MN', { 2: '910000001', 4: searchNumber(1) }, 7)}`;
  return [mn, ...lines.map((line, index) => `1,${index + 2},0,${line}`)];
}

/** Rows without where they stand and without empty columns. */
function cells(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { file_id, receipt_seq, line, ...rest } = row;
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
}

/** All golden receipts joined in one file; the row of each has its number. */
async function loadAll(form: 'claim' | 'insurer') {
  const receipts = goldenLines.map((golden) => {
    const claim = receiptWith(golden);
    return form === 'claim' ? claim : asInsurer(claim);
  });
  const { tables, result } = await load(joinLines(receipts));
  expect(result).toMatchObject({ receipts: goldenLines.length, records: receipts.flat().length });
  const starts = receipts.map((_, index) => receipts.slice(0, index).flat().length);
  return (golden: Golden) => {
    const index = goldenLines.indexOf(golden);
    const line = starts[index]! + receipts[index]!.findIndex((text) => text.endsWith(golden.line)) + 1;
    const own = (table: string) => tables[table]!.filter((row) => row['receipt_seq'] === index + 1);
    return {
      below: Object.fromEntries(
        below.map((table) => [table, own(table).filter((row) => (row['line'] ?? line) === line)]),
      ),
      receipt: own('receipt'),
      institutions: tables['institution']!,
      codes: tables['finding']!.filter((row) => row['line'] === line).map((row) => row['code']),
    };
  };
}

describe.each(['claim', 'insurer'] as const)('%s form', (form) => {
  let loaded: Awaited<ReturnType<typeof loadAll>>;
  beforeAll(async () => {
    loaded = await loadAll(form);
  });

  it.each(goldenLines.map((golden) => [golden.kind, golden.line.slice(0, 40), golden] as const))(
    '%s %s',
    (_kind, _start, golden) => {
      const found = loaded(golden);
      for (const table of below) expect(found.below[table]!.map(cells)).toEqual(golden.rows?.[table] ?? []);
      expect(found.institutions.map(cells)).toEqual(
        expect.arrayContaining([...(golden.rows?.['institution'] ?? [])]),
      );
      const written = golden.reviewed ? 'insurer' : form;
      expect(found.receipt).toMatchObject([
        { kind: golden.kind, form: written, source: 'electronic', ...golden.receipt },
      ]);
      expect(found.codes.filter((code) => code !== 'total_mismatch' && code !== 'unknown_record')).toEqual(
        [],
      );
    },
  );
});

/** They are about other lines or files, and have tests of their own: MN names, JY corrects, HR returns, GO closes. */
const elsewhere = ['MN', 'JY', 'HR', 'GO'];

it('every record of every layout has its golden line', () => {
  const missing = Object.entries(layouts).flatMap(([kind, records]) =>
    Object.entries(records)
      .filter(([id]) => !elsewhere.includes(id))
      .filter(
        ([id, layout]) =>
          !goldenLines.some((golden) => {
            const own: Readonly<Record<string, unknown>> = layouts[golden.kind];
            return idOf(golden.line) === id && own[id] === layout;
          }),
      )
      .map(([id]) => `${kind} ${id}`),
  );
  expect(missing).toEqual([]);
});
