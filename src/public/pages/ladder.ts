import { type Html, svg } from './html.ts';

const [left, right, middle] = [10, 190, 12];

/**
 * Own figure (filled dot, on top) and the year before (hollow dot) on one line. Drawn for the eye only: the same
 * figures stand in the rows below.
 */
export function ladder(now: number, before: number | undefined, scale: readonly [number, number]): Html {
  const x = (value: number) => {
    const share = Math.min(1, Math.max(0, (value - scale[0]) / (scale[1] - scale[0])));
    return (left + share * (right - left)).toFixed(1);
  };
  const hollow =
    before === undefined ? '' : `<circle class="dot-before" cx="${x(before)}" cy="${middle}" r="6.5"/>`;
  return svg(
    `<svg class="ladder" viewBox="0 0 200 24" width="200" height="24" aria-hidden="true">` +
      `<line class="rail" x1="0" x2="200" y1="${middle}" y2="${middle}"/>${hollow}` +
      `<circle class="dot-now" cx="${x(now)}" cy="${middle}" r="8"/></svg>`,
  );
}
