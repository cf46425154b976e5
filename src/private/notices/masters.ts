import { UserError } from '#shared/errors.ts';
import type { Text } from '#shared/text.ts';
import type { Warehouse } from '../warehouse.ts';
import type { Notice } from './discover.ts';
import type { NoticeRun } from './select.ts';

/**
 * Makes sure that the lists a notice is computed from were taken in: without them it would find nothing to say, and
 * look as if there were nothing.
 * @throws {UserError} LIST_MISSING naming the first one that is not there
 */
export async function requireMasters(
  warehouse: Warehouse,
  { contract }: Notice,
  run: NoticeRun,
): Promise<void> {
  for (const { form, title, since } of contract.masters ?? []) {
    if (since !== undefined && run.to < since) continue;
    const [row] = await warehouse.rows(
      `select count(*) as editions from raw.file
       where form = $form and ($since is null or as_of <= cast($to as date))`,
      { form, since: since ?? null, to: `${run.to}-01` },
    );
    if (Number(row?.['editions'] ?? 0) === 0) throw missing(title);
  }
}

function missing(title: Text): UserError {
  return new UserError(
    'LIST_MISSING',
    {
      ja: `「${title.ja}」が、まだ取り込まれていません。下書きは作っていません。`,
      en: `The list "${title.en}" was not taken in yet. No draft was made.`,
    },
    {
      hint: {
        ja: 'その診療月に有効な一覧を private/inbox に置き、kenpo ingest と kenpo build を実行してください（docs/csv-contracts.md）。',
        en: 'Put the edition of that month into private/inbox, then run kenpo ingest and kenpo build (docs/csv-contracts.md).',
      },
    },
  );
}
