import type { Noted } from './archives.ts';
import type { DocumentSettings } from './document-settings.ts';
import { csvOf } from './table.ts';

/**
 * Where the documents are that a check found something about: those that were written by archive and file, those that
 * were held back by the file they came in. No word about a person.
 */
export function positionsCsv({ findings, held }: DocumentSettings, noted: readonly Noted[]): Uint8Array {
  const words = new Map(findings.map(({ code, ja }) => [code, ja]));
  const lines = [
    ...held.flatMap((one) =>
      one.findings.map((code) => ['収録せず', `受領ファイル ${one.file}`, `${one.position}番目`, code]),
    ),
    ...noted.flatMap((one) => one.findings.map((code) => ['収録', one.archive, one.file, code])),
  ];
  return csvOf([
    ['扱い', 'ファイル', '文書', '点検', '内容'],
    ...lines.map((line) => [...line, words.get(line.at(-1) ?? '') ?? '']),
  ]);
}
