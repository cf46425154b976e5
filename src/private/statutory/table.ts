import { loadList } from '#shared/lists.ts';
import { type Figures, type Sex, sexes, shareOf } from './figures.ts';
import type { Measure } from './pipelines.ts';

export const sexWords: Readonly<Record<Sex, string>> = { both: '計', male: '男', female: '女' };

/** One line of the aggregate table: persons, or a share in percent. */
export type Line = {
  readonly sex: Sex;
  readonly number: string;
  readonly title: string;
  readonly mark: string;
  /** By band, the total last; undefined where there is nobody to share. */
  readonly cells: readonly (number | undefined)[];
  readonly isShare: boolean;
};

/** Heads of the columns: age bands and their total. */
export function bandHeads(): readonly string[] {
  return [...loadList('checkup-age-band').map(({ ja }) => ja), '計'];
}

/** The aggregate table line by line: of both sexes, then of each; under a count its share. */
export function tableLines(figures: readonly Figures[], measures: readonly Measure[]): readonly Line[] {
  return sexes.flatMap((sex) => {
    const columns = figures.filter((one) => one.sex === sex);
    return measures.flatMap((measure) => {
      const { code, ja, mark, number, shareNumber, shareOf: base } = measure;
      const count = {
        ...{ sex, number, mark, isShare: false, title: `${ja}（人）` },
        cells: columns.map(({ counts }) => counts[code] ?? 0),
      };
      if (base === undefined) return [count];
      const of = measures.find((one) => one.code === base)?.ja ?? '';
      const share = {
        ...{ sex, number: shareNumber, mark, isShare: true, title: `　${of}に占める割合（％）` },
        cells: columns.map(({ counts }) => shareOf(measure, counts)),
      };
      return [count, share];
    });
  });
}

/** The same table as a CSV for spreadsheets (UTF-8 with its mark, CRLF). */
export function tableCsv(lines: readonly Line[]): Uint8Array {
  const heads = ['性別', '番号', '項目', '確かさ', ...bandHeads()];
  return csvOf([
    heads,
    ...lines.map(({ sex, number, title, mark, cells, isShare }) => [
      ...[sexWords[sex], number, title.trim(), mark],
      ...cells.map((cell) => (cell === undefined ? '' : isShare ? cell.toFixed(1) : String(cell))),
    ]),
  ]);
}

/** Cells of our own words and figures as a CSV file. */
export function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8');
}
