import type { Row, Value, Warehouse } from '../warehouse.ts';

/** One institution in a batch; findings by code. */
export type BatchPart = {
  /** 10 digits; null where the documents name none. */
  readonly institution: string | null;
  readonly documents: number;
  readonly findings: Readonly<Record<string, number>>;
};

/** A file of checkups or guidance; counts only. */
export type Batch = {
  readonly id: number;
  readonly sha256: string;
  readonly name: string;
  readonly form: string;
  /** Since when it is in effect (確定) and by whom, null where nobody was registered yet; undefined while it waits. */
  readonly confirmed: { readonly by: string | null; readonly on: string } | undefined;
  /** Documents or rows that came in, and those that were set aside. */
  readonly records: number;
  readonly quarantined: number;
  readonly institutions: readonly BatchPart[];
  /** What was noticed, by item code or column; most often first. */
  readonly findings: readonly BatchFinding[];
};

export type BatchFinding = { readonly code: string; readonly item: string | null; readonly count: number };

const waiting = `kind = 'checkup' and file_id not in (select file_id from raw.batch_confirmation)`;
const confirmed = `kind = 'checkup' and file_id in (select file_id from raw.batch_confirmation)`;

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
export function waitingBatches(warehouse: Warehouse): Promise<readonly Batch[]> {
  return readBatches(warehouse, waiting);
}

/** The same of the files in effect. */
export function confirmedBatches(warehouse: Warehouse): Promise<readonly Batch[]> {
  return readBatches(warehouse, confirmed);
}

async function readBatches(warehouse: Warehouse, which: string): Promise<readonly Batch[]> {
  const files = await warehouse.rows(
    `select file_id, sha256, name, form, records, confirmed_by,
       strftime(confirmed_at, '%Y-%m-%d') as confirmed_on,
       (select count(*) from raw.quarantine q where q.file_id = f.file_id) as quarantined
     from raw.file f left join raw.batch_confirmation using (file_id) where ${which} order by file_id`,
  );
  const parts = await partsOf(warehouse, which);
  const findings = await findingsOf(warehouse, which);
  return files.map((row) => ({
    id: Number(row['file_id']),
    sha256: String(row['sha256']),
    name: String(row['name']),
    form: String(row['form']),
    confirmed:
      row['confirmed_on'] === null
        ? undefined
        : { by: textOrNull(row['confirmed_by']), on: String(row['confirmed_on']) },
    records: Number(row['records']),
    quarantined: Number(row['quarantined']),
    institutions: parts.get(Number(row['file_id'])) ?? [],
    findings: findings.get(Number(row['file_id'])) ?? [],
  }));
}

function textOrNull(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

async function partsOf(
  warehouse: Warehouse,
  which: string,
): Promise<ReadonlyMap<number, readonly BatchPart[]>> {
  const rows = await warehouse.rows(
    `with document as (
       select file_id, checkup_seq as sequence, institution from raw.checkup
       union all
       select file_id, guidance_seq, institution from raw.guidance
     ),
     held as (select document.* from document join raw.file using (file_id) where ${which}),
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
    const institution = textOrNull(row['institution']);
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

async function findingsOf(
  warehouse: Warehouse,
  which: string,
): Promise<ReadonlyMap<number, readonly BatchFinding[]>> {
  const rows = await warehouse.rows(
    `select finding.file_id, code, item, cast(sum(coalesce(found, 1)) as bigint) as found
     from raw.finding join raw.file using (file_id) where ${which}
     group by all order by finding.file_id, found desc, code, item`,
  );
  const files = Map.groupBy(rows, (row) => Number(row['file_id']));
  const finding = (row: Row): BatchFinding => ({
    code: String(row['code']),
    item: textOrNull(row['item']),
    count: Number(row['found']),
  });
  return new Map([...files].map(([id, found]) => [id, found.map(finding)]));
}
