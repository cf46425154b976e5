import { expect, test } from 'vitest';
import { namePlace } from '../../src/public/charts/line-name.ts';

const flat = (value: number) => Array.from({ length: 12 }, () => value);

test('the name stands on the free side: below a line under the other, above one over it', () => {
  expect(namePlace(flat(10), flat(20))?.down).toBe(20);
  const now = flat(10).with(0, 11);
  expect(namePlace(flat(20), now)).toMatchObject({ index: 11, down: -14 });
});

test('the name keeps clear of the label above the highest point of the other line', () => {
  const now = flat(10).with(10, 15);
  const place = namePlace(flat(20), now);
  expect(place?.down).toBe(-14);
  expect(place?.index).toBeLessThan(6);
});

test('missing points are no place, and a line without points has none', () => {
  const line = flat(20).map((value, index) => (index < 5 ? value : undefined));
  expect(namePlace(line, flat(10))?.index).toBeLessThan(5);
  expect(namePlace([undefined, undefined], [1, 2])).toBeUndefined();
  expect(
    namePlace(
      flat(20),
      flat(10).map(() => undefined),
    )?.index,
  ).toBe(11);
});
