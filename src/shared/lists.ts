import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UserError } from './errors.ts';
import type { Text } from './text.ts';

/** One code of a closed list; `short` is the name for charts where the official one is long. */
export type ListEntry = {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
  readonly short?: Text;
  /** Code of the coarser list this one adds up to (an age band's age group). */
  readonly parent?: string;
};

/** The folder of the closed vocabularies. */
export const referenceDirectory = fileURLToPath(new URL('../../pipelines/reference/', import.meta.url));

/**
 * The closed list `pipelines/reference/<name>.csv` in its order (columns code, ja, en; short_ja, short_en, parent
 * where given). Throws CONFIG_INVALID when a name is missing or a code stands twice.
 */
export function loadList(name: string, directory = referenceDirectory): readonly ListEntry[] {
  const entries = loadReference(name, directory).map((row, index) => {
    const { code, ja, en } = row;
    if (!code || !ja || !en)
      throw invalid(name, index + 2, { ja: 'code, ja, en が必要です', en: 'code, ja and en are needed' });
    return {
      code,
      ja,
      en,
      ...(row['short_ja'] && row['short_en'] ? { short: { ja: row['short_ja'], en: row['short_en'] } } : {}),
      ...(row['parent'] ? { parent: row['parent'] } : {}),
    };
  });
  const codes = entries.map((entry) => entry.code);
  const twice = codes.findIndex((code, index) => codes.indexOf(code) !== index);
  if (twice >= 0)
    throw invalid(name, twice + 2, { ja: '同じ code が2回あります', en: 'this code stands twice' });
  return entries;
}

/** Any reference table as rows of column → text. Throws NOT_FOUND, or CONFIG_INVALID with the line. */
export function loadReference(
  name: string,
  directory = referenceDirectory,
): readonly Readonly<Record<string, string>>[] {
  const [header, ...rows] = parseCsv(readReference(name, directory));
  if (header === undefined)
    throw invalid(name, 1, { ja: '見出し行がありません', en: 'the header line is missing' });
  return rows.map((cells, index) => {
    if (cells.length !== header.length)
      throw invalid(name, index + 2, {
        ja: `${header.length} 列が必要です`,
        en: `${header.length} columns are needed`,
      });
    return Object.fromEntries(header.map((column, position) => [column, cells[position] ?? '']));
  });
}

/** Our own small reference files: UTF-8, comma, quotes doubled, no line break inside a cell. */
export function parseCsv(text: string): string[][] {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
}

function readReference(name: string, directory: string): string {
  try {
    return readFileSync(`${directory}/${name}.csv`, 'utf8');
  } catch (cause) {
    throw new UserError(
      'NOT_FOUND',
      { ja: `コード表「${name}」がありません。`, en: `There is no reference list "${name}".` },
      {
        hint: {
          ja: `pipelines/reference/${name}.csv を置いてください。`,
          en: `Add pipelines/reference/${name}.csv.`,
        },
        cause,
      },
    );
  }
}

function invalid(name: string, line: number, what: Text): UserError {
  return new UserError('CONFIG_INVALID', {
    ja: `コード表「${name}」の ${line} 行目: ${what.ja}。`,
    en: `Reference list "${name}", line ${line}: ${what.en}.`,
  });
}
