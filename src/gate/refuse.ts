import { UserError } from '#shared/errors.ts';
import type { System } from './model/system.ts';
import type { Cut } from './suppress/cuts.ts';

/** A cell that cannot be protected, and the published cells of which at least one would have to be hidden. */
export type Impossible = { readonly cell: string; readonly cut: readonly string[] };

const safe = {
  ja: '何も公開していません。区分を粗くするか、挙げたセルの公開をやめてから、もう一度実行してください。',
  en: 'Nothing was published. Coarsen the tables or do not publish the cells named, then run again.',
};

export function impossible(system: System, cuts: readonly Cut[]): UserError {
  const list: Impossible[] = cuts.map(({ cell, published }) => ({
    cell: system.ids[cell]!,
    cut: published.map((other) => system.ids[other]!),
  }));
  return new UserError(
    'GATE_IMPOSSIBLE',
    {
      ja: `すでに公開済みの値があるため、${list.length}個のセルを隠しきれません（最初のセル：「${list[0]!.cell}」）。`,
      en: `${list.length} cells cannot be protected because of figures already public (first: "${list[0]!.cell}").`,
    },
    { hint: safe, data: { impossible: list } },
  );
}

export function auditFailed(cells: readonly string[]): UserError {
  return new UserError(
    'GATE_AUDIT_FAILED',
    {
      ja: `監査で${cells.length}個のセルが守られていると証明できませんでした（最初のセル：「${cells[0]}」）。`,
      en: `The audit could not prove ${cells.length} cells safe (first: "${cells[0]}").`,
    },
    { hint: safe, data: { cells } },
  );
}

export function tooLarge(cells: number, examples: readonly string[]): UserError {
  return new UserError(
    'GATE_TOO_LARGE',
    {
      ja: `互いに結びついた非公開セルが${cells}個あり、監査できる大きさを超えています（例：「${examples[0]}」）。`,
      en: `${cells} hidden cells hang together, more than the audit can take (such as "${examples[0]}").`,
    },
    {
      hint: {
        ja: '何も公開していません。軸の数が多い表と、ほとんどのセルが小さい表から順に区分を粗くしてください（4軸の表がおもな原因です）。',
        en: 'Nothing was published. Coarsen first the tables with most dimensions (four are the usual cause) and those whose cells are mostly small.',
      },
      data: { cells, examples },
    },
  );
}
