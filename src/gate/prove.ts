import type { Highs } from 'highs';
import { type Audit, auditSystem } from './audit/audit.ts';
import type { Proof, Witness } from './audit/verify.ts';
import type { System } from './model/system.ts';
import { auditFailed, impossible } from './refuse.ts';
import { republishUseless } from './suppress/pattern.ts';
import { repair, type Wish } from './suppress/repair.ts';
import { alternativesFor } from './suppress/wish.ts';

/** A pattern that passed the audit. */
export type Proved = { readonly hidden: Uint8Array; readonly audit: Audit; readonly proof: Proof };

const ROUNDS = 30;

/**
 * Audits a pattern and hides more until nothing fails.
 * Throws `GATE_IMPOSSIBLE`, and `GATE_AUDIT_FAILED` where repair and audit do not come together.
 */
export function proveSafe(
  highs: Highs,
  system: System,
  pattern: Uint8Array,
  known: readonly Witness[] = [],
): Proved {
  let hidden = pattern;
  let hints = known;
  let failed: readonly Wish[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    hidden = republishUseless(system, hidden);
    const audit = auditSystem(highs, system, hidden, hints);
    if (audit.proof) return { hidden, audit, proof: audit.proof };
    failed = audit.failures;
    const shown = hidden;
    const mended = repair(
      highs,
      system,
      hidden,
      failed.map((failure) => alternativesFor(system, shown, failure)),
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
