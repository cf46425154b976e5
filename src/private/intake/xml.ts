import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { UserError } from '#shared/errors.ts';

/** One element of a parsed document. Attributes without namespace by name, those of XML Schema as `xsi:…`. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlElement[];
  /** Its own characters, without those of its children. */
  readonly text: string;
  readonly line: number;
};

/** Where and how a document stops being readable; never what stands there. */
export type XmlFault = {
  readonly fault: 'not-utf8' | 'malformed' | 'too-deep' | 'too-large';
  readonly line: number;
  readonly column: number;
};

export type XmlLimits = { readonly bytes: number; readonly depth: number; readonly elements: number };

/** A checkup document has about 10 levels, 1,000 elements and 60 kB. */
export const xmlLimits: XmlLimits = { bytes: 32 * 2 ** 20, depth: 64, elements: 500_000 };

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

type Growing = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: Growing[] };

/**
 * Parses a UTF-8 document (with or without BOM) into a tree. No entity but the five of XML itself is known and
 * nothing outside the document is ever looked at.
 * @throws {UserError} INTAKE_XML_UNSAFE for a document type declaration (DTD, entities).
 */
export function parseXml(bytes: Uint8Array, limits: XmlLimits = xmlLimits): XmlElement | XmlFault {
  if (bytes.length > limits.bytes) return { fault: 'too-large', line: 1, column: 1 };
  const text = decode(bytes);
  if (text === undefined) return { fault: 'not-utf8', line: 1, column: 1 };
  const parser = new SaxesParser({ xmlns: true });
  const stack: Growing[] = [];
  let root: Growing | undefined;
  let elements = 0;
  let fault: XmlFault['fault'] | undefined;
  let unsafe = false;
  const stop = (reason: XmlFault['fault']): never => {
    fault ??= reason;
    throw new Error(reason);
  };
  parser.on('error', () => stop('malformed'));
  parser.on('doctype', () => {
    unsafe = true;
    stop('malformed');
  });
  parser.on('opentag', (tag) => {
    if (stack.length >= limits.depth) stop('too-deep');
    if (++elements > limits.elements) stop('too-large');
    const element: Growing = {
      name: tag.local,
      namespace: tag.uri,
      attributes: attributesOf(tag.attributes),
      children: [],
      text: '',
      line: parser.line,
    };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  const addText = (part: string) => {
    const top = stack.at(-1);
    if (top) top.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    stack.pop();
  });
  try {
    parser.write(text).close();
  } catch {
    fault ??= 'malformed';
  }
  if (unsafe) throw unsafeXml(parser.line);
  if (fault !== undefined || root === undefined) {
    return { fault: fault ?? 'malformed', line: parser.line, column: parser.columnIndex + 1 };
  }
  return root;
}

/** True where `parseXml` found no document. */
export function isFault(result: XmlElement | XmlFault): result is XmlFault {
  return 'fault' in result;
}

function attributesOf(attributes: Record<string, SaxesAttributeNS>): Record<string, string> {
  const kept: Record<string, string> = Object.create(null);
  for (const key in attributes) {
    const { local, uri, value } = attributes[key]!;
    if (uri === '') kept[local] = value;
    else if (uri === schemaInstance) kept[`xsi:${local}`] = value;
  }
  return kept;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function unsafeXml(line: number): UserError {
  return new UserError(
    'INTAKE_XML_UNSAFE',
    {
      ja: `XML に文書型宣言（DTD・実体の定義）があります（${line} 行目まで）。このファイルからは何も取り込んでいません。`,
      en: `The XML holds a document type declaration (DTD, entities), up to line ${line}. Nothing was taken from this file.`,
    },
    {
      hint: {
        ja: '健診データの XML に DTD は使われません。送付元に確認してください。',
        en: 'Checkup XML never has a DTD. Ask the sender.',
      },
      data: { line },
    },
  );
}
