import { masterLayouts } from '#pipelines/sources/master/layouts.ts';
import type { MasterLayout } from '#shared/define.ts';
import { headRecords } from '../csv.ts';

/** Records of which one must have the layout: the first may be damaged. */
const within = 5;

/** The layout of the master a file is: by column 2 and the number of columns of one of its first records. */
export function layoutOf(head: Uint8Array): MasterLayout | undefined {
  for (const { fields } of headRecords(head, within)) {
    if (!/^\d$/.test(fields[0] ?? '')) continue;
    const layout = masterLayouts.find(({ letter, width }) => letter === fields[1] && fields.length >= width);
    if (layout) return layout;
  }
  return undefined;
}
