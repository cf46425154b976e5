import { loadReference } from '#shared/lists.ts';

/** How an item that is reported to the State is written. */
export type ItemForm = {
  /** Its place in the list and in the document. */
  readonly place: number;
  /** Digits after the decimal point. */
  readonly decimals: number;
  readonly method: string | undefined;
  /** Items of one series share it (一連検査グループ). */
  readonly series: string | undefined;
  readonly role: 'result' | 'target' | 'reason';
};

let forms: ReadonlyMap<string, ItemForm> | undefined;

/** The items of `pipelines/reference/state-report-item.csv` by code: nothing else of a checkup is reported. */
export function itemForms(): ReadonlyMap<string, ItemForm> {
  forms ??= new Map(
    loadReference('state-report-item').map((row, place) => [
      row['code'] ?? '',
      {
        place,
        decimals: row['format']?.split('.')[1]?.length ?? 0,
        method: row['method'] || undefined,
        series: row['series'] || undefined,
        role: roleOf(row['role']),
      },
    ]),
  );
  return forms;
}

function roleOf(cell: string | undefined): ItemForm['role'] {
  return cell === 'target' || cell === 'reason' ? cell : 'result';
}
