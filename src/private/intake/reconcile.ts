import { masterTables } from '#pipelines/sources/master/tables.ts';
import { UserError } from '#shared/errors.ts';
import type { Text } from '#shared/text.ts';
import type { Warehouse } from '../warehouse.ts';
import {
  type Amounts,
  addAmounts,
  amountsOf,
  measures,
  nothing,
  plainAmounts,
  receiptAmounts,
  sameAmounts,
} from './amounts.ts';
import { type FileKind, fileKinds } from './reader.ts';
import { receiptForms } from './receipt/form-names.ts';

/** One line of the reconciliation (突合表): what came in, and where it is now. */
export type Reconciled = {
  readonly group: string;
  readonly title: Text;
  readonly in: Amounts;
  /** Linked to a person with cover; of ledgers and masters: taken in. */
  readonly linked: Amounts;
  readonly unlinked: Amounts;
  readonly duplicates: Amounts;
  readonly quarantined: Amounts;
};

const groups: readonly { readonly group: string; readonly title: Text }[] = [
  ...Object.entries(receiptForms).map(([group, title]) => ({ group, title })),
  { group: 'paper-receipt', title: { ja: '紙レセプト', en: 'paper receipts' } },
  { group: 'therapy-claim', title: { ja: '療養費', en: 'therapy claims' } },
  { group: 'receipt-change', title: { ja: '返戻等の通知', en: 'notices about receipts' } },
  { group: 'checkup', title: { ja: '健診', en: 'checkups' } },
  { group: 'guidance', title: { ja: '特定保健指導', en: 'health guidance' } },
  { group: 'eligibility', title: { ja: '加入者台帳', en: 'eligibility' } },
  { group: 'employer', title: { ja: '事業所一覧', en: 'employers' } },
  { group: 'consent', title: { ja: '配慮フラグ', en: 'consent flags' } },
  { group: 'checkup-exclusion', title: { ja: '特定健診除外者一覧', en: 'exclusions from checkups' } },
  { group: 'master', title: { ja: '基本マスター', en: 'masters' } },
];

/** Receipts of one kind of form are one group, guidance is another than checkups; everything else is grouped by what it is about. */
const groupOf =
  "case when f.kind = 'receipt' then f.form when f.form like 'guidance-%' then 'guidance' else f.kind end";

/** Spans of the newest ledger that cover a day; `lost_on` is the first day without cover. */
const spans = `
  select person_id, gained_on, lost_on from raw.eligibility
  where (lost_on is null or lost_on > gained_on) and file_id = (
    select file_id from raw.file where kind = 'eligibility' order by as_of desc nulls last, file_id desc limit 1
  )`;

/** Whether the person of a key had cover on at least one day from `first` to `last`. */
const linkedRows = (table: string, first: string, last: string) => `
  select r.*, exists (
    select 1 from span s
    where s.person_id = coalesce(b.person_id, n.person_id, k.person_id)
      and s.gained_on <= ${last} and (s.lost_on is null or s.lost_on > ${first})
  ) as is_linked
  from raw.${table} r
  left join raw.person_link b on b.key = r.key_branch
  left join raw.person_link n on n.key = r.key_name
  left join raw.person_link k on k.key = r.key_base`;

/**
 * The reconciliation of everything ever taken in, per kind: in = linked + unlinked + duplicates + quarantined,
 * each in records, receipts, points and yen.
 * @throws {UserError} CHECK_FAILED where a sum does not hold
 */
export async function reconcile(warehouse: Warehouse): Promise<Reconciled[]> {
  const ofFiles = (table: string) =>
    grouped(
      warehouse,
      `select ${groupOf} as name, ${sumsOf('x')} from raw.${table} x join raw.file f using (file_id) group by 1`,
    );
  const incoming = await ofFiles('file');
  const duplicates = await ofFiles('duplicate');
  const quarantined = await ofFiles('quarantine');
  const accepted = new Map<string, Amounts>();
  for (const linked of [linkedReceipts, linkedCheckups, linkedChanges])
    for (const [name, amounts] of await linked(warehouse)) accepted.set(name, amounts);
  for (const [name, amounts] of await acceptedRows(warehouse)) accepted.set(`${name} true`, amounts);
  const rows = groups
    .filter(({ group }) => incoming.has(group))
    .map(({ group, title }) => ({
      group,
      title,
      in: incoming.get(group) ?? nothing,
      linked: accepted.get(`${group} true`) ?? nothing,
      unlinked: accepted.get(`${group} false`) ?? nothing,
      duplicates: duplicates.get(group) ?? nothing,
      quarantined: quarantined.get(group) ?? nothing,
    }));
  rows.forEach(assertBalanced);
  return rows;
}

function linkedReceipts(warehouse: Warehouse): Promise<Map<string, Amounts>> {
  return grouped(
    warehouse,
    `with span as (${spans}), receipt as (${linkedRows('receipt', 'r.service_month', 'last_day(r.service_month)')})
     select ${groupOf} || ' ' || receipt.is_linked as name, ${receiptAmounts.replaceAll('records', 'receipt.records').replace('as receipt.records', 'as records')}
     from receipt join raw.file f using (file_id) group by 1`,
  );
}

