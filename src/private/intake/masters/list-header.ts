import { masterLists } from '#pipelines/sources/master/lists.ts';
import type { MasterList } from '#shared/define.ts';
import { headRecords } from '../csv.ts';

/** Rows among which a header must be: above it stand titles and dates. */
export const headerWithin = 30;

/** The list of the ministry a CSV file is: the one whose columns one of its first records names. */
export function listOf(head: Uint8Array): MasterList | undefined {
  for (const { fields } of headRecords(head, headerWithin)) {
    const list = listWithHeader(fields);
    if (list) return list;
  }
  return undefined;
}

/** The list a record is the header of. */
export function listWithHeader(fields: readonly string[]): MasterList | undefined {
  return masterLists.find((list: MasterList) => {
    const places = listPlaces(list, fields);
    return Object.values(list.columns).every(({ optional }, index) => optional || places[index]! >= 0);
  });
}

/** Position in the file of each column of a list, -1 where it has none. */
export function listPlaces(list: MasterList, header: readonly string[]): number[] {
  const names = header.map(plain);
  return Object.values(list.columns).map(({ header: wanted, begins }) =>
    begins ? names.findIndex((name) => name.startsWith(plain(wanted))) : names.indexOf(plain(wanted)),
  );
}

/** Headers are broken into lines and spaced as their cells need it. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\uFEFF]/g, '');
}
