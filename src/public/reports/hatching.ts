import { colour } from './colours.ts';

/** Distance of the lines across, in px. */
const pitch = 8.5;

/**
 * Draws the hatch of hidden cells as lines instead of a pattern: what turns SVG into PDF numbers patterns in no fixed
 * order, and a report must have the same bytes whenever it is made. The hatch depends on the size of the place alone.
 */
export function withLines(svg: string): string {
  return svg.replaceAll(
    /<path ([^>]*?)d="M(-?[\d.]+),(-?[\d.]+)h([\d.]+)v([\d.]+)h-?[\d.]+Z"([^>]*?)fill="url\(#hatch\)"([^>]*?)(?:\/>|><\/path>)/g,
    (
      _,
      before: string,
      x: string,
      y: string,
      width: string,
      height: string,
      middle: string,
      after: string,
    ) => {
      const [left, top, w, h] = [x, y, width, height].map(Number) as [number, number, number, number];
      const ground = `<path ${before}d="M${x},${y}h${width}v${height}h-${width}Z"${middle}fill="${colour('hatch-ground')}"${after}/>`;
      return `${ground}<path d="${lines(left, top, w, h)}" stroke="${colour('hatch-line')}" stroke-width="1.2"/>`;
    },
  );
}

/** Rising lines of 45° inside a rectangle, from its left edge on. */
function lines(left: number, top: number, width: number, height: number): string {
  const count = Math.ceil((width + height) / pitch);
  const at = (value: number) => Number(value.toFixed(2));
  return Array.from({ length: count }, (_, index) => {
    const along = (index + 0.5) * pitch;
    const [fromX, toX] = [Math.max(0, along - height), Math.min(width, along)];
    return fromX >= toX
      ? ''
      : `M${at(left + fromX)},${at(top + along - fromX)}L${at(left + toX)},${at(top + along - toX)}`;
  }).join('');
}
