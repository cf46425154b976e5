import { describe, expect, it } from 'vitest';
import { dentalRecords } from '#pipelines/sources/receipt/dental.ts';
import { dpcRecords } from '#pipelines/sources/receipt/dpc.ts';
import { medicalRecords } from '#pipelines/sources/receipt/medical.ts';
import { nursingRecords } from '#pipelines/sources/receipt/nursing.ts';
import { pharmacyRecords } from '#pipelines/sources/receipt/pharmacy.ts';
import { common, institutions, insurer } from './claims.ts';
import { joinLines, load, record, searchNumber } from './files.ts';
import { type Golden, goldenLines } from './golden-lines.ts';

const layouts = {
  medical: medicalRecords,
  dpc: dpcRecords,
  dental: dentalRecords,
  pharmacy: pharmacyRecords,
  nursing: nursingRecords,
};
const below = ['public_payer', 'diagnosis', 'detail', 'coding', 'receipt_change', 'unknown_record'] as const;
const idOf = (line: string) => line.slice(0, 2);

/** The lines of a plain receipt of the kind with the golden line in its place, the last that its id has. */
function receiptWith({ kind, line, before = [] }: Golden): string[] {
  const opener = institutions[kind === 'dpc' ? 'medical' : kind];
  const head = [opener, common[kind](7), insurer(0)];
  const place = head.findIndex((other) => idOf(other) === idOf(line));
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

describe.each(['claim', 'insurer'] as const)('%s form', (form) => {
  it.each(goldenLines.map((golden) => [golden.kind, golden.line.slice(0, 40), golden] as const))(
    '%s %s',
    async (_kind, _start, golden) => {
      const claim = receiptWith(golden);
      const lines = form === 'claim' ? claim : asInsurer(claim);
      const at = lines.findIndex((line) => line.endsWith(golden.line)) + 1;
      const { tables, result } = await load(joinLines([lines]));
      expect(result).toMatchObject({ receipts: 1, records: lines.length, form: `${form}-${golden.kind}` });
      const rows = Object.fromEntries(
        below.map((table) => [table, tables[table]!.filter((row) => row['line'] === at).map(cells)]),
      );
      const expected = Object.fromEntries(below.map((table) => [table, golden.rows?.[table] ?? []]));
      expect(rows).toEqual(expected);
      if (golden.rows?.['institution']) {
        expect(tables['institution']!.map(cells)).toEqual(golden.rows['institution']);
      }
      expect(tables['receipt']).toMatchObject([{ ...golden.receipt, form, source: 'electronic' }]);
      const noted = tables['finding']!.filter((row) => row['line'] === at).map((row) => row['code']);
      const unknown = golden.rows?.['unknown_record'] ? ['unknown_record'] : [];
      expect(noted.filter((code) => code !== 'total_mismatch')).toEqual(unknown);
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
