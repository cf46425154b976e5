import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { appendAudit } from '#office/audit/chain.ts';
import { giveNumber, recordFile, registerDraft } from '#office/ledger.ts';
import { silentEffects } from '#shared/effects.ts';
import { sha256 } from '#shared/fingerprint.ts';
import { documentLines } from '../../src/commands/verify/documents.ts';
import { officeLines } from '../../src/commands/verify/office.ts';
import { useBooks } from '../office/books.ts';

const { home } = useBooks();
const effects = silentEffects();
const red = () =>
  [...officeLines(home(), 'ja'), ...documentLines(home(), 'ja')]
    .filter(({ ok }) => !ok)
    .map(({ name }) => name);

/** A home with a sealed draft and one document in the outbox, both registered. */
function write(): { draft: string; document: string; number: string } {
  appendAudit(home().office, {
    at: effects.now().toISOString(),
    actor: 'system',
    action: 'init',
    subject: 'home',
  });
  for (const folder of [home().drafts, home().outbox]) mkdirSync(folder, { recursive: true });
  const draft = join(home().drafts, 'd-a.sealed');
  writeFileSync(draft, 'sealed');
  const entry = {
    draft: 'd-a',
    kind: 'report:test',
    purpose: 'p',
    period: '2025',
    scope: '',
    maker: 'operator',
  };
  registerDraft(home(), { ...entry, confidentiality: 'internal', digest: sha256('sealed') }, effects);
  const number = giveNumber(home(), 'd-a', 1, { id: 'operator' }, effects);
  const document = join(home().outbox, `${number}.pdf`);
  writeFileSync(document, 'pages');
  return { draft, document, number };
}

test('books and documents as they were registered are green, also a document not yet registered', () => {
  const { number } = write();
  writeFileSync(join(home().outbox, '2026-00002.part'), 'half');
  writeFileSync(join(home().drafts, 'd-b.sealed'), 'never registered');
  expect(red()).toEqual([]);
  recordFile(home(), number, { digest: sha256('pages'), sheets: 1 }, effects);
  expect(red()).toEqual([]);
});

test('what is gone from the folders was sent or cleared away: green', () => {
  const { draft, document, number } = write();
  recordFile(home(), number, { digest: sha256('pages'), sheets: 1 }, effects);
  rmSync(draft);
  rmSync(document);
  expect(red()).toEqual([]);
});

test('a changed draft, a changed document and a file without a number are red, known ones by number', () => {
  const { draft, document, number } = write();
  recordFile(home(), number, { digest: sha256('pages'), sheets: 1 }, effects);
  writeFileSync(draft, 'opened');
  writeFileSync(document, 'other pages');
  writeFileSync(join(home().outbox, '見本花子.pdf'), 'x');
  expect(red()).toEqual(['下書きが台帳の記録と同じ (d-a)', `発送箱の文書が台帳の記録と同じ (${number})`]);
  expect(documentLines(home(), 'ja')[1]).toMatchObject({ failing: 2, of: 2 });
});

test('a folder where a document should lie is red, not a crash', () => {
  const { document } = write();
  rmSync(document);
  mkdirSync(document);
  expect(documentLines(home(), 'ja')[1]).toMatchObject({ failing: 1, of: 1 });
});

test('an altered ledger is red with all its files, not a crash', () => {
  write();
  const office = new DatabaseSync(home().office);
  office.exec("update ledger set event = replace(event, 'internal', 'anything') where number = 1");
  office.close();
  expect(red()).toEqual(
    expect.arrayContaining([
      'つながりが切れていない',
      '下書きが台帳の記録と同じ',
      '発送箱の文書が台帳の記録と同じ',
    ]),
  );
});

test('books that are gone altogether are red', () => {
  write();
  rmSync(home().officeDirectory, { recursive: true });
  expect(red()).toContain('つながりが切れていない');
});
