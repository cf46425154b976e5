import type { Box } from './letter.ts';
import { mmPerPoint, widthInMm, wrap } from './wrap.ts';

/** Whom a letter goes to, as the vault knows the person. */
export type Addressee = {
  readonly postalCode: string;
  readonly address: string;
  readonly name: string;
};

/** An address as it is printed: lines and sizes in points. */
export type FittedAddress = {
  readonly postalCode: string;
  readonly address: readonly string[];
  readonly addressPoints: number;
  readonly name: readonly string[];
  readonly namePoints: number;
};

/** Sizes in points, tried in this order. */
const sizes = [
  { addressPoints: 11, namePoints: 14 },
  { addressPoints: 10, namePoints: 14 },
  { addressPoints: 10, namePoints: 11 },
];

/** Line height in em, and the gap above the name in mm; letter.typ sets the same. */
const lineHeight = 1.35;
const gap = 1.5;

/**
 * Address and name in the part of the window that always shows: at most two lines each. Undefined where it does not
 * fit (overflow): such a letter goes to the exception list, nothing is ever cut.
 */
export function fitAddress(to: Addressee, window: Box): FittedAddress | undefined {
  const name = `${to.name} 様`;
  for (const { addressPoints, namePoints } of sizes) {
    const address = linesIn(to.address, window.width, addressPoints);
    const names = linesIn(name, window.width, namePoints);
    if (!address || !names) continue;
    const points = (1 + address.length) * addressPoints + names.length * namePoints;
    if (points * lineHeight * mmPerPoint + gap > window.height) continue;
    const postalCode = to.postalCode.replace(/^(\d{3})-?(\d{4})$/, '$1-$2');
    return { postalCode, address, addressPoints, name: names, namePoints };
  }
  return undefined;
}

/** At most two lines, broken at a space or after ・ where there is one. Undefined where it takes more. */
function linesIn(text: string, width: number, points: number): readonly string[] | undefined {
  const fits = (lines: readonly string[]) =>
    lines.length <= 2 && lines.every((line) => widthInMm(line, points) <= width);
  const atSpaces = [...text.matchAll(/\s+|(?<=・)/g)]
    .toReversed()
    .filter((space) => space.index + space[0].length < text.length - 1)
    .map((space) => [text.slice(0, space.index), text.slice(space.index + space[0].length)]);
  return [[text], ...atSpaces, wrap(text, width, points)].find(fits);
}
