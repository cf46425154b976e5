import { type Member, openArchive } from '../archive.ts';
import { damagedArchive } from '../archive-words.ts';
import type { CsvRecord } from '../csv.ts';
import { isFault, parseXml, type XmlElement, xmlLimits } from '../xml.ts';

/** A list of 13,000 products in 15 columns has 400,000 elements. */
const limits = { ...xmlLimits, elements: 2_000_000 };

/** Columns that are read; no list has as many. */
const columns = 256;

/** True for an Excel workbook (.xlsx): a ZIP whose first file is one of its parts. */
export function isWorkbook(head: Buffer): boolean {
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return false;
  const name = head.toString('latin1', 30, 30 + head.readUInt16LE(26));
  return /^(\[Content_Types\]\.xml$|_rels\/|docProps\/|xl\/)/.test(name);
}

/** True for what Excel wrote before .xlsx, and for a workbook with a password: neither can be read. */
export function isClosedWorkbook(head: Buffer): boolean {
  return head.length >= 8 && head.readUInt32BE(0) === 0xd0cf11e0;
}

/**
 * The rows of each sheet of a workbook as records of one width; empty cells are empty, numbers as they are shown.
 * @throws {UserError} INTAKE_TRUNCATED, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE, INTAKE_XML_UNSAFE
 */
export async function* readWorkbook(path: string): AsyncGenerator<readonly CsvRecord[]> {
  const archive = await openArchive(path);
  try {
    const strings = archive.members.find(({ name }) => name === 'xl/sharedStrings.xml');
    const shared = strings ? (await parse(strings)).children.map(textOf) : [];
    for (const member of archive.members.filter(isSheet).sort(byName)) {
      const root = await parse(member);
      const rows = root.children.find(({ name }) => name === 'sheetData')?.children ?? [];
      const all = rows.map((row) => fieldsOf(row, shared));
      const width = all.reduce((widest, { length }) => Math.max(widest, length), 0);
      let line = 0;
      yield rows.map((row, index) => {
        const own = row.attributes['r'] ?? '';
        line = /^\d{1,7}$/.test(own) ? Number(own) : line + 1;
        const fields = all[index]!;
        return { line, fields: [...fields, ...Array<string>(width - fields.length).fill('')], ended: true };
      });
    }
  } finally {
    archive.close();
  }
}

const isSheet = ({ name }: Member) => /^xl\/worksheets\/[^/]+\.xml$/.test(name);
const byName = (a: Member, b: Member) => a.name.localeCompare(b.name, 'en', { numeric: true });

async function parse(member: Member): Promise<XmlElement> {
  const bytes = await member.read();
  const root = bytes && parseXml(bytes, limits);
  if (!root || isFault(root)) throw damagedArchive();
  return root;
}

function fieldsOf(row: XmlElement, shared: readonly string[]): string[] {
  const fields: string[] = [];
  for (const cell of row.children) {
    const place = columnOf(cell.attributes['r']) ?? fields.length;
    if (place >= columns) continue;
    while (fields.length < place) fields.push('');
    fields[place] = cellText(cell, shared);
  }
  return fields;
}

/** 0 for A1, 26 for AA1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(cell: XmlElement, shared: readonly string[]): string {
  const value = cell.children.find(({ name }) => name === 'v')?.text ?? '';
  switch (cell.attributes['t']) {
    case 's':
      return shared[Number(value)] ?? '';
    case 'inlineStr':
      return cell.children
        .filter(({ name }) => name === 'is')
        .map(textOf)
        .join('');
    case 'str':
    case 'b':
      return value;
    case 'e':
      return '';
    default:
      return value === '' ? '' : numberText(value);
  }
}

/** Excel stores 17.4 as 17.399999999999999 and shows fifteen digits. */
function numberText(value: string): string {
  const number = Number(value);
  return Number.isNaN(number) ? value : String(Number(number.toPrecision(15)));
}

/** The text of a string, without the readings (ふりがな) Excel keeps beside it and its mark for a carriage return. */
function textOf(item: XmlElement): string {
  return item.children
    .map((child) => (child.name === 't' ? child.text : child.name === 'r' ? textOf(child) : ''))
    .join('')
    .replaceAll('_x000D_', '');
}
