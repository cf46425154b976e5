import { afterAll, describe, expect, test } from 'vitest';
import { openNotice } from '#private/notices/discover.ts';
import { requireMasters } from '#private/notices/masters.ts';
import { UserError } from '#shared/errors.ts';
import { parseMonth } from '#shared/month.ts';
import { emptyWarehouse, insertRows } from '../../pipelines/fixture.ts';

const notice = await openNotice('generic');
const warehouse = await emptyWarehouse();
afterAll(() => warehouse.close());

const runOf = (month: string) => {
  const one = parseMonth(month)!;
  return { from: one, to: one, asOf: '2026-08-01', per: 'person' as const };
};
const classes = { file_id: 1, kind: 'master', form: 'generic-class', as_of: '2025-04-01' };
const selected = { file_id: 2, kind: 'master', form: 'selected-brand', as_of: '2024-10-01' };
const other = { file_id: 3, kind: 'master', form: 'official', as_of: '2024-04-01' };

/** The code of the refusal, or undefined. */
async function refusal(files: readonly Readonly<Record<string, unknown>>[], month: string) {
  await insertRows(warehouse, 'raw.file', files);
  try {
    await requireMasters(warehouse, notice, runOf(month));
    return undefined;
  } catch (error) {
    return error instanceof UserError ? error.code : String(error);
  } finally {
    await warehouse.run('delete from raw.file');
  }
}

describe('lists a notice needs', () => {
  test.each([
    ['none at all', [other], '2024-09', 'LIST_MISSING'],
    ['the class list alone, before selected care', [classes], '2024-09', undefined],
    ['the class list alone, in the first month of selected care', [classes], '2024-10', 'LIST_MISSING'],
    ['both', [classes, selected], '2024-10', undefined],
    ['selected care alone', [selected], '2026-06', 'LIST_MISSING'],
    [
      'a list of selected care that begins later',
      [classes, { ...selected, as_of: '2026-07-01' }],
      '2026-06',
      'LIST_MISSING',
    ],
    [
      'one that begins on the second day: it holds from the next month',
      [classes, { ...selected, as_of: '2026-06-02' }],
      '2026-06',
      'LIST_MISSING',
    ],
  ] as const)('%s', async (_name, files, month, code) => {
    expect(await refusal(files, month)).toBe(code);
  });
});
