/** One line of the report: what was verified, whether it holds, and how many of how many failed. */
export type Line = {
  readonly area: string;
  readonly name: string;
  readonly ok: boolean;
  readonly failing: number;
  readonly of: number;
};

/** A line about `of` things of which all hold or one does not. */
export function line(area: string, name: string, ok: boolean, of = 1): Line {
  return { area, name, ok, failing: ok ? 0 : 1, of };
}
