import { personLink } from '#pipelines/sources/eligibility/tables.ts';
import { createTableSql, defineTable } from '#shared/define.ts';
import type { Vault } from '../vault/vault.ts';
import { openRowWriter, type Warehouse } from '../warehouse.ts';
import type { FileKind } from './reader.ts';

/** Ids of the persons a ledger names, inside one transaction only: dropped before the commit. */
const personOfMember = defineTable({
  name: 'person_of_member',
  grain: 'one row per person of the vault',
  columns: { key: 'text', person_id: 'bigint' },
});

const pageRows = 50_000;

/** Lists that say something of members and put no identity into the vault, by the raw table they fill. */
const listTables = { consent: 'consent', 'checkup-exclusion': 'checkup_exclusion' } as const;

export function isListOfMembers(kind: FileKind): kind is keyof typeof listTables {
  return kind in listTables;
}

/** Gives every person a ledger names an id in the vault, and puts away identities and keys. Twice is as once. */
export async function putPeople(
  warehouse: Warehouse,
  vault: Vault,
  kind: FileKind,
  asOf: string,
): Promise<void> {
  if (isListOfMembers(kind)) {
    const members = await texts(
      warehouse,
      `select distinct member_key as text from scratch.raw.${listTables[kind]}_of_member`,
    );
    vault.together(() => vault.putPersons(members.map((memberKey) => ({ memberKey }))));
    return;
  }
  const households = await texts(
    warehouse,
    'select distinct household_key as text from scratch.raw.span_of_member',
  );
  vault.together(() => vault.putPersons(households.map((memberKey) => ({ memberKey }))));
  const identities = `select member_key as a, arg_max(sealed, "row") as b from scratch.raw.identity group by member_key order by member_key`;
  for await (const page of pairs(warehouse, identities)) {
    const persons = page.map(([memberKey, sealed]) => ({
      memberKey,
      sealed: Buffer.from(sealed, 'base64'),
      asOf,
    }));
    vault.together(() => vault.putPersons(persons));
  }
  const keys =
    'select distinct member_key as a, key as b from scratch.raw.identity_key order by member_key, key';
  for await (const page of pairs(warehouse, keys))
    vault.together(() => vault.putKeys(page.map(([memberKey, key]) => ({ memberKey, key }))));
}

/** Inside the transaction: the rows of a ledger with ids for member keys, and the keys that tell one person. */
export async function insertPeople(warehouse: Warehouse, vault: Vault, kind: FileKind): Promise<void> {
  await warehouse.run(createTableSql(personOfMember, 'raw'));
  await fill(warehouse, personOfMember, vault.persons());
  if (isListOfMembers(kind)) {
    await warehouse.run(`insert into raw.${listTables[kind]} by name
      select c.* exclude (member_key), p.person_id
      from scratch.raw.${listTables[kind]}_of_member c join raw.person_of_member p on p.key = c.member_key`);
  } else {
    await warehouse.run(`insert into raw.eligibility by name
      select s.* exclude (member_key, household_key), p.person_id, h.person_id as household_id
      from scratch.raw.span_of_member s
      join raw.person_of_member p on p.key = s.member_key
      join raw.person_of_member h on h.key = s.household_key
      order by s."row"`);
    await warehouse.run('delete from raw.person_link');
    await fill(warehouse, personLink, vault.links());
  }
  await warehouse.run('drop table raw.person_of_member');
}

async function fill(
  warehouse: Warehouse,
  table: typeof personOfMember | typeof personLink,
  rows: Iterable<{ key: string; personId: number }>,
): Promise<void> {
  const writer = await openRowWriter(warehouse, table, 'raw');
  for (const { key, personId } of rows) {
    writer.text(0, key);
    writer.number(1, personId);
    writer.endRow();
  }
  writer.finish();
}

async function texts(warehouse: Warehouse, sql: string): Promise<string[]> {
  return (await warehouse.rows(sql)).map((row) => String(row['text']));
}

/** The rows of an ordered two-column query, page by page. */
async function* pairs(warehouse: Warehouse, sql: string): AsyncGenerator<(readonly [string, string])[]> {
  for (let offset = 0; ; offset += pageRows) {
    const rows = await warehouse.rows(`${sql} limit ${pageRows} offset ${offset}`);
    if (rows.length > 0) yield rows.map((row) => [String(row['a']), String(row['b'])] as const);
    if (rows.length < pageRows) return;
  }
}
