import { checkupTables } from '#pipelines/sources/checkup/tables.ts';
import { readHead } from '../fingerprint.ts';
import type { Reader, Source } from '../reader.ts';
import { clinicalNamespace, exchangeNamespaces } from './codes.ts';

/** Forms of files with checkups or guidance in XML (`raw.file.form`). */
export const xmlForms = ['checkup-archive', 'guidance-archive', 'checkup-xml', 'guidance-xml'] as const;
export type XmlForm = (typeof xmlForms)[number];

export function formOf(form: 'archive' | 'xml', isGuidance: boolean): XmlForm {
  return `${isGuidance ? 'guidance' : 'checkup'}-${form}`;
}

/**
 * A ZIP is taken for an exchange archive, an XML that names one of its namespaces for one of its documents; what is in it
 * is seen, and refused if need be, when it is read.
 */
export function sniffCheckups(head: Buffer): XmlForm | undefined {
  if (isZip(head)) return 'checkup-archive';
  const text = head.toString('utf8').replace(/^\uFEFF?\s*/, '');
  const names = [clinicalNamespace, ...exchangeNamespaces];
  return text.startsWith('<') && names.some((name) => text.includes(name)) ? 'checkup-xml' : undefined;
}

/** Archive or single document, of a file that is one of both. */
export function formOfHead(head: Buffer): 'archive' | 'xml' {
  return isZip(head) ? 'archive' : 'xml';
}

function isZip(head: Buffer): boolean {
  const magic = head.subarray(0, 4).toString('hex');
  return magic === '504b0304' || magic === '504b0506';
}

/** XML in an archive or alone; else it is a CSV by mapping, recognised as such before. */
const read: Reader = async (path, context) =>
  sniffCheckups(await readHead(path)) === undefined
    ? (await import('../checkup-csv/reader.ts')).readCheckupCsv(path, context)
    : (await import('./reader.ts')).readCheckups(path, context);

export const source: Source = {
  kind: 'checkup',
  tables: checkupTables,
  sniff: sniffCheckups,
  load: async () => read,
};
