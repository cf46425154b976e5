/**
 * Works on items ahead of their turn, at most `width` at once and `window` waiting, and gives the results in order.
 * An error comes out in its item's turn.
 */
export async function* inOrder<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  width: number,
  window = width * 4,
): AsyncGenerator<R> {
  const results: Promise<R>[] = [];
  const waiting: (() => void)[] = [];
  let running = 0;

  const run = async (item: T): Promise<R> => {
    if (running < width) running++;
    else await new Promise<void>((resume) => waiting.push(resume));
    try {
      return await work(item);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };

  for (let turn = 0; turn < items.length; turn++) {
    while (results.length < Math.min(items.length, turn + window)) {
      const result = run(items[results.length]!);
      result.catch(() => {});
      results.push(result);
    }
    yield await results[turn]!;
  }
}
