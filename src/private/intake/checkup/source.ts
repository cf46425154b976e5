import { checkupTables } from '#pipelines/sources/checkup/tables.ts';
import type { Source } from '../reader.ts';

/** A ZIP is taken for an exchange archive; what is in it is seen, and refused if need be, when it is read. */
export function sniffCheckups(head: Buffer): string | undefined {
  const magic = head.subarray(0, 4).toString('hex');
  return magic === '504b0304' || magic === '504b0506' ? 'checkup-archive' : undefined;
}

export const source: Source = {
  kind: 'checkup',
  tables: checkupTables,
  sniff: sniffCheckups,
  load: async () => (await import('./reader.ts')).readCheckups,
};
