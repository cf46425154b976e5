import type { Claim, Diagnosis, PharmacyClaim } from './claims.ts';
import type { Random } from './random.ts';
import { cumulate } from './random.ts';
import type { Fault } from './receipt.ts';

/** Share of receipts with each fault; together with late, repeated and uncovered ones about three in a hundred. */
const shares: readonly (readonly [Fault, number])[] = [
  ['wrong_number', 0.006],
  ['wrong_birth', 0.002],
  ['unknown_code', 0.005],
  ['uncoded_disease', 0.008],
  ['wrong_total', 0.002],
  ['broken_bytes', 0.002],
  ['missing_re', 0.0003],
  ['missing_search_number', 0.0003],
  ['unreadable_month', 0.0003],
  ['foreign_insurer', 0.0004],
  ['correction_without_target', 0.0002],
];
const weights = cumulate(shares.map(([, share]) => share));
const total = weights.at(-1)!;

/** Share of receipts sent again in the following month, with the same 検索番号. */
export const repeatedShare = 0.004;

/** The fault of one receipt, if it has one. */
export function drawFault(random: Random): Fault | undefined {
  return random.chance(total) ? shares[random.weighted(weights)]![0] : undefined;
}

/** Faults that even the smallest society has once, by the serial number of the 医科 receipt. */
const certain = new Map<number, Fault>([
  [50, 'future_month'],
  [60, 'missing_re'],
  [70, 'missing_search_number'],
  [80, 'unreadable_month'],
  [90, 'foreign_insurer'],
  [100, 'correction_without_target'],
  [110, 'broken_bytes'],
  [120, 'wrong_total'],
]);

export function certainFault(claim: Claim, serial: number): Fault | undefined {
  return claim.kind === 'medical' ? certain.get(serial) : undefined;
}

const sent = new Set<Claim['kind']>(['medical', 'dental', 'pharmacy']);

/** Claim files and lists have one trouble only: a number that is nobody's. */
export function faultOf(claim: Claim, drawn: Fault | undefined): Fault | undefined {
  return sent.has(claim.kind) || drawn === 'wrong_number' ? drawn : undefined;
}

/** What the review body sends may come twice; a list or a claim file is kept by the society. */
export function isSent(claim: Claim): boolean {
  return sent.has(claim.kind) && !(claim.kind === 'medical' && claim.paperPoints !== undefined);
}

/** How many months after the usual one a receipt arrives. */
export function drawDelay(random: Random): number {
  return random.chance(0.025) ? random.between(1, 3) : 0;
}

/** The claim with the codes its fault puts into it; other faults are a matter of writing. */
export function spoil(claim: Claim, fault: Fault): Claim {
  if (fault !== 'unknown_code' && fault !== 'uncoded_disease') return claim;
  if (claim.kind === 'medical' || claim.kind === 'dental')
    return { ...claim, diagnoses: spoilDiagnoses(claim.diagnoses, fault) };
  return claim.kind === 'pharmacy' && fault === 'unknown_code'
    ? { ...claim, supplies: spoilSupplies(claim) }
    : claim;
}

function spoilDiagnoses(
  diagnoses: readonly Diagnosis[],
  fault: 'unknown_code' | 'uncoded_disease',
): Diagnosis[] {
  const [first, ...rest] = diagnoses;
  if (fault === 'uncoded_disease')
    return [{ ...first!, code: '0000999', modifiers: '', text: 'みほん症候群（未コード化）' }, ...rest];
  return [first!, ...rest.slice(0, -1), { ...first!, code: '9999901', modifiers: '', main: false }];
}

/** A drug code that no master knows. */
function spoilSupplies(claim: PharmacyClaim): PharmacyClaim['supplies'] {
  const [first, ...rest] = claim.supplies;
  const [drug, ...others] = first!.drugs;
  const unknown = { ...drug!, drug: { ...drug!.drug, code: '699999901' } };
  return [{ ...first!, drugs: [unknown, ...others] }, ...rest];
}
