import { appendAudit, subjectsOf } from '#office/audit/chain.ts';
import { listPeople } from '#office/people.ts';
import type { Home } from '#shared/home.ts';
import type { Warehouse } from '../warehouse.ts';
import { type Batch, countWaiting, waitingBatches } from './batches.ts';

/** Lets files take effect in the name of a registered person: into the warehouse, then into the audit chain. */
export async function confirmBatches(
  warehouse: Warehouse,
  home: Home,
  batches: readonly Pick<Batch, 'id'>[],
  personId: string | null,
  now: Date,
): Promise<void> {
  const at = now.toISOString().slice(0, 19).replace('T', ' ');
  for (const { id } of batches)
    await warehouse.run(
      `insert into raw.batch_confirmation
       select $id, $by, cast($at as timestamp)
       where $id not in (select file_id from raw.batch_confirmation)`,
      { id, by: personId, at },
    );
  await auditConfirmations(warehouse, home);
}

/**
 * After an intake: where nobody is registered who could confirm, files take effect at once, and the audit chain says so
 * (actor `system`). @returns the number of files that wait
 */
export async function settleBatches(warehouse: Warehouse, home: Home, now: Date): Promise<number> {
  const canConfirm = listPeople(home).some(({ disabled }) => !disabled);
  if (!canConfirm) await confirmBatches(warehouse, home, await waitingBatches(warehouse), null, now);
  else await auditConfirmations(warehouse, home);
  return countWaiting(warehouse);
}

/** Confirmations that are not in the audit chain yet, also those of a run that was stopped, are entered now. */
async function auditConfirmations(warehouse: Warehouse, home: Home): Promise<void> {
  const entered = subjectsOf(home.office, 'accept');
  const rows = await warehouse.rows(
    `select f.sha256, c.confirmed_by, strftime(c.confirmed_at, '%Y-%m-%dT%H:%M:%S.000Z') as at
     from raw.batch_confirmation c join raw.file f using (file_id) order by c.confirmed_at, file_id`,
  );
  const events = rows
    .filter((row) => !entered.has(String(row['sha256'])))
    .map((row) => ({
      at: String(row['at']),
      actor: row['confirmed_by'] === null ? 'system' : String(row['confirmed_by']),
      action: 'accept' as const,
      subject: String(row['sha256']),
    }));
  if (events.length > 0) appendAudit(home.office, ...events);
}
