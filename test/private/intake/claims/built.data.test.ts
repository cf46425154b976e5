import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingest } from '#private/intake/ingest.ts';
import { type BuildReport, build } from '#private/models/build.ts';
import { silentEffects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { searchNumber } from '../receipt/files.ts';
import { deliver, ledger, ledgerRow, newHome, query, receipt, receiptFile, settings } from '../society.ts';
import { changeCsv, paperCsv, therapyCsv } from './make.ts';

let home: Home;
let report: BuildReport;
beforeAll(async () => {
  home = await newHome();
  deliver(home, 'ledger.csv', ledger(ledgerRow()));
  deliver(home, '11.csv', receiptFile(receipt(1, 100), receipt(2, 200), receipt(3, 300)));
  const later = { processingMonth: '2026-08', decidedYen: '2000', shareYen: '600', paidYen: '1400' };
  deliver(home, 'therapy.csv', therapyCsv({}, later, { claimNumber: '2', therapy: '3' }));
  const nursing = { receiptNumber: '2', receiptType: '6112', institution: '1361234567', decided: '7000' };
  const dispensed = { receiptType: '4112', institution: '1341234567', prescriber: '1311234567' };
  const stay = { receiptType: '1111', admittedOn: '2026-04-03', mealCount: '3', mealYen: '2010' };
  deliver(
    home,
    'paper.csv',
    paperCsv(
      { diseases: '8830417+8002 2500015' },
      nursing,
      { ...dispensed, program: '54', programPoints: '500', programShareYen: '1000' },
      { ...stay, receiptNumber: '4' },
      { receiptType: '3112', institution: '1331234567' },
    ),
  );
  const change = (n: number, word: string) => ({ searchNumber: searchNumber(n), change: word });
  deliver(
    home,
    'changes.csv',
    changeCsv(change(2, '返戻'), { ...change(3, '再審査'), decided: '250' }, change(9, '過誤')),
  );
  const effects = silentEffects();
  await ingest(home, settings, [], effects);
  report = await build(home, settings, effects);
});
afterAll(() => rmSync(home.root, { recursive: true }));

test('every check of the models holds', () => {
  expect(report.checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual([]);
});

test('claims and paper receipts are in the core with their care, points and yen, as they stand now', async () => {
  const rows = await query(
    home,
    'select care, kind, source, points, yen, meal_yen, is_linked from core.receipt order by all',
  );
  const paper = { source: 'paper', is_linked: true, meal_yen: 0 };
  const electronic = { ...paper, source: 'electronic' };
  expect(rows).toEqual([
    { ...paper, care: 'dental', kind: 'dental', points: 500, yen: 5000 },
    { ...paper, care: 'inpatient', kind: 'medical', points: 500, yen: 5000, meal_yen: 2010 },
    { ...paper, care: 'nursing', kind: 'nursing', points: 0, yen: 7000 },
    { ...electronic, care: 'outpatient', kind: 'medical', points: 100, yen: 1000 },
    { ...electronic, care: 'outpatient', kind: 'medical', points: 250, yen: 2500 },
    { ...paper, care: 'outpatient', kind: 'medical', points: 500, yen: 5000 },
    { ...paper, care: 'pharmacy', kind: 'pharmacy', points: 500, yen: 5000 },
    { ...paper, care: 'therapy', kind: 'judo', points: 0, yen: 2000 },
    { ...paper, care: 'therapy', kind: 'massage', points: 0, yen: 3000 },
  ]);
});

test('what the patient paid of a therapy claim is what the claim says, the rest is the society’s', async () => {
  const rows = await query(
    home,
    `select kind, insurer_yen, member_yen, public_yen from core.receipt_cost
     join core.receipt using (receipt_id) where care = 'therapy' order by all`,
  );
  expect(rows).toEqual([
    { kind: 'judo', insurer_yen: 1400, member_yen: 600, public_yen: 0 },
    { kind: 'massage', insurer_yen: 2100, member_yen: 900, public_yen: 0 },
  ]);
});

test('a suspected main disease is told from a sure one, and a place of treatment from an institution', async () => {
  expect(
    await query(home, 'select disease_code, is_main, is_suspected from core.diagnosis order by line'),
  ).toEqual([
    { disease_code: '8830417', is_main: true, is_suspected: true },
    { disease_code: '2500015', is_main: false, is_suspected: false },
  ]);
  expect(
    await query(home, "select institution, name, prefecture from core.institution where fee_table = 'T'"),
  ).toEqual([{ institution: '13T0000100', name: 'みほん整骨院', prefecture: '13' }]);
});
