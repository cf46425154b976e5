import { appendAudit, subjectsOf } from '#office/audit/chain.ts';
import { listPeople } from '#office/people.ts';
import type { Home } from '#shared/home.ts';
import type { Row, Warehouse } from '../warehouse.ts';

/** One institution in a batch; findings by code. */
export type BatchPart = {
  /** 10 digits; null where the documents name none. */
  readonly institution: string | null;
  readonly documents: number;
  readonly findings: Readonly<Record<string, number>>;
};

/** A file of checkups or guidance that waits for a named person (確定); counts only. */
export type Batch = {
  readonly id: number;
  readonly sha256: string;
  readonly name: string;
  readonly form: string;
  /** Documents or rows that came in, and those that were set aside. */
  readonly records: number;
  readonly quarantined: number;
  readonly institutions: readonly BatchPart[];
  /** What was noticed, by item code or column; most often first. */
  readonly findings: readonly BatchFinding[];
};

export type BatchFinding = { readonly code: string; readonly item: string | null; readonly count: number };

const waiting = `kind = 'checkup' and file_id not in (select file_id from raw.batch_confirmation)`;

/** Number of files that wait to be confirmed. A warehouse of an older version has no such table, and nothing waits. */
export async function countWaiting(warehouse: Warehouse): Promise<number> {
  const found = await warehouse.rows(
    "select 1 from information_schema.tables where table_schema = 'raw' and table_name = 'batch_confirmation'",
  );
  if (found.length === 0) return 0;
  const [row] = await warehouse.rows(`select count(*) as files from raw.file where ${waiting}`);
  return Number(row?.['files'] ?? 0);
}

/** The files that wait, oldest first, with what they hold by institution. */
export async function waitingBatches(warehouse: Warehouse): Promise<readonly Batch[]> {
  const files = await warehouse.rows(
    `select file_id, sha256, name, form, records,
       (select count(*) from raw.quarantine q where q.file_id = f.file_id) as quarantined
     from raw.file f where ${waiting} order by file_id`,
  );
  const parts = await partsOf(warehouse);
  const findings = await findingsOf(warehouse);
  return files.map((row) => ({
    id: Number(row['file_id']),
    sha256: String(row['sha256']),
    name: String(row['name']),
    form: String(row['form']),
    records: Number(row['records']),
    quarantined: Number(row['quarantined']),
    institutions: parts.get(Number(row['file_id'])) ?? [],
    findings: findings.get(Number(row['file_id'])) ?? [],
  }));
}

async function partsOf(warehouse: Warehouse): Promise<ReadonlyMap<number, readonly BatchPart[]>> {
  const rows = await warehouse.rows(
    `with document as (
       select file_id, checkup_seq as sequence, institution from raw.checkup
       union all
       select file_id, guidance_seq, institution from raw.guidance
     ),
     held as (select document.* from document join raw.file using (file_id) where ${waiting}),
     counted as (
       select file_id, institution, '' as code, count(*) as found from held group by all
       union all
       select held.file_id, held.institution, finding.code, sum(coalesce(finding.found, 1))
       from held join raw.finding on finding.file_id = held.file_id and finding.position = held.sequence
       group by all
     )
     select file_id, institution, code, cast(found as bigint) as found
     from counted order by file_id, institution nulls last, code`,
  );
  const files = new Map<number, BatchPart[]>();
  for (const row of rows) {
    const id = Number(row['file_id']);
    const institution = row['institution'] === null ? null : String(row['institution']);
    const parts = files.get(id) ?? [];
    files.set(id, parts);
    const [code, found] = [String(row['code']), Number(row['found'])];
    const last = code === '' ? undefined : parts.pop();
    parts.push(
      last === undefined
        ? { institution, documents: found, findings: {} }
        : { ...last, findings: { ...last.findings, [code]: found } },
    );
  }
  return files;
}

async function findingsOf(warehouse: Warehouse): Promise<ReadonlyMap<number, readonly BatchFinding[]>> {
  const rows = await warehouse.rows(
    `select finding.file_id, code, item, cast(sum(coalesce(found, 1)) as bigint) as found
     from raw.finding join raw.file using (file_id) where ${waiting}
     group by all order by finding.file_id, found desc, code, item`,
  );
  const files = Map.groupBy(rows, (row) => Number(row['file_id']));
  const finding = (row: Row): BatchFinding => ({
    code: String(row['code']),
    item: row['item'] === null ? null : String(row['item']),
    count: Number(row['found']),
  });
  return new Map([...files].map(([id, found]) => [id, found.map(finding)]));
}

/** Lets files take effect in the name of a registered person: into the warehouse, then into the audit chain. */
export async function confirmBatches(
  warehouse: Warehouse,
  home: Home,
  batches: readonly Batch[],
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
