import { masterLayouts } from '#pipelines/sources/master/layouts.ts';
import type { MasterLayout } from '#shared/define.ts';
import { decodeHead, splitFields } from '../csv.ts';

/** The layout of the master a file is: by column 2 and the number of columns of its first record. */
export function layoutOf(head: Uint8Array): MasterLayout | undefined {
  const [first = ''] = decodeHead(head).split(/\r?\n/, 1);
  const fields = splitFields(first);
  if (!/^\d$/.test(fields[0] ?? '')) return undefined;
  return masterLayouts.find(({ letter, width }) => letter === fields[1] && fields.length >= width);
}
