type Values = readonly (number | undefined)[];

/** A point of a line, and how far below it (px, negative: above) a name stands. */
export type NamePlace = { readonly index: number; readonly down: 20 | -14 };

/** Points a name covers, by the alignment charts give it: to the right near the left end, to the left near the right one. */
function covered(index: number): readonly [number, number] {
  if (index < 3) return [index, index + 4];
  return index > 8 ? [index - 4, index] : [index - 2, index + 2];
}

/**
 * Where the name of `line` covers least of itself and of `other`, and keeps clear of the label above the highest
 * point of `other`. Undefined where the line has no point.
 */
export function namePlace(line: Values, other: Values): NamePlace | undefined {
  const peak = other.indexOf(Math.max(...other.flatMap((value) => value ?? [])));
  const [peakFrom, peakTo] = covered(peak);
  const places = line.flatMap((value, index) => {
    if (value === undefined) return [];
    const [from, to] = covered(index);
    const near = [line, other].flatMap((one) =>
      one.slice(Math.max(0, from), to + 1).flatMap((point) => point ?? []),
    );
    const meetsPeak = peak >= 0 && from <= peakTo && peakFrom <= to;
    return [
      { index, down: 20 as const, room: Math.min(...near) - value },
      ...(meetsPeak ? [] : [{ index, down: -14 as const, room: value - Math.max(...near) }]),
    ];
  });
  return places.toSorted((a, b) => b.room - a.room || b.index - a.index)[0];
}
