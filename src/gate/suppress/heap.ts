/** Highest key first, then the lowest cell; outdated entries are skipped. */
export type Heap = {
  /** Sets a cell's key; `undefined` takes the cell out. */
  readonly set: (cell: number, key: number | undefined) => void;
  readonly pop: () => number | undefined;
};

export function openHeap(size: number): Heap {
  const current = new Float64Array(size).fill(Number.NaN);
  const keys: number[] = [];
  const cells: number[] = [];
  const before = (i: number, j: number) =>
    keys[i]! > keys[j]! || (keys[i] === keys[j] && cells[i]! < cells[j]!);
  const swap = (i: number, j: number) => {
    const key = keys[i]!;
    const cell = cells[i]!;
    keys[i] = keys[j]!;
    cells[i] = cells[j]!;
    keys[j] = key;
    cells[j] = cell;
  };
  const up = (from: number) => {
    let i = from;
    while (i > 0 && before(i, (i - 1) >> 1)) {
      swap(i, (i - 1) >> 1);
      i = (i - 1) >> 1;
    }
  };
  const down = () => {
    let i = 0;
    for (;;) {
      let best = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < keys.length && before(child, best)) best = child;
      if (best === i) return;
      swap(i, best);
      i = best;
    }
  };
  const take = (): [number, number] => {
    const top: [number, number] = [keys[0]!, cells[0]!];
    const key = keys.pop()!;
    const cell = cells.pop()!;
    if (keys.length > 0) {
      keys[0] = key;
      cells[0] = cell;
      down();
    }
    return top;
  };
  return {
    set: (cell, key) => {
      if (key === undefined) {
        current[cell] = Number.NaN;
      } else if (current[cell] !== key) {
        current[cell] = key;
        keys.push(key);
        cells.push(cell);
        up(keys.length - 1);
      }
    },
    pop: () => {
      while (keys.length > 0) {
        const [key, cell] = take();
        if (current[cell] !== key) continue;
        current[cell] = Number.NaN;
        return cell;
      }
      return undefined;
    },
  };
}
