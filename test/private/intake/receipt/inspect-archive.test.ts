import { expect, it, test } from 'vitest';
import { inspectFile } from '#private/intake/inspect.ts';
import { UserError } from '#shared/errors.ts';
import { type Content, hc08, writeTemporary, zipBytes, zipFile } from '../checkup/make.ts';
import { asInsurerFile, claimFile, dpcClaim, medicalClaim, pharmacyClaim } from './claims.ts';
import { cp932 } from './files.ts';

const now = new Date('2026-11-21T12:00:00+09:00');
const inspect = (path: string) => inspectFile(path, now, '[1]');

test('receipt files in folders of a ZIP are one inspection; names say nothing', async () => {
  const path = await zipFile({
    '202605/': '',
    '202605/06999991/0_COMMON001/11_RECODEINFO_MED.CSV': claimFile(asInsurerFile(medicalClaim)),
    '202605/06999991/0_COMMON001/a.txt': claimFile(dpcClaim),
    'b.xml': claimFile(pharmacyClaim),
    '202605/notes.txt': 'カナリヤ',
  });
  expect(await inspect(path)).toMatchObject({
    kind: 'receipt',
    form: 'mixed',
    tables: ['医科', 'DPC', '調剤'],
    receipts: 5,
    declared: { points: 280 + 4280 + 202 },
    mismatches: [],
    findings: [{ code: 'other_member', count: 1 }],
  });
});

test('a mismatch says in which file of the ZIP it is', async () => {
  const cut = medicalClaim.filter((line) => !line.startsWith('SI,11'));
  const inspection = await inspect(await zipFile({ a: claimFile(medicalClaim), b: claimFile(cut) }));
  expect(inspection).toMatchObject({
    mismatches: [{ receipt: 9, declared: 30, computed: 0, reason: 'receipt_total', member: 2 }],
  });
});

test('member names in cp932, also with a backslash as a trail byte', async () => {
  const name = cp932('診療表/医科能力表.csv');
  const plain = `${'x'.repeat(8)}/${'y'.repeat(name.length - 9)}`;
  const zip = Buffer.from(await zipBytes({ [plain]: claimFile(medicalClaim) }));
  let patched = 0;
  for (let at = zip.indexOf(plain); at >= 0; at = zip.indexOf(plain, at + 1)) {
    name.copy(zip, at);
    patched++;
  }
  expect(patched).toBe(2);
  for (const [magic, flags] of [
    ['504b0304', 6],
    ['504b0102', 8],
  ] as const) {
    const header = zip.indexOf(Buffer.from(magic, 'hex'));
    zip.writeUInt16LE(zip.readUInt16LE(header + flags) & ~0x0800, header + flags);
  }
  const inspection = await inspect(writeTemporary(zip));
  expect(inspection).toMatchObject({ tables: ['医科'], receipts: 2 });
  expect(JSON.stringify(inspection)).not.toContain('.csv');
});

it('a ZIP of documents is no receipt file', async () => {
  const checkups = await zipFile({ 'DATA/h1.xml': hc08(), 'ix08_V08.xml': '<a/>' });
  expect(await inspect(checkups)).toMatchObject({ kind: 'checkup' });
});

it.each<[string, Readonly<Record<string, Content>>, object | undefined]>([
  ['INTAKE_ARCHIVE_UNSAFE', { '../a.csv': claimFile(medicalClaim) }, undefined],
  ['INTAKE_ARCHIVE_UNSAFE', { a: claimFile(medicalClaim), b: Buffer.from('504b030400', 'hex') }, undefined],
  ['INTAKE_ENCRYPTED', { a: claimFile(medicalClaim) }, { password: 'みほん' }],
  [
    'INTAKE_TRUNCATED',
    { a: claimFile(medicalClaim), b: claimFile(asInsurerFile(medicalClaim)).subarray(0, -20) },
    undefined,
  ],
])('%s: the rules for archives hold', async (code, members, options) => {
  const error = await inspect(await zipFile(members, options)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).code).toBe(code);
});
