import { loadReference } from '#shared/lists.ts';

/** One item of the checkup item list (健診項目コード). */
export type Item = {
  readonly type: string;
  /** Unit as written in the documents; empty where there is none. */
  readonly unit: string;
  /** Option list in force, and every list ever valid for the item with its codes. */
  readonly system: string;
  readonly choices: ReadonlyMap<string, ReadonlySet<string>>;
  /** False for names of physicians, which are not kept. */
  readonly stored: boolean;
};

let items: ReadonlyMap<string, Item> | undefined;

/** The items of `pipelines/reference/checkup-items.csv` by code. */
export function checkupItems(): ReadonlyMap<string, Item> {
  items ??= new Map(loadReference('checkup-items').map((row) => [row['code'] ?? '', toItem(row)]));
  return items;
}

function toItem(row: Readonly<Record<string, string>>): Item {
  const { type = '', unit = '', system = '', choices = '', former = '', stored } = row;
  const lists = [...(system ? [`${system}:${choices}`] : []), ...(former ? [former] : [])];
  return {
    type,
    unit,
    system,
    choices: new Map(
      lists.map((list) => {
        const [name = '', codes = ''] = list.split(':');
        return [name, new Set(codes.split(' '))];
      }),
    ),
    stored: stored === 'yes',
  };
}
