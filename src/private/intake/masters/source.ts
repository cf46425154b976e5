import { masterTables } from '#pipelines/sources/master/tables.ts';
import type { Source } from '../reader.ts';
import { listOf } from './list-header.ts';
import { layoutOf } from './sniff.ts';
import { isClosedWorkbook, isWorkbook } from './workbook.ts';

/** Which list a workbook holds is seen only by opening it. */
export const source: Source = {
  kind: 'master',
  tables: masterTables,
  sniff: (head) => {
    if (isWorkbook(head) || isClosedWorkbook(head)) return 'workbook';
    return layoutOf(head) ? 'official' : listOf(head)?.form;
  },
  load: async () => (await import('./reader.ts')).readMaster,
};
