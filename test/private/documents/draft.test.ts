import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOffice } from '#office/database.ts';
import { knownDraft } from '#office/ledger/events.ts';
import { openDraft, writeDraft } from '#private/documents/draft.ts';
import { newRowId } from '#private/documents/random-id.ts';
import { sha256 } from '#shared/fingerprint.ts';
import { effects, header, type PrintHome, printHome, rowsOf } from './print-home.ts';

let print: PrintHome;
beforeAll(async () => {
  print = await printHome([{ id: 'M1', name: '架空　花子' }]);
});
afterAll(() => rmSync(print.home.root, { recursive: true }));

const write = (rows = rowsOf(print, [{ member: 'M1' }])) => writeDraft(print.home, header, rows, effects);
const pathOf = (id: string) => join(print.home.drafts, `${id}.sealed`);

describe('a draft', () => {
  it('is read as it was written, and the ledger knows its digest', async () => {
    const rows = rowsOf(print, [
      { member: 'M1', word: 'a' },
      { member: 'M1', others: ['M1'] },
    ]);
    const { id, digest } = await write(rows);
    const draft = openDraft(print.home, id);
    expect(draft.header).toEqual({ id, ...header });
    expect([...draft.rows()].map(({ row }) => row)).toEqual(rows);
    expect([...draft.rows()].map(({ position }) => draft.at(position))).toEqual(rows);
    draft.close();
    expect(digest).toBe(sha256(readFileSync(pathOf(id))));
    expect(draft.digest).toBe(digest);
    expect(inOffice(print.home.office, (office) => knownDraft(office, id))?.draft.digest).toBe(digest);
    expect(statSync(pathOf(id)).mode & 0o777).toBe(0o600);
  });

  it('leaves no count, no row and no person in the ledger', async () => {
    const { id } = await write();
    const known = inOffice(print.home.office, (office) => knownDraft(office, id));
    const text = JSON.stringify(known);
    expect(text).not.toContain('4711');
    expect(text).not.toContain(String(print.idOf('M1')));
  });

  it('has another id and other bytes each time', async () => {
    const rows = rowsOf(print, [{ member: 'M1' }]);
    const [first, second] = [await write(rows), await write(rows)];
    expect(first.id).toMatch(/^d-[a-z2-7]{10}$/);
    expect(second.id).not.toBe(first.id);
    expect(second.digest).not.toBe(first.digest);
  });

  it('is not there where its rows end in an error', async () => {
    const before = readdirSync(print.home.drafts);
    const breaking = (function* () {
      yield* rowsOf(print, [{ member: 'M1' }]);
      throw new Error('planted');
    })();
    await expect(writeDraft(print.home, header, breaking, effects)).rejects.toThrow('planted');
    expect(readdirSync(print.home.drafts)).toEqual(before);
  });

  it.each(['d-aaaaaaaaaa', '../../society', 'd-', ''])('of an unknown id is not found: %s', (id) => {
    expect(() => openDraft(print.home, id)).toThrow('NOT_FOUND');
  });

  it('is refused once a byte was changed, wherever it lies', async () => {
    const { id } = await write();
    const bytes = readFileSync(pathOf(id));
    for (const at of [0, 10, 30, 60, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      writeFileSync(pathOf(id), changed);
      expect(() => {
        const draft = openDraft(print.home, id);
        try {
          for (const { position } of draft.rows()) draft.at(position);
        } finally {
          draft.close();
        }
      }).toThrow('DRAFT_ALTERED');
    }
  });

  it('under the name of another one is refused', async () => {
    const [first, second] = [await write(), await write()];
    writeFileSync(pathOf(first.id), readFileSync(pathOf(second.id)));
    expect(() => openDraft(print.home, first.id)).toThrow('DRAFT_ALTERED');
  });

  it('gets its key with the first draft of an older home', async () => {
    const key = join(print.home.keys, 'draft.key');
    rmSync(key);
    await write();
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(readdirSync(print.home.keys).filter((name) => name.startsWith('draft.key'))).toEqual([
      'draft.key',
    ]);
    expect(existsSync(key)).toBe(true);
  });
});

it('row ids differ and are not in any order', () => {
  const ids = Array.from({ length: 1000 }, newRowId);
  expect(new Set(ids).size).toBe(1000);
  expect(ids.toSorted()).not.toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^[a-z2-7]{12}$/);
});
