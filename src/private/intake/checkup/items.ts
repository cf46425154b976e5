import { loadReference } from '#shared/lists.ts';

/** One item of the checkup item list (健診項目コード) or of the guidance item list (保健指導項目コード). */
export type Item = {
  /** First five characters of the code: what is measured, whatever the material or method. */
  readonly analyte: string;
  /** PQ, CD, CO, ST; of guidance also INT (a count, points) and DAY (a day, written as text). */
  readonly type: string;
  /** Unit as written in the documents; empty where there is none. */
  readonly unit: string;
  /** Option list in force, and every list ever valid for the item with its codes. */
  readonly system: string;
  readonly choices: ReadonlyMap<string, ReadonlySet<string>>;
  /** False for names of physicians and for tests beyond the purposes of a society (cancer screening …): not kept. */
  readonly stored: boolean;
  /** What of a support (支援) a guidance item says: held_on, form, minutes, points, performer; else empty. */
  readonly role: string;
};

const lists = new Map<string, ReadonlyMap<string, Item>>();

/** The items of `pipelines/reference/checkup-items.csv` by code. */
export function checkupItems(): ReadonlyMap<string, Item> {
  return itemsOf('checkup-items');
}

/** The items of `pipelines/reference/guidance-items.csv` by code. */
export function guidanceItems(): ReadonlyMap<string, Item> {
  return itemsOf('guidance-items');
}

function itemsOf(list: string): ReadonlyMap<string, Item> {
  const known =
    lists.get(list) ?? new Map(loadReference(list).map((row) => [row['code'] ?? '', toItem(row)]));
  lists.set(list, known);
  return known;
}

function toItem(row: Readonly<Record<string, string>>): Item {
  const {
    code = '',
    type = '',
    unit = '',
    system = '',
    choices = '',
    former = '',
    stored = 'yes',
    role = '',
  } = row;
  const options = [...(system ? [`${system}:${choices}`] : []), ...(former ? [former] : [])];
  return {
    analyte: code.slice(0, 5),
    type,
    unit,
    system,
    choices: new Map(
      options.map((list) => {
        const [name = '', codes = ''] = list.split(':');
        return [name, new Set(codes.split(' '))];
      }),
    ),
    stored: stored === 'yes',
    role,
  };
}
