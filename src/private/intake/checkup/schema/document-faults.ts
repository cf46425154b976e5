import type { ReadMember } from '../members.ts';
import { type SchemaFinding, validateDocument } from './validate.ts';

/** A departure from the schemas in a document of an archive. */
export type DocumentFault = SchemaFinding & {
  /** Position among the files of the archive, from 1. */
  readonly document: number;
};

/** What of one file of an archive is not as the schemas have it; files that are no XML have no schema. */
export function faultsOf({ position: document, kind, content }: ReadMember): DocumentFault[] {
  if ('fault' in content) {
    const isXml = kind !== 'other';
    return isXml ? [{ document, line: content.line, path: '/', expected: 'well-formed XML in UTF-8' }] : [];
  }
  return validateDocument(content).map((finding) => ({ document, ...finding }));
}
