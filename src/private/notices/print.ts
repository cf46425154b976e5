import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type FittedAddress, fitAddress } from '#print/address.ts';
import { bulk } from '#print/bulk.ts';
import { type LaidSheet, layBody } from '#print/figures.ts';
import { missingGlyphs } from '#print/fonts.ts';
import { type LetterFrame, letterFrame } from '#print/letter.ts';
import type { Note } from '#print/notes.ts';
import type { LetterLook } from '#shared/define.ts';
import type { Addressed, Printer } from '../documents/printer.ts';
import { roomyColumns } from './columns.ts';
import { type Notice, noticesDirectory, openNotice } from './discover.ts';
import { dayText, periodText, shownLine, shownSums, tableRows } from './shown.ts';
import { type LetterWords, parseWords, sectionOf } from './words.ts';

const box = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });

/** What the draft keeps for its letters. */
const settingsSchema = z.object({
  from: z.string(),
  to: z.string(),
  letters: z.object({
    sender: z.string(),
    postalCode: z.string(),
    address: z.string(),
    department: z.string(),
    phone: z.string(),
    hours: z.string(),
    window: box,
  }),
});

const contentSchema = z.object({
  sheet: z.string(),
  lines: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  totals: z.record(z.string(), z.number()),
});

/** One letter, laid out; its number follows when its part is made. */
type LaidLetter = {
  readonly to: FittedAddress;
  readonly sheets: readonly LaidSheet[];
  readonly subtitle: string;
  readonly lead: string;
  readonly amount: { readonly caption: string; readonly figure: string; readonly unit: string };
};

type Design = {
  readonly notice: Notice;
  readonly look: LetterLook;
  readonly words: LetterWords;
  readonly frame: LetterFrame;
  /** The months of the run. */
  readonly period: string;
};

/**
 * Prints the letters of a notice (`notice:<kind>`): the look of its folder in the frame of all letters. A letter that
 * does not fit its window, or has a character no font knows, is put aside.
 */
export const printNotice: Printer = async function* (header, people, tools) {
  const name = header.kind.slice('notice:'.length);
  const settings = settingsSchema.parse(header.settings);
  const period = periodText(settings.from, settings.to);
  const design = { ...(await designOf(name, header.asOf, letterFrame(settings.letters))), period };
  const common = {
    frame: design.frame,
    issued: dayText(header.asOf),
    title: design.words.title,
  };
  const parts = bulk(join(noticesDirectory, name, 'letter.typ'), laidLetters(design, people, tools), {
    number: tools.number,
    data: (letters, number) => ({
      ...common,
      letters: letters.map((letter, index) => ({ ...letter, number: letterNumber(number, index) })),
    }),
  });
  for await (const { bytes, sheets } of parts) yield { bytes, extension: 'pdf', sheets };
};

/** Number of one letter inside its part. */
function letterNumber(document: string, index: number): string {
  return `${document}-${String(index + 1).padStart(4, '0')}`;
}

async function designOf(name: string, asOf: string, frame: LetterFrame): Promise<Omit<Design, 'period'>> {
  const folder = join(noticesDirectory, name);
  const module: { default: LetterLook } = await import(pathToFileURL(join(folder, 'letter.ts')).href);
  const words = parseWords(readFileSync(join(folder, 'text.ja.md'), 'utf8'), dayText(asOf));
  return { notice: await openNotice(name), look: module.default, words, frame };
}

async function* laidLetters(
  design: Design,
  people: AsyncIterable<Addressed>,
  tools: Parameters<Printer>[2],
): AsyncGenerator<LaidLetter> {
  for await (const addressed of people) {
    const letter = layLetter(design, addressed);
    if (typeof letter === 'string') tools.putAside(addressed, letter);
    else yield letter;
  }
}

function layLetter(
  { notice, look, words, frame, period }: Design,
  { row, identity, others }: Addressed,
): LaidLetter | 'no-address' | 'overflow' | 'missing-glyphs' {
  const { sheet, lines, totals } = contentSchema.parse(row);
  const names = [identity, ...others].map((person) => shownName(person.name ?? ''));
  const { postalCode, address } = identity;
  if (!postalCode || !address || names.includes('')) return 'no-address';
  const shown = lines.map((line) => shownLine(notice.contract.line, line, names));
  const rows = tableRows(look, shown, totals);
  const texts = [address, postalCode, ...names, ...rows.flatMap(({ cells }) => cells)];
  if (missingGlyphs(texts.join('')).length > 0) return 'missing-glyphs';
  const to = fitAddress({ postalCode, address, name: names[0]! }, frame.address);
  if (to === undefined) return 'overflow';
  const flags = new Set(lines.flatMap((line) => Object.keys(line).filter((key) => line[key] === true)));
  const top = look.top === undefined ? {} : { top: look.top };
  return {
    to,
    sheets: layBody(
      { columns: roomyColumns(look.columns, rows), rows, notes: notesOf(words, flags), ...top },
      frame,
    ),
    subtitle: shown[0] === undefined ? period : (look.subtitle?.(shown[0]) ?? period),
    lead: sectionOf(words, `lead-${sheet}`).paragraph,
    amount: { caption: sectionOf(words, 'amount').paragraph, ...look.figure(shownSums(totals)) },
  };
}

/** Family and given name with one narrow space between. */
function shownName(name: string): string {
  return name.replace(/[\s　]+/g, ' ').trim();
}

/** The blocks below the table: every section with entries, less those about flags no line has. */
function notesOf(words: LetterWords, flags: ReadonlySet<string>): readonly Note[] {
  return [...words.sections.values()]
    .map(({ heading, entries }) => ({
      title: heading,
      items: entries.filter(({ mark }) => mark === undefined || flags.has(mark)).map(({ text }) => text),
    }))
    .filter(({ items }) => items.length > 0);
}
