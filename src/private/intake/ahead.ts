/**
 * Works on items ahead of their turn, at most `width` at once and `window` waiting, and gives the results in order:
 * each time the next one and those right behind it that are done by then. An error comes out in its item's turn.
 */
export async function* inOrder<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  width: number,
  window = width * 4,
): AsyncGenerator<readonly R[]> {
  const results: Promise<R>[] = [];
  const done = new Map<number, R>();
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

  for (let turn = 0; turn < items.length; ) {
    while (results.length < Math.min(items.length, turn + window)) {
      const index = results.length;
      const result = run(items[index]!);
      result.then(
        (value) => done.set(index, value),
        () => {},
      );
      results.push(result);
    }
    const ready: R[] = [await results[turn]!];
    done.delete(turn++);
    for (let next = done.get(turn); next !== undefined; next = done.get(turn)) {
      ready.push(next);
      done.delete(turn++);
    }
    yield ready;
  }
}
