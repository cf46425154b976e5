import { expect, test } from 'vitest';
import { importBreaches, importsOf } from './import-rule.ts';
import { sourceFiles } from './source-files.ts';

const files = sourceFiles(['src', 'pipelines', 'dashboards', 'sample-data'], ['.ts']);

test('every import of the tree is allowed by the zones', () => {
  expect(files.size).toBeGreaterThan(50);
  expect(importBreaches(files)).toEqual([]);
});

test.each([
  ['src/public/charts/bar.ts', "import { openForCount } from '#private/warehouse.ts';"],
  ['src/public/charts/bar.ts', "const vault = await import('#private/vault/vault.ts');"],
  ['src/public/charts/bar.ts', "import { x } from '../../private/warehouse.ts';"],
  ['src/public/pages/page.ts', "export * from '#gate/count.ts';"],
  ['src/gate/count.ts', "import { unseal } from '#private/vault/vault.ts';"],
  ['src/gate/count.ts', "import { DuckDBInstance } from '@duckdb/node-api';"],
  ['src/commands/serve.ts', "import { x } from '#private/warehouse.ts';"],
  ['src/shared/text.ts', "import { x } from '#office/audit/chain.ts';"],
  ['dashboards/overview/page.ts', "import { openCurrentRelease } from '#release/read.ts';"],
  [
    'pipelines/analyses/members/contract.ts',
    "import type { Warehouse } from '../../../src/private/warehouse.ts';",
  ],
])('a planted import in %s is found: %s', (path, line) => {
  const planted = new Map(files).set(path, line);
  expect(importBreaches(planted).some((breach) => breach.startsWith(`${path} → `))).toBe(true);
});

test('imports written over several lines are seen', () => {
  expect(importsOf("import {\n  a,\n  b,\n} from '#private/warehouse.ts';\nimport './x.ts';")).toEqual([
    '#private/warehouse.ts',
    './x.ts',
  ]);
});
