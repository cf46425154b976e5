import { UserError } from '#shared/errors.ts';
import { dateOf } from '#shared/month.ts';
import type { Vault } from '../vault/vault.ts';
import { quoteLiteral, type Warehouse } from '../warehouse.ts';
import { type Amounts, addAmounts, amountsOf, plainAmounts, receiptAmounts, sameAmounts } from './amounts.ts';
import { insertPeople, putPeople } from './people.ts';
import type { FileKind, ReaderResult } from './reader.ts';
import { sourceOf } from './sources.ts';

/** A file that has been read into a scratch file and sealed, ready to be taken in. */
export type ReadFile = {
  readonly fileId: number;
  readonly sha256: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly bytes: number;
  readonly scratch: string;
  readonly result: ReaderResult;
};

/** What became of a file's content. */
export type Taken = {
  readonly accepted: Amounts;
  readonly duplicates: Amounts;
  readonly quarantined: Amounts;
};

/** By what two receipts, or two checkup documents, are the same one. */
const identities: Partial<
  Record<FileKind, { table: string; sequence: string; identity: string; amounts: string }>
> = {
  receipt: {
    table: 'receipt',
    sequence: 'receipt_seq',
    identity: 'search_number',
    amounts: `records, 1, coalesce(decided_points, 0), coalesce(decided_points, 0) * 10 + coalesce(meal_yen, 0)`,
  },
  checkup: {
    table: 'checkup',
    sequence: 'checkup_seq',
    identity:
      "key_base || '|' || concat_ws('|', coalesce(key_branch, key_name), examined_on, institution, program)",
    amounts: 'records, 0, 0, 0',
  },
};

/**
 * Takes files of one kind in: identities into the vault (again is as once), then everything else in one transaction of
 * the warehouse, which is the commit point of them all. What came in with a file must equal what is accepted,
 * duplicate and quarantined of it, else nothing is taken.
 * @throws {UserError} CHECK_FAILED
 */
export async function commitFiles(
  warehouse: Warehouse,
  vault: Vault,
  files: readonly ReadFile[],
  now: Date,
): Promise<readonly Taken[]> {
  const attached: number[] = [];
  try {
    for (const [index, { scratch }] of files.entries()) {
      await warehouse.run(`attach ${quoteLiteral(scratch)} as ${scratchName(index)} (read_only)`);
      attached.push(index);
    }
    const people = files.find(isLedgerOfPeople);
    if (people) await putPeople(warehouse, vault, people.kind, people.result.asOf ?? dateOf(now));
    await warehouse.run('begin transaction');
    try {
      if (people) await insertPeople(warehouse, vault, people.kind);
      else await insertRows(warehouse, files);
      const taken: Taken[] = [];
      for (const [index, file] of files.entries()) {
        await insertFile(warehouse, file, index, now);
        taken.push(assertConserved(file, await amountsTaken(warehouse, file)));
      }
      await warehouse.run('commit');
      return taken;
    } catch (error) {
      await warehouse.run('rollback').catch(() => {});
      throw error;
    }
  } finally {
    for (const index of attached) await warehouse.run(`detach ${scratchName(index)}`);
  }
}

/** Names of the scratch files while they are attached; a ledger of persons is always alone and is `scratch`. */
function scratchName(index: number): string {
  return index === 0 ? 'scratch' : `scratch_${index}`;
}

/** Ledgers of persons change the vault too and are taken in one at a time. */
export function isLedgerOfPeople({ kind }: { readonly kind: FileKind }): boolean {
  return kind === 'eligibility' || kind === 'consent';
}

async function insertRows(warehouse: Warehouse, files: readonly ReadFile[]): Promise<void> {
  const { kind } = files[0]!;
  const same = identities[kind];
  const from = (table: string) =>
    `(${files.map((_, index) => `select * from ${scratchName(index)}.raw.${table}`).join(' union all ')})`;
  if (same) await insertDuplicates(warehouse, same, from(same.table));
  for (const { name, columns } of sourceOf(kind).tables) {
    const only =
      same && same.sequence in columns
        ? `anti join raw.duplicate as d on d.file_id = t.file_id and d.position = t.${same.sequence}`
        : '';
    await warehouse.run(`insert into raw.${name} by name select t.* from ${from(name)} as t ${only}`);
  }
}

