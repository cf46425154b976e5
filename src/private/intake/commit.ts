import { checkup, checkupClaim, checkupPart, guidance } from '#pipelines/sources/checkup/tables.ts';
import { finding, quarantine } from '#pipelines/sources/intake/tables.ts';
import { receipt, receiptChange } from '#pipelines/sources/receipt/tables.ts';
import type { RawTable } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { dateOf } from '#shared/month.ts';
import type { Vault } from '../vault/vault.ts';
import { quoteLiteral, type Warehouse } from '../warehouse.ts';
import {
  type Amounts,
  addAmounts,
  amountsOf,
  claimAmounts,
  plainAmounts,
  receiptAmounts,
  receiptYen,
  sameAmounts,
} from './amounts.ts';
import { insertPeople, isListOfMembers, putPeople } from './people.ts';
import type { FileKind, ReaderResult } from './reader.ts';
import { rowsOf, type Scratch, scratchesOf } from './scratch.ts';
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

/** What is taken in by the piece, and by what two pieces are the same one; everything else is counted by the row. */
type Pieces = {
  readonly table: RawTable;
  readonly sequence: string;
  readonly same: readonly string[];
  readonly duplicate: string;
  readonly accepted: string;
};

/**
 * Receipts of every kind of file that fills `raw.receipt`: other content under the same identity is a new version; so is
 * the same content in another month of processing, for what came between may have been a return or another version.
 */
const receipts: Pieces = {
  table: receipt,
  sequence: 'receipt_seq',
  same: ['identity', 'content', "coalesce(processing_month, date '1900-01-01')"],
  duplicate: `records, 1, coalesce(decided_points, 0), ${receiptYen}`,
  accepted: receiptAmounts,
};

/**
 * Checkups and guidance of a person. The same with other results is a correction and stays beside the first: core says
 * which of them counts.
 */
const checkups: Pieces = {
  table: checkup,
  sequence: 'checkup_seq',
  same: [
    "key_base || '|' || concat_ws('|', coalesce(key_branch, key_name), examined_on, institution, program, provenance, report_code, content)",
  ],
  duplicate: 'records, 0, 0, 0',
  accepted: plainAmounts('sum(records)'),
};

const guidances: Pieces = {
  table: guidance,
  sequence: 'guidance_seq',
  same: [
    "key_base || '|' || concat_ws('|', coalesce(key_branch, key_name), event_on, institution, report_code, content)",
  ],
  duplicate: 'records, 0, 0, 0',
  accepted: plainAmounts('sum(records)'),
};

const claims: Pieces = {
  table: checkupClaim,
  sequence: 'claim_seq',
  same: ['content'],
  duplicate: '0, 1, 0, coalesce(claim_yen, 0)',
  accepted: claimAmounts,
};

/** Rows that continue those of another file: with a corrected one they come again unchanged, and are wanted again. */
const parts: Pieces = {
  table: checkupPart,
  sequence: 'part_seq',
  same: ['cast(null as varchar)'],
  duplicate: 'records, 0, 0, 0',
  accepted: plainAmounts('coalesce(sum(records), 0)'),
};

/** A list of notices may repeat what an earlier one, or a receipt file, has said. */
const notices: Pieces = {
  table: receiptChange,
  sequence: 'line',
  same: [
    'search_number',
    'processed_month',
    'change',
    'coalesce(decided_points, -1)',
    'coalesce(meal_yen, -1)',
  ],
  duplicate: '1, 0, 0, 0',
  accepted: plainAmounts('count(*)'),
};

