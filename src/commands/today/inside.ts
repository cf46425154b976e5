import { existsSync } from 'node:fs';
import { countWaiting } from '#private/intake/batches.ts';
import { reasonText } from '#private/intake/reasons.ts';
import { type Quarantined, quarantinedByReason } from '#private/intake/reconcile.ts';
import { type RefusedFile, refusedFiles } from '#private/intake/refused.ts';
import { type Arrival, arrivedSince } from '#private/today/arrived.ts';
import { type Held, readHeld } from '#private/today/held.ts';
import { mendingOf } from '#private/today/mending.ts';
import { missingOn } from '#private/today/missing.ts';
import { openForCount, type Warehouse } from '#private/warehouse.ts';
import type { Home } from '#shared/home.ts';
import { type Item, item } from './item.ts';

/** Quarantined documents or rows of one reason, and how to mend them. */
export type SetAside = Item & { readonly records: number; readonly receipts: number };

export type Inside = {
  readonly arrived: readonly Arrival[];
  readonly missing: readonly Item[];
  readonly refused: readonly Item[];
  readonly setAside: readonly SetAside[];
  /** Files of checkups and guidance that wait to be confirmed. */
  readonly unconfirmed: number;
};

const nothing: Held = {
  ...{ eligibility: null, employer: null, consent: null, exclusions: null, drug: null, procedure: null },
  ...{ medical: [], pharmacy: [], dental: [], checkups: [] },
};

/** What the warehouse tells of a day: counts of files, documents and rows only. */
export async function lookInside(home: Home, day: string, since: string): Promise<Inside> {
  if (!existsSync(home.warehouse))
    return { arrived: [], missing: missingItems(day, nothing), refused: [], setAside: [], unconfirmed: 0 };
  const warehouse = await openForCount(home.warehouse, home.tmp);
  try {
    return {
      arrived: await arrivedSince(warehouse, since),
      missing: missingItems(day, await readHeld(warehouse)),
      refused: (await refusals(warehouse)).map(refusedItem),
      setAside: (await quarantinedByReason(warehouse)).map(setAside),
      unconfirmed: await countWaiting(warehouse),
    };
  } finally {
    warehouse.close();
  }
}

function missingItems(day: string, held: Held): Item[] {
  return missingOn(day, held).map(({ code, text, hint }) => item(code, text, hint));
}

/** A home last written to by an older version has no such table yet. */
async function refusals(warehouse: Warehouse): Promise<RefusedFile[]> {
  const found = await warehouse.rows(
    "select 1 from information_schema.tables where table_schema = 'raw' and table_name = 'refused'",
  );
  return found.length === 0 ? [] : refusedFiles(warehouse);
}

function refusedItem({ name, code, text, hint }: RefusedFile): Item {
  return item(code, text, hint, name);
}

function setAside({ kind, reason, amounts }: Quarantined): SetAside {
  const { records, receipts } = amounts;
  return { ...item(reason, reasonText(kind, reason), mendingOf(kind, reason)), records, receipts };
}
