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
    ...held.flatMap(({ file, position, institution, findings: codes }) =>
      codes.map((code) => ['収録せず', `受領ファイル ${file}`, `${position}番目`, institution ?? '', code]),
    ),
    ...noted.flatMap(({ archive, file, institution, findings: codes }) =>
      codes.map((code) => ['収録', archive, file, institution ?? '', code]),
    ),
  ];
  return csvOf([
    ['扱い', 'ファイル', '文書', '機関番号', '点検', '内容'],
    ...lines.map((line) => [...line, words.get(line.at(-1) ?? '') ?? '']),
  ]);
}
