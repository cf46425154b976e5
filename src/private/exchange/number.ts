/**
 * A number with as many digits after the point as its item has (`NNN.N`), rounded half up as a printed figure is:
 * 24.95 with one digit is 25.0.
 */
export function listedNumber(value: number, decimals: number): string {
  const factor = 10 ** decimals;
  const sign = value < 0 ? -1 : 1;
  const scaled = Math.floor(Math.abs(value) * factor + 0.5 + 1e-7);
  return ((sign * scaled) / factor).toFixed(decimals);
}
