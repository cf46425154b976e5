import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listsDirectory } from '../lists/open.ts';
import { noticesDirectory } from '../notices/discover.ts';
import { quoteLiteral, type Warehouse } from '../warehouse.ts';

/** Whom a finished draft may no longer show, because a flag or a ledger came after it. */
export type Withheld = {
  /** On no sheet at all. */
  readonly everywhere: readonly number[];
  /**
   * Whose sheet somebody may stand on beside the own: dependant → insured person of the household today, without those
   * who asked for an own envelope (自己封筒). Whoever is not here is on nobody else's sheet.
   */
  readonly households: readonly (readonly [person: number, insured: number])[];
};

/** Flags that keep a person off a kind of document, besides 不開示. */
const refusing = { list: ['no-notice', 'no-guidance'], notice: ['no-notice'] } as const;

/**
 * Whom the newest consent list and the newest ledger keep off a kind of document (`list:…`, `notice:…`), looked up right
 * before printing (after `requireFreshConsent`): a flag, and whoever left, died, moved to another household or is in the ledger no more.
 * @param warehouse opened by `openForSelection`
 * @param asOf day the draft describes, `YYYY-MM-DD`
 */
export async function withheldPersons(warehouse: Warehouse, kind: string, asOf: string): Promise<Withheld> {
  const isList = kind.startsWith('list:');
  const flags = ['nondisclosure', ...(isList ? refusing.list : refusing.notice)].map(quoteLiteral).join(', ');
  const standing = readFileSync(join(isList ? listsDirectory : noticesDirectory, 'standing.sql'), 'utf8');
  await warehouse.run(`create table input.run as select cast(${quoteLiteral(asOf)} as date) as as_of`);
  await warehouse.run(`create table input.standing as ${standing}`);
  const everywhere = await warehouse.rows(`
    select person_id from core.consent where flag in (${flags}) and (to_on is null or to_on >= as_of)
    union
    select person_id from input.standing where exclusion is not null
    union
    (select person_id from staging.eligibility except select person_id from input.standing)
    order by person_id`);
  const dependants = isList
    ? []
    : await warehouse.rows(`
        select person_id, household_id from input.standing
        where exclusion is null and not has_envelope and household_id <> person_id
        order by person_id`);
  return {
    everywhere: everywhere.map((row) => Number(row['person_id'])),
    households: dependants.map((row) => [Number(row['person_id']), Number(row['household_id'])]),
  };
}
