import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withLines } from '../../../src/public/reports/hatching.ts';

const rectangle = (x: number, y: number, width: number, height: number) =>
  `<path aria-hidden="true" d="M${x},${y}h${width}v${height}h-${width}Z" fill="url(#hatch)"/>`;

const size = fc.integer({ min: 1, max: 700 });

test('a hatched place becomes its ground and rising lines inside it, and needs no pattern', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), size, size, (x, width, height) => {
      const drawn = withLines(rectangle(x, 4, width, height));
      expect(drawn).not.toContain('url(');
      const ends = [...drawn.matchAll(/M(-?[\d.]+),(-?[\d.]+)L(-?[\d.]+),(-?[\d.]+)/g)].map((one) =>
        one.slice(1).map(Number),
      );
      for (const [left = 0, bottom = 0, right = 0, top = 0] of ends) {
        expect(left).toBeGreaterThanOrEqual(x);
        expect(right).toBeLessThanOrEqual(x + width + 0.01);
        expect(top).toBeGreaterThanOrEqual(4 - 0.01);
        expect(bottom).toBeLessThanOrEqual(4 + height + 0.01);
        expect(bottom - top).toBeCloseTo(right - left, 1);
      }
      if (width > 20 && height > 20) expect(ends.length).toBeGreaterThan(2);
    }),
  );
});

test('other places stay as they are', () => {
  const bar = '<path d="M0,0h5v5h-5Z" fill="#0055ad"/>';
  expect(withLines(bar)).toBe(bar);
});
