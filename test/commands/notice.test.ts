import { describe, expect, test } from 'vitest';
import { silentEffects } from '#shared/effects.ts';
import { isDate } from '#shared/month.ts';
import notice from '../../src/commands/notice.ts';

const run = (positionals: readonly string[], options: Record<string, string>) =>
  notice.run({
    positionals,
    options: { home: '/nowhere', ...options },
    effects: silentEffects(),
    json: true,
  });
const month = { month: '2026-06' };

describe('kenpo notice', () => {
  test.each([
    ['no kind', [], month],
    ['two kinds', ['medical-cost', 'generic'], month],
    ['no period', ['medical-cost'], {}],
    ['only a beginning', ['medical-cost'], { from: '2026-01' }],
    ['only an end', ['medical-cost'], { to: '2026-01' }],
    ['two periods', ['medical-cost'], { ...month, from: '2026-01', to: '2026-02' }],
    ['an end before the beginning', ['medical-cost'], { from: '2026-02', to: '2026-01' }],
    ['a month that is none', ['medical-cost'], { month: '2026-13' }],
    ['a day for a month', ['medical-cost'], { month: '2026-06-01' }],
    ['another way to bundle', ['medical-cost'], { ...month, per: 'employer' }],
    ['a day that is none', ['medical-cost'], { ...month, 'as-of': '2026-02-30' }],
  ])('%s is a wrong use, before anything is opened', async (_what, positionals, options) => {
    await expect(run(positionals, options)).rejects.toMatchObject({ code: 'USAGE' });
  });

  test.each([month, { from: '2025-12', to: '2026-01' }, { ...month, per: 'person', 'as-of': '2026-07-31' }])(
    'a right use goes on to the home: %j',
    async (options) => {
      await expect(run(['medical-cost'], options)).rejects.toMatchObject({ code: 'HOME_MISSING' });
    },
  );
});

test.each([
  ['2026-02-28', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['20260101', false],
])('%s is a date: %s', (text, wanted) => expect(isDate(text)).toBe(wanted));
