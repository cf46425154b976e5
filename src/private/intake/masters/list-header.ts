import { masterLists } from '#pipelines/sources/master/lists.ts';
import type { MasterList } from '#shared/define.ts';
import { decodeHead, splitFields } from '../csv.ts';

/** The list of the ministry a file is: the one whose every column its first line has. */
export function listOf(head: Uint8Array): MasterList | undefined {
  const [first = ''] = decodeHead(head).split(/\r?\n/, 1);
  const header = splitFields(first);
  return masterLists.find((list: MasterList) => listPlaces(list, header).every((place) => place >= 0));
}

/** Position in the file of each column of a list, -1 where it has none. */
export function listPlaces(list: MasterList, header: readonly string[]): number[] {
  const names = header.map(plain);
  return Object.values(list.columns).map((column) => {
    const wanted = plain(column.header);
    const exact = names.indexOf(wanted);
    return exact >= 0 ? exact : names.findIndex((name) => name.startsWith(wanted));
  });
}

function plain(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .normalize('NFKC')
    .trim();
}
