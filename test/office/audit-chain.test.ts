import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AuditEvent, appendAudit } from '#office/audit/chain.ts';
import { verifyChain } from '#office/chain.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenpo-office-'));
  file = join(folder, 'office', 'office.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const event = (subject: string): AuditEvent => ({
  at: '2026-11-21T00:00:00.000Z',
  actor: 'system',
  action: 'release',
  subject,
});

function tamper(sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

test('an untouched chain is whole, and its head depends on every event', () => {
  appendAudit(file, event('a'), event('b'));
  const first = verifyChain(file, 'audit');
  expect(first).toMatchObject({ events: 2, broken: undefined });
  appendAudit(file, event('c'));
  expect(verifyChain(file, 'audit')).toMatchObject({ events: 3, broken: undefined });
  expect(verifyChain(file, 'audit').head).not.toBe(first.head);
});

test.each([
  ['a changed event', "update audit set event = replace(event, 'b', 'x') where number = 2", 2],
  ['a removed event', 'delete from audit where number = 2', 2],
  ['a rewritten hash', "update audit set hash = 'f' where number = 3", 3],
  ['a last event taken away', 'delete from audit where number = 3', 3],
  ['all events taken away', 'delete from audit', 1],
  ['a renumbered event', 'update audit set number = 9 where number = 3', 3],
])('%s is found', (_, sql, position) => {
  appendAudit(file, event('a'), event('b'), event('c'));
  tamper(sql);
  expect(verifyChain(file, 'audit').broken).toBe(position);
});

test('a home without office has an empty, whole chain', () => {
  expect(verifyChain(file, 'audit')).toMatchObject({ events: 0, broken: undefined });
});
