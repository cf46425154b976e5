import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { z } from 'zod';
import { printFonts } from './fonts.ts';
import { withoutProgramName } from './metadata.ts';

export type TypesetOptions = {
  /** Document number: the only words in the PDF's metadata. */
  readonly title: string;
};

export type TypesetDocument = { readonly bytes: Uint8Array; readonly sheets: number };

/** Templates see this folder as `/` (`#import "/letter.typ": letter`), their own as `/template/`, nothing else. */
const workspace = dirname(fileURLToPath(import.meta.url));

let compiler: Promise<NodeCompiler> | undefined;

/**
 * Typesets a Typst template to PDF. The template reads its data by `json("/data.json")` and reaches no other file
 * but the `.typ` files beside it and in this folder. The same input gives the same bytes.
 * @param template path of a `.typ` file
 * @throws Error naming template and line, never a value of the data
 */
export async function typeset(
  template: string,
  data: unknown,
  { title }: TypesetOptions,
): Promise<TypesetDocument> {
  compiler ??= open();
  const typst = await compiler;
  const shadows = templateFiles(template);
  for (const { path, bytes } of shadows) typst.mapShadow(path, bytes);
  const dataPath = join(workspace, 'data.json');
  typst.mapShadow(dataPath, Buffer.from(JSON.stringify(data)));
  const job = {
    mainFileContent: mainOf(basename(template)),
    inputs: { title },
    resetRead: true,
  };
  try {
    // Compiled and written in one call: a compiled document held by JavaScript would stay in memory for long.
    const bytes = withoutProgramName(typst.pdf(job));
    return { bytes, sheets: sheetsOf(bytes) };
  } catch {
    const error = typst.compile(job).takeError();
    throw failure(template, error ? typst.fetchDiagnostics(error) : []);
  } finally {
    for (const path of [dataPath, ...shadows.map((shadow) => shadow.path)]) typst.unmapShadow(path);
    typst.evictCache(0);
  }
}

/** Metadata and fonts stand above every template. */
function mainOf(name: string): string {
  return [
    '#set document(title: sys.inputs.title, date: none)',
    '#import "/base.typ": base',
    '#show: base',
    `#include "/template/${name}"`,
  ].join('\n');
}

/** Pages of a PDF as the typesetter writes it, with a plain page tree. */
function sheetsOf(pdf: Uint8Array): number {
  const count = /\/Type \/Pages\s[^>]*?\/Count (\d+)/.exec(
    Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1'),
  );
  if (!count) throw new Error('the PDF has no page tree');
  return Number(count[1]);
}

const complaint = z.object({
  message: z.string(),
  path: z.string(),
  range: z.object({ start: z.object({ line: z.number() }) }).nullish(),
});

/** Loaded at the first use: the native library ends the whole process when a thread that only loaded it ends. */
async function open(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: await printFonts() }] });
}

function templateFiles(template: string) {
  const folder = dirname(template);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.typ'))
    .map((name) => ({
      path: join(workspace, 'template', name),
      bytes: readFileSync(join(folder, name)),
    }));
}

/** A message may quote the data: only the compiler's words before a value stay, with file and line. */
function failure(template: string, diagnostics: readonly unknown[]): Error {
  const complaints = diagnostics.map((one) => {
    const { message, path, range } = complaint.parse(one);
    const words = message.split(/[:"`]/, 1)[0]?.replace(/[^ -~]|\d/g, '');
    return `${basename(path)}${range ? `:${range.start.line + 1}` : ''} ${words}`;
  });
  return new Error(`${basename(template)} could not be typeset: ${complaints.join('; ')}`);
}
