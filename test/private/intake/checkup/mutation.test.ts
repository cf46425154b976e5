import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openArchive } from '#private/intake/archive.ts';
import { readMembers } from '#private/intake/checkup/members.ts';
import { type AcceptedDocument, type RejectedDocument, readPerson } from '#private/intake/checkup/person.ts';
import { validateDocument } from '#private/intake/checkup/schema/validate.ts';
import { isFault, parseXml } from '#private/intake/xml.ts';
import { UserError } from '#shared/errors.ts';
import {
  act,
  cc08,
  cd,
  exchange,
  hc08,
  hg08,
  minutes,
  notPerformed,
  pq,
  section,
  st,
  writeTemporary,
  zipFile,
} from './make.ts';

const canary = 'カナリヤ9753';
const document = hc08({
  name: canary,
  number: canary,
  entries: [
    pq('9N001000000000001', '9753.5', 'cm'),
    cd('9N736000000000011', '9753', '1.2.392.200119.6.24060'),
    st('9N061160800000049', canary),
    notPerformed('9A751000000000001'),
  ],
});

type Change = { readonly at: number; readonly bytes: Uint8Array; readonly remove: number };

const at = fc.integer({ min: 0, max: 99_999 }).map((part) => part / 100_000);
const markup = ['<', '</', '&', '&x;', '"', '<!--', '<![CDATA[', '<?', ']]>', 'xmlns="', '\0'];
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 6 }),
  fc.constantFrom(...markup).map((text) => Buffer.from(text)),
);
const wild = fc.record({ at, bytes, remove: fc.integer({ min: 0, max: 40 }) });
/** One digit written over whatever stands there: often still a document. */
const mild = fc.record({
  at,
  bytes: fc.integer({ min: 0x30, max: 0x39 }).map((digit) => Uint8Array.of(digit)),
  remove: fc.constant(1),
});
const changes = fc.oneof(
  fc.array(wild, { minLength: 1, maxLength: 3 }),
  fc.array(mild, { minLength: 1, maxLength: 2 }),
);

function mutate(original: Buffer, changes: readonly Change[]): Buffer {
  return changes.reduce((bytes, { at, bytes: inserted, remove }) => {
    const position = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, position), inserted, bytes.subarray(position + remove)]);
  }, original);
}

function expectSilent(error: unknown): void {
  expect(error).toBeInstanceOf(UserError);
  const { message, text, hint, data } = error as UserError;
  expect(JSON.stringify([message, text, hint, data])).not.toMatch(/カナリヤ|9753/);
}

const guidance = hg08({ name: canary, number: canary }, [
  section('90010', [cd('1020000001', '9753', '1.2.392.200119.6.1112'), st('1020000004', '20250610')]),
  section('90040', [act('20250701', '1', '2', [minutes('1032300013', 9753), st('1032300090', canary)])]),
]);
const single = [
  { kind: 'checkup', text: document },
  { kind: 'guidance', text: guidance },
  { kind: 'claim', text: cc08({ name: canary, number: canary }, 9753) },
] as const;

test.each(single)(
  'a mutated document ($kind) is read, set aside or refused; it never crashes and never shows a value',
  ({ kind, text }) => {
    let accepted = 0;
    let rejected = 0;
    fc.assert(
      fc.property(changes, (applied) => {
        try {
          const content = parseXml(mutate(Buffer.from(text), applied));
          if (!isFault(content)) {
            expect(content.line).toBeGreaterThan(0);
            expect(JSON.stringify(validateDocument(content))).not.toMatch(/カナリヤ|9753/);
          }
          const read = readPerson({ name: '', content }, kind, undefined, '2026-11');
          if ('reject' in read) {
            rejected++;
            expect(JSON.stringify(read)).not.toMatch(/カナリヤ|9753/);
          } else accepted++;
        } catch (error) {
          expectSilent(error);
        }
      }),
      { numRuns: 700, seed: 20261121 },
    );
    expect(accepted).toBeGreaterThan(50);
    expect(rejected).toBeGreaterThan(50);
  },
);

test('a mutated archive is read, partly set aside or refused; it never crashes and never shows a value', async () => {
  const originals = [
    readFileSync(await exchange([document, document, document])),
    readFileSync(await zipFile({ 'a/DATA/h1.xml': document, 'a/DATA/h2.xml': document }, { level: 0 })),
  ];
  const path = writeTemporary(new Uint8Array());
  const outcomes = { read: 0, rejected: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...originals), changes, async (original, applied) => {
      writeFileSync(path, mutate(original, applied));
      try {
        for (const person of await readAll(path)) {
          if ('reject' in person) outcomes.rejected++;
          else outcomes.read++;
        }
      } catch (error) {
        outcomes.refused++;
        expectSilent(error);
      }
    }),
    { numRuns: 400, seed: 20261121 },
  );
  for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(10);
});

async function readAll(path: string): Promise<(AcceptedDocument | RejectedDocument)[]> {
  const archive = await openArchive(path);
  try {
    const people: (AcceptedDocument | RejectedDocument)[] = [];
    for await (const member of readMembers(archive)) {
      if (member.kind === 'checkup') people.push(readPerson(member, member.kind, undefined, '2026-11'));
    }
    return people;
  } finally {
    archive.close();
  }
}
