import type { Highs } from 'highs';
import { type Audit, auditSystem } from './audit/audit.ts';
import type { Proof, Witness } from './audit/verify.ts';
import type { System } from './model/system.ts';
import { auditFailed, impossible } from './refuse.ts';
import { mayShow, republishUseless } from './suppress/pattern.ts';
import { repair, type Wish } from './suppress/repair.ts';

/** A pattern that passed the audit. */
export type Proved = { readonly hidden: Uint8Array; readonly audit: Audit; readonly proof: Proof };

const ROUNDS = 30;
const PRUNED_CELLS = 1500;
const PRUNED_SECONDARIES = 150;

/** The wish behind a failure; a small group under a published total must be able to vanish or to grow. */
function wishOf({ k }: System, failure: Wish): Wish {
  const lost = Number.isNaN(failure.low) && Number.isNaN(failure.high);
  return lost ? { cells: failure.cells, low: 0, high: k } : failure;
}

/**
 * Audits a pattern and hides more until nothing fails.
 * Throws `GATE_IMPOSSIBLE`, and `GATE_AUDIT_FAILED` where repair and audit do not come together.
 */
export function proveSafe(highs: Highs, system: System, pattern: Uint8Array): Proved {
  let hidden = pattern;
  let hints: readonly Witness[] = [];
  let failed: readonly Wish[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    hidden = republishUseless(system, hidden);
    const audit = auditSystem(highs, system, hidden, hints);
    if (audit.proof) return { hidden, audit, proof: audit.proof };
    failed = audit.failures;
    const mended = repair(
      highs,
      system,
      hidden,
      failed.map((failure) => wishOf(system, failure)),
    );
    if (mended.hopeless.length > 0) throw impossible(system, mended.hopeless);
    const found = mended.movements.map((movement) => ({
      scale: 1,
      cells: [...movement.keys()],
      diff: [...movement.values()].map(Math.round),
    }));
    hints = [...audit.witnesses, ...found];
    hidden = mended.hidden;
  }
  throw auditFailed(failed.map(({ cells }) => system.ids[cells[0]!]!));
}

/** Secondaries, the greatest loss of information first. */
function dearestFirst({ primary, held, weight, value }: System, hidden: Uint8Array): number[] {
  return [...hidden.keys()]
    .filter((cell) => hidden[cell] && !primary[cell] && !held[cell])
    .sort((a, b) => weight[b]! - weight[a]! || value[b]! - value[a]! || a - b);
}

/** On small table sets: shows each secondary again whose absence still leaves a complete proof. */
export function prune(highs: Highs, system: System, proved: Proved): Proved {
  const secondaries = dearestFirst(system, proved.hidden);
  if (system.ids.length > PRUNED_CELLS || secondaries.length > PRUNED_SECONDARIES) return proved;
  let best = proved;
  for (const cell of secondaries) {
    if (!mayShow(system, best.hidden, cell)) continue;
    const hidden = best.hidden.slice();
    hidden[cell] = 0;
    const audit = auditSystem(highs, system, hidden, best.audit.witnesses);
    if (audit.proof) best = { hidden, audit, proof: audit.proof };
  }
  return best;
}
