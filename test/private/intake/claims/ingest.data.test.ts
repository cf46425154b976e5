import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Amounts } from '#private/intake/amounts.ts';
import { type IngestReport, ingest } from '#private/intake/ingest.ts';
import { silentEffects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { searchNumber } from '../receipt/files.ts';
import { deliver, ledger, ledgerRow, newHome, query, receipt, receiptFile, settings } from '../society.ts';
import { changeCsv, paperCsv, therapyCsv } from './make.ts';

let home: Home;
beforeEach(async () => {
  home = await newHome();
  deliver(home, 'ledger.csv', ledger(ledgerRow()));
});
afterEach(() => rmSync(home.root, { recursive: true }));

const run = () => ingest(home, settings, [], silentEffects());
const group = (report: IngestReport, name: string) => report.reconciliation.find((row) => row.group === name);
const part = (amounts: Amounts | undefined) => amounts && [amounts.receipts, amounts.points, amounts.yen];

describe('claims by CSV', () => {
  it('are linked, not linked, duplicates or set aside, to the yen', async () => {
    const nobody = { claimNumber: '2', number: '999', decidedYen: '100', shareYen: '0', paidYen: '100' };
    const wrong = { claimNumber: '3', decidedYen: '7', shareYen: '3', paidYen: '3' };
    deliver(home, 'therapy.csv', therapyCsv({}, nobody, {}, wrong));
    deliver(home, 'paper.csv', paperCsv({}, { receiptNumber: '2', number: '999', mealYen: '640' }));
    const report = await run();
    expect(report.counts).toMatchObject({ taken: 3, refused: 0, receipts: 4 });
    const therapy = group(report, 'therapy-claim');
    expect(part(therapy?.in)).toEqual([4, 0, 6107]);
    expect(part(therapy?.linked)).toEqual([1, 0, 3000]);
    expect(part(therapy?.unlinked)).toEqual([1, 0, 100]);
    expect(part(therapy?.duplicates)).toEqual([1, 0, 3000]);
    expect(part(therapy?.quarantined)).toEqual([1, 0, 7]);
    expect(report.quarantined).toMatchObject([{ kind: 'therapy-claim', reason: 'row_amounts_differ' }]);
    const paper = group(report, 'paper-receipt');
    expect(part(paper?.linked)).toEqual([1, 500, 5000]);
    expect(part(paper?.unlinked)).toEqual([1, 500, 5640]);
  });

  it('said again change nothing; said otherwise they are a new version beside the old one', async () => {
    deliver(home, 'therapy.csv', therapyCsv({}));
    deliver(home, 'paper.csv', paperCsv({ diseases: '8830417' }));
    await run();
    deliver(
      home,
      'therapy-again.csv',
      therapyCsv({ processingMonth: '2026-08', decidedYen: '2900', paidYen: '2000' }, {}),
    );
    deliver(
      home,
      'paper-again.csv',
      paperCsv({ diseases: '8830417' }, { decided: '450', processingMonth: '2026-08' }),
    );
    const report = await run();
    expect(part(group(report, 'therapy-claim')?.linked)).toEqual([2, 0, 5900]);
    expect(part(group(report, 'therapy-claim')?.duplicates)).toEqual([1, 0, 3000]);
    expect(part(group(report, 'paper-receipt')?.duplicates)).toEqual([1, 500, 5000]);
    expect(await query(home, 'select count(*) as n from raw.diagnosis')).toEqual([{ n: 1 }]);
    expect(
      await query(home, 'select count(distinct identity) as n, count(*) as all_of from raw.receipt'),
    ).toEqual([{ n: 2, all_of: 4 }]);
  });

  it('are the same claim as the electronic one where they have its search number', async () => {
    deliver(home, '11.csv', receiptFile(receipt(1, 100)));
    deliver(home, 'paper.csv', paperCsv({ searchNumber: searchNumber(1) }));
    await run();
    expect(await query(home, 'select distinct identity from raw.receipt')).toEqual([
      { identity: searchNumber(1) },
    ]);
  });
});

describe('notices', () => {
  it('are linked when their receipt has come, before or after them', async () => {
    deliver(
      home,
      'changes.csv',
      changeCsv({ searchNumber: searchNumber(1) }, { searchNumber: searchNumber(2) }),
    );
    deliver(home, '11.csv', receiptFile(receipt(1, 100)));
    const before = group(await run(), 'receipt-change');
    expect([before?.in.records, before?.linked.records, before?.unlinked.records]).toEqual([2, 1, 1]);
    expect(part(before?.in)).toEqual([0, 0, 0]);
    deliver(home, '11-late.csv', receiptFile(receipt(2, 50)));
    const after = group(await run(), 'receipt-change');
    expect([after?.in.records, after?.linked.records, after?.unlinked.records]).toEqual([2, 2, 0]);
  });

  it('repeated in a later list are duplicates; with other figures they are another notice', async () => {
    const again = { change: '再審査', decided: '400' };
    deliver(home, 'a.csv', changeCsv({}, again, again));
    deliver(
      home,
      'b.csv',
      changeCsv({ processedMonth: '2026-07' }, again, { ...again, decided: '', mealYen: '400' }),
    );
    const row = group(await run(), 'receipt-change');
    expect([row?.in.records, row?.unlinked.records, row?.duplicates.records]).toEqual([6, 4, 2]);
  });
});
