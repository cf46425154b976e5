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
import { byHeader } from '../ledgers/header.ts';
import type { Source } from '../reader.ts';

/** They share most of their columns. */
const family = [therapyClaimContract, paperReceiptContract, receiptChangeContract];

export const therapyClaimSource: Source = {
  kind: 'therapy-claim',
  tables: [receipt, institution],
  sniff: byHeader(therapyClaimContract, family),
  load: async () => (await import('./therapy.ts')).readTherapyClaims,
};

export const paperReceiptSource: Source = {
  kind: 'paper-receipt',
  tables: [receipt, publicPayer, diagnosis, institution],
  sniff: byHeader(paperReceiptContract, family),
  load: async () => (await import('./paper.ts')).readPaperReceipts,
};

export const receiptChangeSource: Source = {
  kind: 'receipt-change',
  tables: [receiptChange],
  sniff: byHeader(receiptChangeContract, family),
  load: async () => (await import('./change.ts')).readReceiptChanges,
};
