import type { KeyLike } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, sha256 } from '#shared/fingerprint.ts';
import { encodeCells } from './arrow.ts';
import {
  type Cell,
  type Manifest,
  type ManifestAnalysis,
  manifestFile,
  manifestSchema,
  signatureFile,
} from './form.ts';
import { signBytes } from './sign.ts';

/** One analysis as the gate hands it over: its words, and its cells in the order they are to be written. */
export type AnalysisContent = Omit<ManifestAnalysis, 'file' | 'sha256' | 'rows' | 'shown' | 'hidden'> & {
  readonly cells: readonly Cell[];
};

export type ReleaseContent = Omit<Manifest, 'format' | 'id' | 'analyses'> & {
  readonly analyses: readonly AnalysisContent[];
};

/**
 * Writes `<parent>/<id>/` whole or not at all and returns its manifest. The same content and key give the same
 * bytes; the id is the date and the first digits of a digest of the content (the proof's digest apart).
 */
export function writeRelease(parent: string, content: ReleaseContent, privateKey: KeyLike): Manifest {
  const files = content.analyses.map(({ cells, ...words }) => toFile(words, cells));
  const { createdOn, proofDigest, ...facts } = content;
  const analyses = files.map((file) => file.analysis);
  const digest = sha256(canonicalJson({ ...facts, analyses }));
  const manifest = manifestSchema.parse({
    ...content,
    format: 1,
    id: `${createdOn}-${digest.slice(0, 8)}`,
    analyses,
  });
  const bytes = Buffer.from(`${JSON.stringify(manifest)}\n`);
  const directory = join(parent, manifest.id);
  const unfinished = join(parent, `.${manifest.id}`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o755 });
  for (const { analysis, data } of files) writeFileSync(join(unfinished, analysis.file), data);
  writeFileSync(join(unfinished, manifestFile), bytes);
  writeFileSync(join(unfinished, signatureFile), signBytes(privateKey, bytes));
  rmSync(directory, { recursive: true, force: true });
  renameSync(unfinished, directory);
  return manifest;
}

function toFile(
  words: Omit<AnalysisContent, 'cells'>,
  cells: readonly Cell[],
): { analysis: ManifestAnalysis; data: Uint8Array } {
  const data = encodeCells(Object.keys(words.dimensions), cells);
  const count = (status: Cell['status']) => cells.filter((cell) => cell.status === status).length;
  const counts = { rows: cells.length, shown: count('ok'), hidden: count('hidden') };
  return { analysis: { ...words, file: `${words.name}.arrow`, sha256: sha256(data), ...counts }, data };
}
