import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder } from '#private/intake/ahead.ts';

describe('inOrder', () => {
  it('gives all results in order, never more than width at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5), { maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 6 }),
        async (turns, width, window) => {
          let running = 0;
          let most = 0;
          const work = async (item: { index: number; turns: number }) => {
            running++;
            most = Math.max(most, running);
            for (let turn = 0; turn < item.turns; turn++) await Promise.resolve();
            running--;
            return item.index;
          };
          const results: number[] = [];
          for await (const result of inOrder(
            turns.map((count, index) => ({ index, turns: count })),
            work,
            width,
            window,
          ))
            results.push(...result);
          expect(results).toEqual(turns.map((_, index) => index));
          expect(most).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('gives what is done together, so that it can be taken in together', async () => {
    const sizes: number[] = [];
    const slow = Promise.withResolvers<void>();
    const work = async (item: number) => {
      if (item === 0) await slow.promise;
      if (item === 3) slow.resolve();
      return item;
    };
    for await (const results of inOrder([0, 1, 2, 3, 4], work, 2, 4)) sizes.push(results.length);
    expect(sizes).toEqual([4, 1]);
  });

  it('throws an error in its turn', async () => {
    const seen: number[] = [];
    const run = async () => {
      for await (const item of inOrder(
        [1, 2, 3],
        async (n) => (n === 2 ? Promise.reject(new Error('two')) : n),
        3,
      ))
        seen.push(...item);
    };
    await expect(run()).rejects.toThrow('two');
    expect(seen).toEqual([1]);
  });
});
