import { receiptTables } from '#pipelines/sources/receipt/tables.ts';
import type { Source } from '../reader.ts';
import { sniffReceipts } from './sniff.ts';

/** Receipts (レセプト) of the insurer form; forms that are not yet read are recognised too and refused by name. */
export const source: Source = {
  kind: 'receipt',
  tables: receiptTables,
  sniff: (head) => sniffReceipts(head)?.form,
  load: async () => (await import('./read.ts')).readReceipts,
};
