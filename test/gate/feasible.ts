import { loadSolver } from '#gate/solver.ts';

/** Σ coefficient × variable. */
export type Terms = readonly (readonly [variable: number, coefficient: number])[];

/** `low` ≤ Σ ≤ `high`. */
export type Row = { readonly terms: Terms; readonly low: number; readonly high: number };

const MUCH = 1e6;

/** Smallest and largest value of any sum over all variables (not negative) that fit the rows. */
export async function feasible(size: number, rows: readonly Row[]) {
  const highs = await loadSolver();
  const entries = rows.flatMap((row) => row.terms);
  const starts = new Int32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) starts[index + 1] = starts[index]! + row.terms.length;
  const model = highs.createModel({
    numCols: size,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    offset: 0,
    colCost: new Float64Array(size),
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size).fill(MUCH),
    rowLower: Float64Array.from(rows, (row) => row.low),
    rowUpper: Float64Array.from(rows, (row) => row.high),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: size,
      starts,
      indices: Int32Array.from(entries, ([column]) => column),
      values: Float64Array.from(entries, ([, coefficient]) => coefficient),
    },
  });
  model.options.set({ output_flag: false });
  const solve = (terms: Terms, sign: number): number => {
    const costs = new Float64Array(size);
    for (const [column, coefficient] of terms) costs[column] = sign * coefficient;
    model.changeColsCost({ kind: 'range', from: 0, to: size - 1 }, costs);
    model.run();
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error('nothing fits');
    const values = model.getSolution().colValue;
    return terms.reduce((sum, [column, coefficient]) => sum + coefficient * values[column]!, 0);
  };
  return {
    range: (terms: Terms) => [solve(terms, 1), solve(terms, -1)] as const,
    close: () => model.dispose(),
  };
}
