import { finding, quarantine } from '#pipelines/sources/intake/tables.ts';
import {
  coding,
  detail,
  diagnosis,
  institution,
  publicPayer,
  receipt,
  receiptChange,
  unknownRecord,
} from '#pipelines/sources/receipt/tables.ts';
import type { RawTable } from '#shared/define.ts';
import type { RowWriter } from '../../warehouse/columns.ts';
import { openRowWriter, type Warehouse } from '../../warehouse.ts';

/** Writers of the tables one receipt file fills, by the names of the tables. */
export type ReceiptWriters = Awaited<ReturnType<typeof openReceiptWriters>>;

export async function openReceiptWriters(scratch: Warehouse) {
  const open = (table: RawTable): Promise<RowWriter> => openRowWriter(scratch, table, 'raw');
  return {
    receipt: await open(receipt),
    public_payer: await open(publicPayer),
    diagnosis: await open(diagnosis),
    detail: await open(detail),
    coding: await open(coding),
    receipt_change: await open(receiptChange),
    unknown_record: await open(unknownRecord),
    institution: await open(institution),
    quarantine: await open(quarantine),
    finding: await open(finding),
  };
}

/** Hands over the last rows; returns the number of rows by table. */
export function finishWriters(writers: ReceiptWriters): Record<string, number> {
  return Object.fromEntries(Object.entries(writers).map(([name, writer]) => [name, writer.finish()]));
}
