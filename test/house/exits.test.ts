import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { manifestSchema } from '#release/form.ts';
import { homeOf } from '#shared/home.ts';
import { commands } from '../../src/commands/table.ts';
import { routesOnlyApp } from '../fixtures/sample-app.ts';
import { compareExits, listedExits, schemaLeaves } from './exits.ts';

const home = homeOf('home');
/** Pages and downloads need a release: test/attacks/exits.society.test.ts compares them. */
const listed = listedExits().filter((exit) => !/^(page|download) /.test(exit));

/** What really exists: commands, folders of a home, fields of the manifest, routes of the server. */
function existingExits(): string[] {
  const routes = new Set(
    routesOnlyApp()
      .routes.filter((route) => route.method !== 'ALL')
      .map((route) => `${route.method} ${route.path}`),
  );
  return [
    ...Object.keys(commands).map((name) => `command ${name}`),
    ...Object.values(home)
      .filter((path) => path !== home.root)
      .map((path) => `home ${relative(home.root, path)}`),
    ...schemaLeaves(z.toJSONSchema(manifestSchema, { unrepresentable: 'any' })).map(
      (path) => `manifest ${path}`,
    ),
    ...[...routes].map((route) => `route ${route}`),
  ].sort();
}

test('every exit that exists is listed, and every listed exit exists', () => {
  const existing = existingExits();
  expect(existing.length).toBeGreaterThan(80);
  expect(compareExits(listed, existing)).toEqual({ unlisted: [], gone: [] });
});

test.each([
  'route GET /debug/rows',
  'command dump',
  'manifest analyses[].reasons[]',
  'home public/extract.csv',
])('a planted exit is found: %s', (planted) => {
  const existing = [...existingExits(), planted];
  expect(compareExits(listed, existing).unlisted).toEqual([planted]);
});

test('a listed exit that is gone is found', () => {
  expect(compareExits([...listed, 'command gone'], existingExits()).gone).toEqual(['command gone']);
});
