import { masterTables } from '#pipelines/sources/master/tables.ts';
import type { Source } from '../reader.ts';
import { listOf } from './list-header.ts';
import { layoutOf } from './sniff.ts';

export const source: Source = {
  kind: 'master',
  tables: masterTables,
  sniff: (head) => (layoutOf(head) ? 'official' : listOf(head)?.form),
  load: async () => (await import('./reader.ts')).readMaster,
};
