import { JY, RE } from './identifiers.ts';
import { add, claimRecords, hasKey, identifierSet, readJy, remove, replace } from './jy.ts';
import { addedByReview, type ReceiptLines } from './lines.ts';
import { coverOf } from './nest.ts';
import { isStripped, numberStripped } from './stripped.ts';

export type Correction = {
  readonly state: 'none' | 'applied' | 'unresolved';
  /** Lines that hold after the corrections. */
  readonly length: number;
  /** A row of the review body that no JY asks for (first such line), or −1. */
  readonly unused: number;
};

/** `order` is replaced by a larger array where the receipt has more lines than it holds. */
export type LineOrder = { lines: Int32Array };

/**
 * Fills `order` with the lines that hold after the corrections (補正) of the review body, in their order. Rows are keyed
 * by 行番号 and 枝番号; each JY removes, replaces or adds one, then the rows are sorted by that key. Under a DPC cover
 * the numbers may begin again with each detail: then each detail is corrected by itself.
 * `unresolved`: a JY points at a row that is not there; the lines as filed are given.
 */
export function applyCorrections(lines: ReceiptLines, order: LineOrder): Correction {
  if (order.lines.length < lines.count) order.lines = new Int32Array(lines.count * 2);
  const filed = takeFiled(lines, order);
  if (!filed.corrections) return { state: 'none', length: filed.length, unused: filed.unused };
  if (isStripped(lines)) {
    numberStripped(lines);
    filed.length = takeFiled(lines, order).length;
  }
  const corrected = correctedLines(lines, order.lines.subarray(0, filed.length));
  if (!corrected) return { state: 'unresolved', length: filed.length, unused: -1 };
  const left = unusedReplacement(lines, corrected.used);
  if (order.lines.length < corrected.lines.length) order.lines = new Int32Array(corrected.lines.length * 2);
  order.lines.set(corrected.lines);
  return { state: 'applied', length: corrected.lines.length, unused: left };
}

/** Fills `order` with the lines as filed. */
function takeFiled(lines: ReceiptLines, order: LineOrder) {
  let length = 0;
  let unused = -1;
  let corrections = false;
  for (let line = 0; line < lines.count; line++) {
    if (lines.id[line] === JY) corrections = true;
    else if (isReplacement(lines, line)) unused = unused < 0 ? line : unused;
    else order.lines[length++] = line;
  }
  return { length, unused, corrections };
}

function isReplacement(lines: ReceiptLines, line: number): boolean {
  return lines.data[line] === addedByReview && claimRecords.has(lines.id[line]!);
}

function unusedReplacement(lines: ReceiptLines, used: ReadonlySet<number>): number {
  for (let line = 0; line < lines.count; line++)
    if (isReplacement(lines, line) && !used.has(line)) return line;
  return -1;
}

type Corrected = { readonly lines: number[]; readonly used: ReadonlySet<number> };

function correctedLines(lines: ReceiptLines, filed: Int32Array): Corrected | undefined {
  let held = [...filed];
  const used = new Set<number>();
  const part = partsOf(lines);
  const allLines = Array.from({ length: lines.count }, (_, line) => line);
  for (let line = 0; line < lines.count; line++) {
    if (lines.id[line] !== JY) continue;
    const { action, target: key, put } = readJy(lines, line);
    const target = nearest(held, part, line, (other) => hasKey(lines, other, key));
    if (action === replace || action === remove) {
      if (target === undefined) return undefined;
      held = held.filter((other) => other !== target);
    }
    if (action === replace || action === add) {
      const replacement = nearest(
        allLines,
        part,
        line,
        (other) => lines.data[other] === addedByReview && hasKey(lines, other, put),
      );
      if (replacement === undefined) return undefined;
      used.add(replacement);
      if (target !== undefined) part[replacement] = part[target]!;
      held = [...held.filter((other) => other !== replacement), replacement];
    } else if (action !== remove) {
      return undefined;
    }
  }
  if (held.some((line) => lines.number[line]! < 0 || lines.branch[line]! < 0)) return undefined;
  held.sort(
    (a, b) =>
      part[a]! - part[b]! || lines.number[a]! - lines.number[b]! || lines.branch[a]! - lines.branch[b]!,
  );
  return { lines: held, used };
}

/**
 * In which part each line stands: a cover and its details are one part where their numbers run on, and a part each
 * where the numbers begin again.
 */
function partsOf(lines: ReceiptLines): Int32Array {
  const part = new Int32Array(lines.count);
  let current = 0;
  let highest = -1;
  for (let line = 0; line < lines.count; line++) {
    const filed = lines.data[line] !== addedByReview;
    if (filed && lines.id[line] === RE && coverOf(lines, line) >= 2 && lines.number[line]! <= highest) {
      current++;
      highest = -1;
      for (let before = line - 1; before >= 0 && opensPart(lines, before); before--) part[before] = current;
    }
    if (filed) highest = Math.max(highest, lines.number[line]!);
    part[line] = current;
  }
  return part;
}

const openers = identifierSet('MN IR');

function opensPart(lines: ReceiptLines, line: number): boolean {
  return openers.has(lines.id[line]!);
}

/** Of the lines that match, one in the same part as the correction where there is one. */
function nearest(
  candidates: readonly number[],
  part: Int32Array,
  correction: number,
  matches: (line: number) => boolean,
): number | undefined {
  const found = candidates.filter(matches);
  return found.find((line) => part[line] === part[correction]) ?? found[0];
}
