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
  { group: 'checkup', title: { ja: '特定健診', en: 'checkups' } },
  { group: 'eligibility', title: { ja: '加入者台帳', en: 'eligibility' } },
  { group: 'employer', title: { ja: '事業所一覧', en: 'employers' } },
  { group: 'consent', title: { ja: '配慮フラグ', en: 'consent flags' } },
  { group: 'master', title: { ja: '基本マスター', en: 'masters' } },
];

/** Receipts of one kind of form are one group; everything else is grouped by what it is about. */
const groupOf = "case when f.kind = 'receipt' then f.form else f.kind end";

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

function linkedCheckups(warehouse: Warehouse): Promise<Map<string, Amounts>> {
  return grouped(
    warehouse,
    `with span as (${spans}), checkup as (${linkedRows('checkup', 'r.examined_on', 'r.examined_on')})
     select 'checkup ' || is_linked as name, ${plainAmounts('sum(records)')} from checkup group by 1`,
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
