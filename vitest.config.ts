import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/closing-line.ts';

/**
 * Tests with DuckDB or a browser run in forks: a query alive when a thread ends would abort the run. `society` tests
 * share one generated society, which is made before the first of them.
 */
export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    globalSetup: ['./test/global-setup.ts'],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{data,society,e2e}.test.ts', 'test/.cache/**'],
          pool: 'threads',
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'data',
          include: ['test/**/*.data.test.ts'],
          pool: 'forks',
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'society',
          include: ['test/**/*.society.test.ts'],
          pool: 'forks',
          globalSetup: ['./test/fixtures/sample-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/**/*.e2e.test.ts'],
          pool: 'forks',
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
