import type { Identities, Identity } from '../vault/identities.ts';
import type { Draft, DraftRow } from './draft.ts';
import type { ExceptionReason, Kind } from './printer.ts';
import type { Position } from './sealed-rows.ts';
import type { Withheld } from './withheld.ts';

export type Excluded = { readonly position: Position; readonly reason: ExceptionReason };

/** The places of the rows in the order of printing, and those of rows that cannot be printed. */
export type Ordered = {
  readonly count: number;
  readonly at: (turn: number) => Position;
  readonly excluded: readonly Excluded[];
};

/** Reads every identity to be printed once. Held for all rows: a sort key and a place each, then the place alone. */
export function orderRows(
  draft: Draft,
  order: Kind['order'],
  identities: Identities,
  withheld: Withheld,
): Ordered {
  const keys: string[] = [];
  const offsets: number[] = [];
  const numbers: number[] = [];
  const excluded: Excluded[] = [];
  const isWithheld = withholding(withheld);
  for (const { row, position } of draft.rows()) {
    if (row.listed === false) continue;
    const identity = identities.of(row.person);
    const reason = isWithheld(row) ? 'withheld' : reasonAgainst(row, identity, order, identities);
    if (reason || !identity) excluded.push({ position, reason: reason ?? 'no-identity' });
    else {
      keys.push(order === 'postal' ? postalKey(identity) : '');
      offsets.push(position.offset);
      numbers.push(position.number);
    }
  }
  const turns = inOrder(keys);
  const at = (turn: number) => ({ offset: offsets[turns[turn]!]!, number: numbers[turns[turn]!]! });
  return { count: turns.length, at, excluded };
}

/** Places of the keys, smallest key first; equal ones as they were. */
function inOrder(keys: readonly string[]): Uint32Array {
  return Uint32Array.from(keys, (_, index) => index).sort((one, other) => {
    const [a, b] = [keys[one]!, keys[other]!];
    return a < b ? -1 : a > b ? 1 : one - other;
  });
}

function reasonAgainst(
  row: DraftRow,
  identity: Identity | undefined,
  order: Kind['order'],
  identities: Identities,
): ExceptionReason | undefined {
  const others = row.others ?? [];
  if (!identity?.name || others.some((other) => !identities.of(other)?.name)) return 'no-identity';
  return order === 'postal' && !(identity.postalCode && identity.address) ? 'no-address' : undefined;
}

function withholding(withheld: Withheld): (row: DraftRow) => boolean {
  const everywhere = new Set(withheld.everywhere);
  const households = new Map(withheld.households);
  return ({ person, others = [] }) =>
    everywhere.has(person) ||
    others.some((other) => everywhere.has(other) || households.get(other) !== person);
}

/** Letters of one post office, then of one house, lie together; equals stay in the order they were drafted. */
function postalKey({ postalCode, address }: Identity): string {
  return `${(postalCode ?? '').normalize('NFKC').replace(/\D/g, '')} ${(address ?? '').normalize('NFKC')}`;
}
