import { paperReceiptContract } from '#pipelines/sources/paper-receipt/contract.ts';
import {
  diagnosis,
  institution,
  publicPayer,
  receipt,
  receiptChange,
} from '#pipelines/sources/receipt/tables.ts';
import { receiptChangeContract } from '#pipelines/sources/receipt-change/contract.ts';
import { therapyClaimContract } from '#pipelines/sources/therapy-claim/contract.ts';
import type { CsvContract } from '#shared/define.ts';
import { headerShare, matchesHeader } from '../ledgers/header.ts';
import type { Source } from '../reader.ts';

const contracts = [therapyClaimContract, paperReceiptContract, receiptChangeContract];

/** The contracts share most of their columns: a file is of the one whose columns it has most of. */
const byHeader = (contract: CsvContract) => (head: Buffer) => {
  if (!matchesHeader(head, contract)) return undefined;
  const share = headerShare(head, contract);
  return contracts.every((other) => headerShare(head, other) <= share) ? 'csv' : undefined;
};

export const therapyClaimSource: Source = {
  kind: 'therapy-claim',
  tables: [receipt, institution],
  sniff: byHeader(therapyClaimContract),
  load: async () => (await import('./therapy.ts')).readTherapyClaims,
};

export const paperReceiptSource: Source = {
  kind: 'paper-receipt',
  tables: [receipt, publicPayer, diagnosis, institution],
  sniff: byHeader(paperReceiptContract),
  load: async () => (await import('./paper.ts')).readPaperReceipts,
};

export const receiptChangeSource: Source = {
  kind: 'receipt-change',
  tables: [receiptChange],
  sniff: byHeader(receiptChangeContract),
  load: async () => (await import('./change.ts')).readReceiptChanges,
};
