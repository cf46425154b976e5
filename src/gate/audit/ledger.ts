import type { System } from '../model/system.ts';
import { isMet, type Requirement, type Still } from './requirements.ts';
import { isTable, type Proof, type Witness } from './verify.ts';

/** What is proved so far. */
export type Ledger = {
  readonly system: System;
  readonly hidden: Uint8Array;
  readonly requirements: readonly Requirement[];
  readonly witnesses: Witness[];
  /** Witness in whole numbers of each requirement, −1 while there is none. */
  readonly whole: Int32Array;
  /** Witness in fractions, where only such a one is known. */
  readonly fraction: Int32Array;
  /** Requirements by cell. */
  readonly at: ReadonlyMap<number, readonly number[]>;
};

export function openLedger(system: System, hidden: Uint8Array, requirements: readonly Requirement[]): Ledger {
  const at = new Map<number, number[]>();
  for (const [i, { cells }] of requirements.entries()) {
    for (const cell of new Set(cells)) {
      const list = at.get(cell);
      if (list) list.push(i);
      else at.set(cell, [i]);
    }
  }
  return {
    system,
    hidden,
    requirements,
    witnesses: [],
    whole: new Int32Array(requirements.length).fill(-1),
    fraction: new Int32Array(requirements.length).fill(-1),
    at,
  };
}

export function isOpen({ whole, fraction }: Ledger, i: number): boolean {
  return whole[i] === -1 && fraction[i] === -1;
}

export const canFall = (ledger: Ledger, i: number): boolean => !Number.isNaN(ledger.requirements[i]!.low);
export const canRise = (ledger: Ledger, i: number): boolean => !Number.isNaN(ledger.requirements[i]!.high);

/** Writes a witness down for every open requirement it meets; says how many it settled. */
export function offer(ledger: Ledger, witness: Witness): number {
  const { system, requirements, whole, fraction, at } = ledger;
  const { scale } = witness;
  const slots = scale === 1 ? whole : fraction;
  const change = new Map(witness.cells.map((cell, i) => [cell, witness.diff[i]!]));
  const valueAt = (cell: number) => system.value[cell]! * scale + (change.get(cell) ?? 0);
  const met = new Set<number>();
  for (const cell of witness.cells) {
    for (const i of at.get(cell) ?? []) {
      if (slots[i] === -1 && whole[i] === -1 && isMet(requirements[i]!, valueAt, scale)) met.add(i);
    }
  }
  if (met.size === 0 || !isTable(system, ledger.hidden, witness)) return 0;
  ledger.witnesses.push(witness);
  for (const i of met) slots[i] = ledger.witnesses.length - 1;
  return scale === 1 ? met.size : 0;
}

/** The proof with the witnesses that are used, whole ones first choice. `undefined` while something is open. */
export function proofOf({ witnesses, whole, fraction }: Ledger, still: Still): Proof | undefined {
  const chosen = [...whole].map((witness, i) => (witness === -1 ? fraction[i]! : witness));
  if (chosen.includes(-1)) return undefined;
  const kept = [...new Set(chosen)].sort((a, b) => a - b);
  const position = new Map(kept.map((witness, i) => [witness, i]));
  return {
    witnesses: kept.map((i) => witnesses[i]!),
    of: chosen.map((witness) => position.get(witness)!),
    still: [...still].sort((a, b) => a - b),
  };
}
