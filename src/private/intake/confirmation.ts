import { appendAudit, doneTo } from '#office/audit/chain.ts';
import { listPeople, type RegisteredPerson } from '#office/people.ts';
import type { Home } from '#shared/home.ts';
import type { Warehouse } from '../warehouse.ts';
import { type Batch, countWaiting, waitingBatches } from './batches.ts';

/**
 * Lets files take effect in the name of a registered person: into the audit chain, then into the warehouse. Stopped
 * between them the files still wait, and are confirmed once more.
 */
export async function confirmBatches(
  warehouse: Warehouse,
  home: Home,
  batches: readonly Pick<Batch, 'id' | 'sha256'>[],
  { id: actor }: Pick<RegisteredPerson, 'id'>,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const subjects = new Set(batches.map(({ sha256 }) => sha256));
  const events = [...subjects].map((subject) => ({ at, actor, action: 'accept' as const, subject }));
  if (events.length > 0) appendAudit(home.office, ...events);
  await insertConfirmations(warehouse, batches, actor, now);
}

/**
 * After an intake: where nobody is registered who could confirm, files take effect at once, and the audit chain says so
 * (actor `system`), also of a run that was stopped. @returns the number of files that wait
 */
export async function settleBatches(warehouse: Warehouse, home: Home, now: Date): Promise<number> {
  const canConfirm = listPeople(home).some(({ disabled }) => !disabled);
  if (!canConfirm) await insertConfirmations(warehouse, await waitingBatches(warehouse), null, now);
  const entered = new Set(doneTo(home.office, 'accept').map(({ subject }) => subject));
  const events = (await confirmations(warehouse))
    .filter(({ by, sha256 }) => by === null && !entered.has(sha256))
    .map(({ sha256 }) => ({
      at: now.toISOString(),
      actor: 'system',
      action: 'accept' as const,
      subject: sha256,
    }));
  if (events.length > 0) appendAudit(home.office, ...events);
  return countWaiting(warehouse);
}

/** Confirmations in the warehouse, and those of them whose person is not in the audit chain: put in by other means. */
export async function unsignedConfirmations(
  warehouse: Warehouse,
  home: Home,
): Promise<{ readonly failing: number; readonly of: number }> {
  const all = await confirmations(warehouse);
  const entered = new Set(doneTo(home.office, 'accept').map(({ actor, subject }) => `${actor} ${subject}`));
  const failing = all.filter(({ by, sha256 }) => !entered.has(`${by ?? 'system'} ${sha256}`)).length;
  return { failing, of: all.length };
}

async function insertConfirmations(
  warehouse: Warehouse,
  batches: readonly Pick<Batch, 'id'>[],
  by: string | null,
  now: Date,
): Promise<void> {
  const at = now.toISOString().slice(0, 19).replace('T', ' ');
  for (const { id } of batches)
    await warehouse.run(
      `insert into raw.batch_confirmation
       select $id, $by, cast($at as timestamp)
       where $id not in (select file_id from raw.batch_confirmation)`,
      { id, by, at },
    );
}

async function confirmations(
  warehouse: Warehouse,
): Promise<readonly { readonly sha256: string; readonly by: string | null }[]> {
  const rows = await warehouse.rows(
    'select sha256, confirmed_by from raw.batch_confirmation join raw.file using (file_id) order by file_id',
  );
  return rows.map((row) => ({
    sha256: String(row['sha256']),
    by: row['confirmed_by'] === null ? null : String(row['confirmed_by']),
  }));
}
