import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadReference } from '#shared/lists.ts';
import { root } from '../house/source-files.ts';
import { items } from './checkup-rows.ts';

const list = loadReference('checkup-items');
const namesIn = (column: string) =>
  [...new Set(list.map((row) => row[column] ?? '').filter((name) => name !== ''))].sort();
const model = (table: string) => readFileSync(join(root, 'pipelines/core', `${table}.sql`), 'utf8');
const comparedIn = (sql: string, column: string) =>
  [...new Set([...sql.matchAll(new RegExp(`\\b${column} = '(\\w+)'`, 'g'))].map(([, name]) => name))].sort();

test('every item of the list that has a column has it in core.checkup_value', () => {
  expect(comparedIn(model('checkup_value'), 'wide')).toEqual(namesIn('wide'));
});

test('every required item of the list is asked for in core.checkup_required', () => {
  expect(comparedIn(model('checkup_required'), 'required')).toEqual(namesIn('required'));
});

test('a required item is one that is stored, so that it can be found', () => {
  for (const { code, required, stored } of list) if (required) expect([code, stored]).toEqual([code, 'yes']);
});

test('items of one column are all required or none, but for the slots of a reading', () => {
  const groups = Map.groupBy(
    list.filter(({ wide }) => wide),
    ({ wide }) => wide,
  );
  for (const [wide, rows] of groups)
    expect([wide, new Set(rows.map(({ required }) => required)).size]).toEqual([wide, 1]);
});

test('the items of the tests are in the list', () => {
  const codes = new Set(list.map(({ code }) => code));
  for (const [name, code] of Object.entries(items)) expect([name, codes.has(code)]).toEqual([name, true]);
});

test('items that are judged, exclusions and provenances have words and an order', () => {
  for (const name of ['checkup-judged-item', 'checkup-exclusion', 'checkup-provenance'])
    for (const { code = '', ja = '', en = '' } of loadReference(name))
      for (const cell of [code, ja, en])
        expect([name, code, cell]).toEqual([name, code, expect.stringMatching(/\S/)]);
  for (const name of ['checkup-exclusion', 'checkup-provenance'])
    expect(loadReference(name).map(({ rank }) => Number(rank))).toEqual(
      loadReference(name).map((_, index) => index + 1),
    );
});