/** A receipt that came in before, or earlier among these files, is a duplicate: counted, and not taken again. */
async function insertDuplicates(
  warehouse: Warehouse,
  { table, sequence, identity, amounts }: NonNullable<(typeof identities)[FileKind]>,
  incoming: string,
): Promise<void> {
  await warehouse.run(`
    insert into raw.duplicate
    with incoming as (
      select *, ${identity} as identity from ${incoming}
    ),
    numbered as (
      select
        *,
        row_number() over (partition by identity order by file_id, ${sequence}) as copy,
        min(file_id) over (partition by identity) as first_file_id
      from incoming
    ),
    before as (
      select ${identity} as identity, min(file_id) as file_id
      from raw.${table} where ${identity} in (select identity from incoming) group by 1
    )
    select n.file_id, n.${sequence}, coalesce(b.file_id, n.first_file_id), ${amounts}
    from numbered n left join before b on b.identity = n.identity
    where n.identity is not null and (b.file_id is not null or n.copy > 1)`);
}

async function insertFile(warehouse: Warehouse, file: ReadFile, index: number, now: Date): Promise<void> {
  const { result } = file;
  for (const table of ['quarantine', 'finding'])
    await warehouse.run(`insert into raw.${table} by name select * from ${scratchName(index)}.raw.${table}`);
  await warehouse.run(
    `insert into raw.file values ($file, $sha256, $kind, $form, $name, $bytes, $records, $receipts, $points, $yen,
      $month, cast($asOf as date), cast($now as timestamp))`,
    {
      file: file.fileId,
      sha256: file.sha256,
      kind: file.kind,
      form: result.form,
      name: file.name,
      bytes: file.bytes,
      records: result.records,
      receipts: result.receipts,
      points: result.points,
      yen: result.yen,
      month: result.processingMonth ?? null,
      asOf: result.asOf ?? null,
      now: now.toISOString().slice(0, 19).replace('T', ' '),
    },
  );
}

async function amountsTaken(warehouse: Warehouse, { kind, fileId }: ReadFile): Promise<Taken> {
  const sum = async (select: string, table: string) =>
    amountsOf((await warehouse.rows(`select ${select} from raw.${table} where file_id = ${fileId}`))[0]);
  const all = 'sum(records) as records, sum(receipts) as receipts, sum(points) as points, sum(yen) as yen';
  const bigints = all.replaceAll(/sum\((\w+)\)/g, 'cast(sum($1) as bigint)');
  const accepted =
    kind === 'receipt'
      ? await sum(receiptAmounts, 'receipt')
      : kind === 'checkup'
        ? await sum(plainAmounts('sum(records)'), 'checkup')
        : addAmounts(
            ...(await Promise.all(
              sourceOf(kind).tables.map(({ name }) => sum(plainAmounts('count(*)'), name)),
            )),
          );
  return {
    accepted,
    duplicates: await sum(bigints, 'duplicate'),
    quarantined: await sum(bigints, 'quarantine'),
  };
}

function assertConserved({ name, result }: ReadFile, taken: Taken): Taken {
  const { accepted, duplicates, quarantined } = taken;
  const { records, receipts, points, yen } = result;
  if (sameAmounts({ records, receipts, points, yen }, addAmounts(accepted, duplicates, quarantined)))
    return taken;
  throw new UserError(
    'CHECK_FAILED',
    {
      ja: `${name} の入力と、取り込んだ量・重複・隔離の合計が一致しません。このファイルは取り込んでいません。`,
      en: `${name}: what came in does not equal what was accepted, duplicate and quarantined. The file was not taken in.`,
    },
    {
      hint: { ja: 'このメッセージを開発元へ知らせてください。', en: 'Please report this message.' },
      data: { in: { records, receipts, points, yen }, accepted, duplicates, quarantined },
    },
  );
}
