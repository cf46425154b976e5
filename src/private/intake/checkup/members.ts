import type { Archive, Member } from '../archive.ts';
import { isFault, parseXml, type XmlElement, type XmlFault } from '../xml.ts';
import { type DocumentKind, documentKind, isSchema, kindByName } from './kinds.ts';

export type ReadMember = {
  /** Position among the files of the archive, from 1. */
  readonly position: number;
  readonly kind: DocumentKind;
  /** The document, or why and where it cannot be read (`damaged`: compression or checksum). */
  readonly content: XmlElement | XmlFault | { readonly fault: 'damaged'; readonly line: 1 };
};

/** Reads the XML files of an archive one after the other; schemas are passed over. */
export async function* readMembers(archive: Archive): AsyncGenerator<ReadMember> {
  for (const member of archive.members) {
    if (isSchema(member.name)) continue;
    yield await readMember(member);
  }
}

async function readMember(member: Member): Promise<ReadMember> {
  const { position, name } = member;
  const bytes = await member.read();
  if (bytes === undefined) {
    return { position, kind: kindByName(name), content: { fault: 'damaged', line: 1 } };
  }
  const content = parseXml(bytes);
  if (!isFault(content)) return { position, kind: documentKind(content), content };
  return { position, kind: /\.xml$/i.test(name) ? kindByName(name) : 'other', content };
}
