import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectReceipts } from '#private/intake/receipt/inspect.ts';
import { UserError } from '#shared/errors.ts';
import {
  asInsurerFile,
  claimFile,
  co,
  common,
  dentalClaim,
  dpcClaim,
  end,
  institutions,
  insurer,
  medicalClaim,
  nursingClaim,
  pharmacyClaim,
  programme,
  si,
  sy,
} from './claims.ts';
import { record, writeTemporary } from './files.ts';

const now = new Date('2026-11-21T12:00:00+09:00');
const inspect = (bytes: Uint8Array) => inspectReceipts(writeTemporary(bytes), now);

/** One receipt of any kind that is billed in points, with what its rows add up to. */
const receipt = fc
  .record({
    kind: fc.constantFrom('medical', 'dpc', 'dental', 'pharmacy'),
    points: fc.array(fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 31 })), {
      minLength: 1,
      maxLength: 5,
    }),
    programmes: fc.integer({ min: 0, max: 4 }),
    insured: fc.boolean(),
    bundle: fc.integer({ min: -500, max: 90_000 }),
    wrong: fc.constantFrom(0, 0, 0, 1, -1, 700),
    comment: fc.boolean(),
  })
  .map(({ kind, points, programmes, insured, bundle, wrong, comment }) => {
    const rows = points.map(([each, count]) => {
      if (kind === 'dental') return record('SS', { 2: 43, 4: '313001810', 77: each, 78: count }, 109);
      if (kind === 'pharmacy') return record('KI', { 4: 1, 5: '410000110', 6: each }, 114);
      return si(60, each, count);
    });
    const sum = points.reduce((all, [each, count]) => all + each * (kind === 'pharmacy' ? 1 : count), 0);
    const extra = kind === 'dpc' ? [record('GT', { 9: bundle }, 12)] : [];
    const computed = sum + (kind === 'dpc' ? bundle : 0);
    const declared = Math.max(0, computed + wrong);
    const withInsurer = insured || programmes === 0;
    const head = [
      ...(withInsurer ? [insurer(declared)] : []),
      ...Array.from({ length: programmes }, () => programme(declared)),
    ];
    return {
      kind,
      lines: [...head, ...(comment && kind !== 'pharmacy' ? [co(), sy] : []), ...extra, ...rows],
      declared,
      computed,
      claims: programmes + (withInsurer ? 1 : 0),
    } as const;
  });

const files = fc.array(
  fc.record({
    receipts: fc.array(receipt, { minLength: 1, maxLength: 5 }),
    insurerForm: fc.boolean(),
    utf8: fc.boolean(),
    go: fc.boolean(),
    lf: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('legal files', () => {
  it('everything that is in them is counted, and every wrong total is told', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const built = given.map(({ receipts, insurerForm, utf8, go, lf }) => {
          const { kind } = receipts[0]!;
          const same = receipts.filter((one) => one.kind === kind);
          const body = same.flatMap((one, index) => [common[kind](index + 1), ...one.lines]);
          const claims = same.reduce((all, one) => all + one.claims, 0);
          const declared = same.reduce((all, one) => all + one.declared, 0);
          const opener = institutions[kind === 'dpc' ? 'medical' : kind];
          const lines = [opener, ...body, ...(go || insurerForm ? [end(claims, declared)] : [])];
          const text = insurerForm ? asInsurerFile(lines) : lines;
          return { same, claims, text, bytes: claimFile(text, { utf8, lineEnd: lf ? '\n' : '\r\n' }) };
        });
        const inspection = await inspect(Buffer.concat(built.map(({ bytes }) => bytes)));
        const all = built.flatMap(({ same }) => same);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(inspection.lines).toBe(sum(built.map(({ text }) => text.length)));
        expect(sum(Object.values(inspection.records))).toBe(inspection.lines);
        expect(inspection.receipts).toBe(all.length);
        expect(inspection.claims).toBe(sum(all.map(({ claims }) => claims)));
        expect(inspection.declared.points).toBe(sum(all.map(({ declared }) => declared)));
        expect(inspection.computed.points).toBe(sum(all.map(({ computed }) => computed)));
        const wrong = all.filter(({ declared, computed }) => declared !== computed);
        expect(inspection.mismatches.filter(({ reason }) => reason === 'receipt_total')).toHaveLength(
          wrong.length,
        );
        expect(inspection.unknownRecords).toEqual({});
      }),
      { numRuns: 150 },
    );
  });
});

describe('broken files', () => {
  const all = [medicalClaim, dpcClaim, dentalClaim, pharmacyClaim, nursingClaim];
  const whole = Buffer.concat(
    all.flatMap((lines) => [claimFile(lines), claimFile(asInsurerFile(lines), { utf8: true })]),
  );
  const mutation = fc.record({
    at: fc.nat(whole.length - 1),
    remove: fc.oneof(fc.nat(40), fc.nat(4000)),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc
        .constantFrom('\r\nGO,1,1,99\r\n', '\r\nRE,1,1111,x\r\nGT', '\x1a', ',,,,-', '\r\nUK\r\nMN\r\n')
        .map((text) => Buffer.from(text)),
    ),
  });

  it('never crash the reader or hang it, and no value gets into a report or a message', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 8 }), async (mutations) => {
        let bytes: Buffer = whole;
        for (const { at, remove, bytes: added } of mutations) {
          bytes = Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + remove)]);
        }
        let told: unknown;
        try {
          const inspection = await inspect(bytes);
          const counted = Object.values(inspection.records).reduce((sum, count) => sum + count, 0);
          expect(counted).toBe(inspection.lines);
          expect(inspection.receipts).toBeLessThanOrEqual(inspection.lines);
          for (const figure of [inspection.yen, inspection.computed.points, inspection.declared.points])
            expect(Number.isSafeInteger(figure)).toBe(true);
          told = inspection;
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          told = [String(error), error];
        }
        expect(JSON.stringify(told)).not.toMatch(/カナリヤ|みほん|４５６|06999991/);
      }),
      { numRuns: 400 },
    );
  });
});
