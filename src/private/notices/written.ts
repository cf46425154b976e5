import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ledgerDrafts } from '#office/ledger.ts';
import { createTableSql } from '#shared/define.ts';
import type { Home } from '#shared/home.ts';
import { openDraft } from '../documents/draft.ts';
import type { Warehouse } from '../warehouse.ts';
import type { Notice } from './discover.ts';

const written = {
  name: 'written',
  grain: 'one row per person a printed letter of the same kind was about, and month it was about',
  columns: { person_id: 'bigint', month: 'date' },
} as const;

/** The table `input.written`, empty unless `noteWritten` fills it. */
export async function makeWritten(warehouse: Warehouse): Promise<void> {
  await warehouse.run(createTableSql(written, 'input'));
}

/**
 * Fills `input.written` from the drafts of the notice that were printed. Whoever must not be written to again so soon is
 * for the selection to say.
 * @throws {UserError} DRAFT_ALTERED
 */
export async function noteWritten(
  warehouse: Warehouse,
  home: Home,
  { name, contract }: Notice,
): Promise<void> {
  await makeWritten(warehouse);
  if (contract.remembers === undefined) return;
  const drafts = ledgerDrafts(home).filter(
    ({ kind, state, draft }) =>
      kind === `notice:${name}` && state === 'printed' && existsSync(join(home.drafts, `${draft}.sealed`)),
  );
  for (const { draft } of drafts) {
    const rows = [...patientsOf(home, draft)];
    if (rows.length > 0) await warehouse.run(`insert into input.written values ${rows.join(', ')}`);
  }
}

const linesSchema = z.array(z.object({ patient: z.number(), month: z.string() }));

/** Every patient and month in the letters of a draft, as rows for SQL. */
function patientsOf(home: Home, id: string): ReadonlySet<string> {
  const draft = openDraft(home, id);
  try {
    const found = new Set<string>();
    for (const { row } of draft.rows()) {
      const persons = [row.person, ...(row.others ?? [])];
      for (const { patient, month } of linesSchema.parse(row['lines']))
        found.add(`(${persons[patient]}, '${month}-01')`);
    }
    return found;
  } finally {
    draft.close();
  }
}
