import { UserError } from '#shared/errors.ts';
import type { InputCell, SystemInput } from './input.ts';

/** A table set that cannot be protected because it is not one: says where, never which value. */
export function badTable(ja: string, en: string, data: unknown): UserError {
  return new UserError(
    'GATE_BAD_TABLE',
    { ja, en },
    {
      hint: {
        ja: '何も公開していません。表を作り直してから、もう一度実行してください。',
        en: 'Nothing was published. Mend the tables and run again.',
      },
      data,
    },
  );
}

function checkCell(cell: InputCell): void {
  const numbers = [cell.value, cell.needLower ?? 0, cell.needUpper ?? 0];
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 0)) {
    throw badTable(
      `セル「${cell.id}」の値が0以上の整数ではありません。`,
      `Cell "${cell.id}" is not an integer of at least 0.`,
      { cell: cell.id },
    );
  }
  if (cell.structural && cell.value !== 0) {
    throw badTable(
      `セル「${cell.id}」は起こりえないはずの区分ですが、0ではありません。`,
      `Cell "${cell.id}" is declared impossible but is not zero.`,
      { cell: cell.id },
    );
  }
  if (cell.weight !== undefined && !(cell.weight >= 0 && cell.weight <= 1e6)) {
    throw badTable(
      `セル「${cell.id}」の重みは0以上100万以下にしてください。`,
      `The weight of cell "${cell.id}" must lie in 0…1,000,000.`,
      { cell: cell.id },
    );
  }
}

/**
 * Checks a table system and gives the position of each id.
 * Throws `GATE_BAD_TABLE`: unknown or repeated id, value that is not an integer ≥ 0, sum that does not add up.
 */
export function checkInput({ k, cells, relations }: SystemInput): Map<string, number> {
  if (!Number.isSafeInteger(k) || k < 1)
    throw badTable('k は1以上の整数にしてください。', 'k must be an integer of at least 1.', {});
  const positions = new Map<string, number>();
  for (const [i, cell] of cells.entries()) {
    if (positions.has(cell.id)) {
      throw badTable(`セル「${cell.id}」が2回あります。`, `Cell "${cell.id}" is given twice.`, {
        cell: cell.id,
      });
    }
    checkCell(cell);
    positions.set(cell.id, i);
  }
  for (const [i, { total, parts }] of relations.entries()) {
    const where = { relation: i, total };
    const unknown = [total, ...parts].find((id) => !positions.has(id));
    if (unknown !== undefined) {
      throw badTable(
        `${i + 1}番目の関係式（合計「${total}」）に、知らないセル「${unknown}」があります。`,
        `Relation ${i + 1} (total "${total}") names the unknown cell "${unknown}".`,
        { ...where, cell: unknown },
      );
    }
    const valueAt = (id: string) => cells[positions.get(id)!]!.value;
    if (parts.reduce((sum, id) => sum + valueAt(id), 0) !== valueAt(total)) {
      throw badTable(
        `${i + 1}番目の関係式（合計「${total}」）の内訳の和が合計と合いません。`,
        `The parts of relation ${i + 1} (total "${total}") do not add up to it.`,
        where,
      );
    }
  }
  return positions;
}
