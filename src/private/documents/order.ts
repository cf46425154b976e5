import type { Identities, Identity } from '../vault/identities.ts';
import type { Withheld } from './consent.ts';
import type { Draft, DraftRow } from './draft.ts';
import type { ExceptionReason, Kind } from './printer.ts';
import type { Position } from './sealed-rows.ts';

export type Excluded = { readonly position: Position; readonly reason: ExceptionReason };

/** The places of the rows in the order of printing, and those of rows that cannot be printed. */
export type Ordered = { readonly positions: readonly Position[]; readonly excluded: readonly Excluded[] };

/** Reads every identity to be printed once. Held for all rows at a time: a sort key and a place each, no more. */
export function orderRows(
  draft: Draft,
  order: Kind['order'],
  identities: Identities,
  withheld: Withheld,
): Ordered {
  const sorted: (Position & { readonly key: string })[] = [];
  const excluded: Excluded[] = [];
  const isWithheld = withholding(withheld);
  for (const { row, position } of draft.rows()) {
    if (row.listed === false) continue;
    const identity = identities.of(row.person);
    const others = (row.others ?? []).map((person) => identities.of(person));
    if (isWithheld(row)) excluded.push({ position, reason: 'withheld' });
    else if (!identity?.name || !others.every((other) => other?.name))
      excluded.push({ position, reason: 'no-identity' });
    else if (order === 'drafted') sorted.push({ ...position, key: '' });
    else if (!identity.postalCode || !identity.address) excluded.push({ position, reason: 'no-address' });
    else sorted.push({ ...position, key: postalKey(identity) });
  }
  sorted.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { positions: sorted, excluded };
}

function withholding(withheld: Withheld): (row: DraftRow) => boolean {
  const everywhere = new Set(withheld.everywhere);
  const byOthers = new Set(withheld.byOthers);
  return ({ person, others = [] }) =>
    everywhere.has(person) || others.some((other) => everywhere.has(other) || byOthers.has(other));
}

/** Letters of one post office, then of one house, lie together; equals stay in the order they were drafted. */
function postalKey({ postalCode, address }: Identity): string {
  return `${(postalCode ?? '').normalize('NFKC').replace(/\D/g, '')} ${(address ?? '').normalize('NFKC')}`;
}