/** A claim for a checkup or guidance has no day of its own: any cover of its person will do. */
function linkedCheckups(warehouse: Warehouse): Promise<Map<string, Amounts>> {
  const pieces = [
    linkedRows('checkup', 'r.examined_on', 'r.examined_on'),
    linkedRows('guidance', 'r.event_on', 'r.event_on'),
  ].map((rows) => `select file_id, is_linked, records, 0 as receipts, 0 as yen from (${rows})`);
  const claims = `select file_id, is_linked, 0, 1, coalesce(claim_yen, 0)
    from (${linkedRows('checkup_claim', "date '1900-01-01'", "date '9999-12-31'")})`;
  const continuing = `select file_id, join_key in (select join_key from raw.checkup_part where is_first), records, 0, 0
    from raw.checkup_part where not is_first`;
  return grouped(
    warehouse,
    `with span as (${spans}), piece as (${[...pieces, claims, continuing].join(' union all ')})
     select ${groupOf} || ' ' || is_linked as name, cast(sum(piece.records) as bigint) as records,
       cast(sum(piece.receipts) as bigint) as receipts, 0 as points, cast(sum(piece.yen) as bigint) as yen
     from piece join raw.file f using (file_id) group by 1`,
  );
}

/** A notice is linked to its receipt; until that comes it is not. Those that came inside receipt files count there. */
function linkedChanges(warehouse: Warehouse): Promise<Map<string, Amounts>> {
  return grouped(
    warehouse,
    `select f.kind || ' ' || exists (select 1 from raw.receipt r where r.search_number = c.search_number) as name,
       ${plainAmounts('count(*)')}
     from raw.receipt_change c join raw.file f using (file_id) where f.kind = 'receipt-change' group by 1`,
  );
}

function acceptedRows(warehouse: Warehouse): Promise<Map<string, Amounts>> {
  const tables = {
    eligibility: ['eligibility'],
    employer: ['employer'],
    consent: ['consent'],
    'checkup-exclusion': ['checkup_exclusion'],
    master: masterTables.map(({ name }) => name),
  };
  const parts = Object.entries(tables).flatMap(([name, list]) =>
    list.map((table) => `select '${name}' as name, count(*) as records from raw.${table}`),
  );
  return grouped(
    warehouse,
    `select name, ${plainAmounts('sum(records)')} from (${parts.join(' union all ')}) group by 1`,
  );
}

function sumsOf(table: string): string {
  return measures.map((measure) => `cast(sum(${table}.${measure}) as bigint) as ${measure}`).join(', ');
}

async function grouped(warehouse: Warehouse, sql: string): Promise<Map<string, Amounts>> {
  return new Map((await warehouse.rows(sql)).map((row) => [String(row['name']), amountsOf(row)]));
}

function assertBalanced(row: Reconciled): void {
  if (sameAmounts(row.in, addAmounts(row.linked, row.unlinked, row.duplicates, row.quarantined))) return;
  throw new UserError(
    'CHECK_FAILED',
    {
      ja: `突き合わせが合いません（${row.title.ja}）。取り込んだものはそのまま残っていますが、集計に進まないでください。`,
      en: `The reconciliation does not balance (${row.title.en}). What was taken in stays, but do not go on.`,
    },
    {
      hint: {
        ja: 'kenpo verify の結果を開発元へ知らせてください。',
        en: 'Report the result of kenpo verify.',
      },
      data: row,
    },
  );
}

/** How much was quarantined for one reason; for the operator's terminal, so that it can be repaired. */
export type Quarantined = { readonly kind: FileKind; readonly reason: string; readonly amounts: Amounts };

export async function quarantinedByReason(warehouse: Warehouse): Promise<Quarantined[]> {
  const rows = await warehouse.rows(
    `select f.kind, x.reason, ${sumsOf('x')} from raw.quarantine x join raw.file f using (file_id)
     group by 1, 2 order by 1, 2`,
  );
  return rows.flatMap((row) => {
    const kind = fileKinds.find((name) => name === row['kind']);
    return kind ? [{ kind, reason: String(row['reason']), amounts: amountsOf(row) }] : [];
  });
}

/** A row or sheet that was set aside, with the columns it is about: where to look, never what stands there. */
export type RowSetAside = {
  readonly name: string;
  readonly line: number;
  readonly lineEnd: number;
  readonly kind: FileKind;
  readonly reason: string;
  readonly columns: readonly string[];
};

/** Rows of CSV files set aside for what stands in named columns, from a file on; at most `most`. */
export async function rowsSetAside(
  warehouse: Warehouse,
  fromFileId: number,
  most: number,
): Promise<RowSetAside[]> {
  const rows = await warehouse.rows(
    `select f.name, f.kind, q.line, q.line_end, q.reason, q.columns from raw.quarantine q join raw.file f using (file_id)
     where q.file_id >= ${fromFileId} and (q.columns is not null or q.reason = 'paper_single')
     order by q.file_id, q.line limit ${most}`,
  );
  return rows.flatMap((row) => {
    const kind = fileKinds.find((name) => name === row['kind']);
    const columns = row['columns'] === null ? [] : String(row['columns']).split(' ');
    const lines = { line: Number(row['line']), lineEnd: Number(row['line_end']) };
    return kind
      ? [{ name: String(row['name']), ...lines, kind, reason: String(row['reason']), columns }]
      : [];
  });
}
