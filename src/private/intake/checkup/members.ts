import { readFileSync, statSync } from 'node:fs';
import { type Archive, type Member, openArchive } from '../archive.ts';
import { readHead } from '../fingerprint.ts';
import { isFault, parseXml, type XmlElement, type XmlFault, xmlLimits } from '../xml.ts';
import { type DocumentKind, documentKind, isSchema, kindByName } from './kinds.ts';
import { brokenXml } from './refusals.ts';
import { formOfHead } from './source.ts';

export type ReadMember = {
  /** Position among the files of the archive, from 1. */
  readonly position: number;
  /** May hold a person's number: never print it. Empty for a document that came alone. */
  readonly name: string;
  readonly kind: DocumentKind;
  /** The document, or why and where it cannot be read (`damaged`: compression or checksum). */
  readonly content: XmlElement | XmlFault | { readonly fault: 'damaged'; readonly line: 1 };
};

/** What came in with one file: an exchange archive, or one document outside of any. */
export type Delivery = {
  readonly form: 'archive' | 'xml';
  /** Files inside, schemas included. */
  readonly size: number;
  /** 実施区分 as the name of the root folder ends; undefined where the name deviates. */
  readonly serviceEvent: string | undefined;
  readonly members: () => AsyncGenerator<ReadMember>;
  readonly close: () => void;
};

/**
 * Opens an archive (ZIP) or a single XML document, whichever the file is. @param name what messages call it
 * @throws {UserError} INTAKE_TRUNCATED, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE, INTAKE_XML_UNSAFE
 */
export async function openDelivery(path: string, name: string): Promise<Delivery> {
  const form = formOfHead(await readHead(path));
  if (form === 'xml') {
    const isReadable = statSync(path).size <= xmlLimits.bytes;
    const content = isReadable ? parseXml(readFileSync(path)) : undefined;
    if (content === undefined || isFault(content)) throw brokenXml(name, content?.line ?? 1);
    const only = { position: 1, name: '', kind: documentKind(content), content };
    return {
      form,
      size: 1,
      serviceEvent: undefined,
      async *members() {
        yield only;
      },
      close: () => {},
    };
  }
  const archive = await openArchive(path);
  return {
    form,
    size: archive.members.length,
    serviceEvent: serviceEventOf(archive),
    members: () => readMembers(archive),
    close: archive.close,
  };
}

/** Reads the XML files of an archive one after the other, the index first; schemas are passed over. */
export async function* readMembers(archive: Archive): AsyncGenerator<ReadMember> {
  const isIndex = ({ name }: Member) => kindByName(name) === 'index';
  const first = archive.members.filter(isIndex);
  for (const member of [...first, ...archive.members.filter((member) => !isIndex(member))]) {
    if (isSchema(member.name)) continue;
    yield await readMember(member);
  }
}

async function readMember(member: Member): Promise<ReadMember> {
  const { position, name } = member;
  const bytes = await member.read();
  if (bytes === undefined) {
    return { position, name, kind: kindByName(name), content: { fault: 'damaged', line: 1 } };
  }
  const content = parseXml(bytes);
  if (!isFault(content)) return { position, name, kind: documentKind(content), content };
  return { position, name, kind: /\.xml$/i.test(name) ? kindByName(name) : 'other', content };
}

/** `{sender}_{receiver}_{YYYYMMDD}{N}_{X}/`; more than one underscore between the parts is read over. */
function serviceEventOf({ members }: Archive): string | undefined {
  const roots = members.map(({ name }) => /^\d{8,10}_+\d{8}_+\d{9}_+(\d)[/\\]/.exec(name)?.[1]);
  return roots.find((code) => code !== undefined);
}
