import { receiptTables } from '#pipelines/sources/receipt/tables.ts';
import type { Source } from '../reader.ts';
import { sniffReceipts } from './sniff.ts';

/** Receipts (レセプト) of every kind, as providers file them and as the review body hands them over. */
export const source: Source = {
  kind: 'receipt',
  tables: receiptTables,
  sniff: sniffReceipts,
  load: async () => (await import('./read.ts')).readReceipts,
};
