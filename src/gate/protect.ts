import { type Effects, silentEffects } from '#shared/effects.ts';
import { type Proof, verifyProof } from './audit/verify.ts';
import { compile, isPrimary } from './model/compile.ts';
import type { InputCell, SystemInput } from './model/input.ts';
import { hiddenAtStart, type System } from './model/system.ts';
import { proveSafe } from './prove.ts';
import { prune } from './prune.ts';
import { auditFailed, impossible } from './refuse.ts';
import { checkSize } from './size.ts';
import { loadSolver } from './solver.ts';
import { findPattern } from './suppress/pattern.ts';
import { bestPatterns, lossOf } from './suppress/starts.ts';

export type { Proof } from './audit/verify.ts';
export type { Grade, InputCell, InputRelation, SystemInput } from './model/input.ts';

export type Hidden = { readonly role: 'primary' | 'secondary'; readonly reason: string };

export type Protected = {
  /** Every printed figure that must not be shown, by id. */
  readonly hidden: ReadonlyMap<string, Hidden>;
  readonly primary: number;
  readonly secondary: number;
  /** Printed figures for which a witness table was asked. */
  readonly audited: number;
  /** Always 0: what fails the audit is refused. */
  readonly failures: number;
  readonly proof: Proof;
  /** Hidden cells of the compiled system, by position; the proof names cells the same way. */
  readonly pattern: Uint8Array;
  /** Requirements proved by a table in fractions only. */
  readonly provedByLpOnly: number;
  readonly seconds: number;
};

/** Printed figures of a table system with their fate. */
function fates(input: SystemInput, system: System, hidden: Uint8Array): Map<string, Hidden> {
  const classOf = new Map(system.members.flatMap((ids, c) => ids.map((id): [string, number] => [id, c])));
  const fateOf = (cell: InputCell): Hidden | undefined => {
    if (cell.kind === 'slack') return undefined;
    const isHidden = hidden[classOf.get(cell.id)!] === 1;
    if (isHidden && isPrimary(cell, input.k))
      return { role: 'primary', reason: cell.primaryReason ?? 'small' };
    if (cell.wasHidden) return { role: 'secondary', reason: 'hidden-before' };
    if (!isHidden) return undefined;
    return { role: 'secondary', reason: system.primary[classOf.get(cell.id)!] ? 'equal' : 'protects' };
  };
  return new Map(
    input.cells.flatMap((cell): [string, Hidden][] => {
      const fate = fateOf(cell);
      return fate ? [[cell.id, fate]] : [];
    }),
  );
}

function auditedFigures(system: System, hidden: Uint8Array): number {
  let figures = 0;
  for (let c = 0; c < hidden.length; c++) {
    const asked = !Number.isNaN(system.low[c]!) || !Number.isNaN(system.high[c]!);
    if (hidden[c] && asked) figures += system.members[c]!.length;
  }
  return figures;
}

/** Hidden at the start, and what was hidden in the same system when less had to be. */
function withBefore(system: System, { pattern }: Protected): Uint8Array {
  return hiddenAtStart(system).map((isHidden, cell) => (isHidden || pattern[cell] ? 1 : 0));
}

/**
 * Decides which figures of a table system must be hidden, and proves it. `before` is what came of the same cells and
 * relations when less had to be hidden: its pattern is only added to, so that its witnesses still hold.
 * Throws `GATE_BAD_TABLE` (not a table system), `GATE_IMPOSSIBLE` (what is public already reveals a cell; `data`
 * lists each such cell with its cut), `GATE_TOO_LARGE`, `GATE_AUDIT_FAILED`.
 */
export async function protect(
  input: SystemInput,
  effects: Effects = silentEffects(),
  before?: Protected,
): Promise<Protected> {
  const began = effects.now().getTime();
  const system = compile(input);
  const patterns = before ? [findPattern(system, 0, withBefore(system, before))] : bestPatterns(system);
  if (patterns[0]!.hopeless.length > 0) throw impossible(system, patterns[0]!.hopeless);
  for (const { hidden } of patterns) checkSize(system, hidden);
  const highs = await loadSolver();
  const proved = patterns.map(({ hidden }) => proveSafe(highs, system, hidden, before?.proof.witnesses));
  const least = proved.reduce((a, b) => (lossOf(system, b.hidden) < lossOf(system, a.hidden) ? b : a));
  const best = prune(highs, system, least);
  if (!verifyProof(system, best.hidden, best.proof)) throw auditFailed([]);
  const hidden = fates(input, system, best.hidden);
  const primary = [...hidden.values()].filter(({ role }) => role === 'primary').length;
  return {
    hidden,
    primary,
    secondary: hidden.size - primary,
    audited: auditedFigures(system, best.hidden),
    failures: 0,
    proof: best.proof,
    pattern: best.hidden,
    provedByLpOnly: best.audit.provedByLpOnly,
    seconds: (effects.now().getTime() - began) / 1000,
  };
}
