/** Where a text stands: x (left or right edge) and top in mm; its lines are joined by a line break. */
export type Placed = readonly [x: number, top: number, text: string];

const isSame = (a: number, b: number) => Math.abs(a - b) < 1e-6;

/**
 * Joins one-line texts that stand below each other at a constant `pitch` (mm) into one text of several lines: a column
 * of a table is then one paragraph, which the typesetter sets several times faster than its cells one by one. Texts
 * of several lines stay as they are, in `others`.
 */
export function joinRuns(texts: readonly Placed[], pitch: number): { runs: Placed[]; others: Placed[] } {
  const open = new Map<number, { top: number; lines: string[] }>();
  const runs: Placed[] = [];
  const others: Placed[] = [];
  const close = (x: number, run: { top: number; lines: readonly string[] }) =>
    runs.push([x, run.top, run.lines.join('\n')]);
  for (const placed of texts) {
    const [x, top, text] = placed;
    if (text.includes('\n')) {
      others.push(placed);
      continue;
    }
    const run = open.get(x);
    if (run && isSame(run.top + run.lines.length * pitch, top)) run.lines.push(text);
    else {
      if (run) close(x, run);
      open.set(x, { top, lines: [text] });
    }
  }
  for (const [x, run] of open) close(x, run);
  return { runs, others };
}
