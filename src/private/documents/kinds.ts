import type { Kind } from './printer.ts';

/** How each kind of draft (`list:…`, `notice:…`, `statutory:…`) is printed: first word of the kind → its printer. */
export type Kinds = Readonly<Record<string, Kind>>;

export const kinds: Kinds = {
  notice: {
    order: 'postal',
    heedsConsent: true,
    load: async () => (await import('../notices/print.ts')).printNotice,
  },
  list: {
    order: 'drafted',
    heedsConsent: true,
    load: async () => (await import('../lists/print.ts')).printList,
  },
  statutory: {
    order: 'drafted',
    heedsConsent: false,
    load: async () => (await import('../statutory/print.ts')).printStatutory,
  },
};

/** The printer of a draft's kind. */
export function kindOf(table: Kinds, kind: string): Kind {
  const found = table[kind.split(':')[0]!];
  if (!found) throw new Error('no printer for this kind of draft');
  return found;
}