/** A file of receipts brings notices along, which are no pieces of their own there. */
function piecesOf(kind: FileKind): readonly Pieces[] {
  const { tables } = sourceOf(kind);
  if (tables.includes(receipt)) return [receipts];
  return [checkups, parts, guidances, claims, notices].filter(({ table }) => tables.includes(table));
}

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
  const scratches = files.map(scratchesOf);
  const attached: Scratch[] = [];
  try {
    for (const scratch of scratches.flat()) {
      await warehouse.run(`attach ${quoteLiteral(scratch.path)} as ${scratch.name} (read_only)`);
      attached.push(scratch);
    }
    const people = files.find(isLedgerOfPeople);
    if (people) await putPeople(warehouse, vault, people.kind, people.result.asOf ?? dateOf(now));
    await warehouse.run('begin transaction');
    try {
      if (people) await insertPeople(warehouse, vault, people.kind);
      else await insertRows(warehouse, files, scratches.flat());
      const taken: Taken[] = [];
      for (const [index, file] of files.entries()) {
        await insertFile(warehouse, file, scratches[index]!, now);
        taken.push(assertConserved(file, await amountsTaken(warehouse, file)));
      }
      await warehouse.run('commit');
      return taken;
    } catch (error) {
      await warehouse.run('rollback').catch(() => {});
      throw error;
    }
  } finally {
    for (const { name } of attached) await warehouse.run(`detach ${name}`);
  }
}

/** Ledgers of persons change the vault too and are taken in one at a time. */
export function isLedgerOfPeople({ kind }: { readonly kind: FileKind }): boolean {
  return kind === 'eligibility' || isListOfMembers(kind);
}

async function insertRows(
  warehouse: Warehouse,
  files: readonly ReadFile[],
  scratches: readonly Scratch[],
): Promise<void> {
  const { kind } = files[0]!;
  const pieces = piecesOf(kind);
  for (const one of pieces) await insertDuplicates(warehouse, one, rowsOf(one.table, scratches));
  const repeated =
    pieces.length > 0 && (await hasDuplicates(warehouse, files))
      ? pieces.map(({ sequence }) => sequence)
      : [];
  for (const table of sourceOf(kind).tables) {
    const sequence = repeated.find((name) => name in table.columns);
    const only = sequence
      ? `anti join raw.duplicate as d on d.file_id = t.file_id and d.position = t.${sequence}`
      : '';
    await warehouse.run(
      `insert into raw.${table.name} by name select t.* from ${rowsOf(table, scratches)} as t ${only}`,
    );
  }
}

async function hasDuplicates(warehouse: Warehouse, files: readonly ReadFile[]): Promise<boolean> {
  const ids = files.map(({ fileId }) => fileId).join(', ');
  const rows = await warehouse.rows(`select 1 from raw.duplicate where file_id in (${ids}) limit 1`);
  return rows.length > 0;
}

/** A piece that came in before, or earlier among these files, is a duplicate: counted, and not taken again. */
async function insertDuplicates(
  warehouse: Warehouse,
  { table, sequence, same, duplicate }: Pieces,
  incoming: string,
): Promise<void> {
  const keys = same.map((_, index) => `same_${index}`).join(', ');
  const named = same.map((expression, index) => `${expression} as same_${index}`).join(', ');
  await warehouse.run(`
    insert into raw.duplicate
    with incoming as (
      select *, ${named} from ${incoming}
    ),
    numbered as (
      select
        *,
        row_number() over (partition by ${keys} order by file_id, ${sequence}) as copy,
        min(file_id) over (partition by ${keys}) as first_file_id
      from incoming
      where ${same.map((_, index) => `same_${index} is not null`).join(' and ')}
    ),
    held as (
      select file_id, ${named} from raw.${table.name}
    ),
    before as (
      select ${keys}, min(file_id) as before_file_id
      from held semi join numbered using (${keys}) group by ${keys}
    )
    select file_id, ${sequence}, coalesce(before_file_id, first_file_id), ${duplicate}
    from numbered left join before using (${keys})
    where before_file_id is not null or copy > 1`);
}

async function insertFile(
  warehouse: Warehouse,
  file: ReadFile,
  scratches: readonly Scratch[],
  now: Date,
): Promise<void> {
  const { result } = file;
  for (const table of [quarantine, finding])
    await warehouse.run(`insert into raw.${table.name} by name select * from ${rowsOf(table, scratches)}`);
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
  const pieces = piecesOf(kind);
  const counted =
    pieces.length > 0
      ? pieces.map(({ accepted, table }) => sum(accepted, table.name))
      : sourceOf(kind).tables.map(({ name }) => sum(plainAmounts('count(*)'), name));
  const accepted = addAmounts(...(await Promise.all(counted)));
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
