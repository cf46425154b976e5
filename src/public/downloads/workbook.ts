import writeWorkbook, { type Cell } from 'write-excel-file/node';
import type { ManifestAnalysis } from '#release/form.ts';
import { columnsOf, rowOf } from '../api/rows.ts';
import type { Site } from '../site.ts';
import { inputKinds } from '../words.ts';

const hatched: Cell = {
  fillPatternStyle: 'lightUp',
  fillPatternColor: '#767676',
  backgroundColor: '#f2f2f2',
};

/** An Excel file: sheet 「読み方」 with the words, sheet 「データ」 with the same columns as the other downloads. */
export async function workbookOf(site: Site, analysis: ManifestAnalysis): Promise<Uint8Array<ArrayBuffer>> {
  const { release } = site.cells;
  const columns = columnsOf(analysis);
  const head = columns.map((value) => ({ value, fontWeight: 'bold' as const }));
  const rows = release.cells(analysis.name).map((cell) => {
    const row = rowOf(analysis, cell);
    return columns.map((column): Cell => {
      const value = row[column] ?? undefined;
      if (value !== undefined) return { value };
      return cell.status === 'hidden' ? hatched : null;
    });
  });
  const sheets = [
    { sheet: '読み方', data: notes(site, analysis), columns: [{ width: 24 }, { width: 90 }] },
    {
      sheet: 'データ',
      data: [head, ...rows],
      columns: columns.map(() => ({ width: 18 })),
      stickyRowsCount: 1,
    },
  ];
  return Uint8Array.from(
    await writeWorkbook(sheets, { fontFamily: 'BIZ UDPGothic', fontSize: 11 }).toBuffer(),
  );
}

function notes(site: Site, analysis: ManifestAnalysis) {
  const { manifest } = site.cells.release;
  const inputs = manifest.inputs.map((input) => inputKinds[input.kind]?.ja ?? input.kind).join('、');
  const codes = Object.entries(analysis.dimensions).flatMap(([name, { title, list }]) =>
    (manifest.lists[list] ?? []).map((entry) => [`${title.ja}（${name}）`, `${entry.code} = ${entry.ja}`]),
  );
  const measures = Object.entries(analysis.measures).map(([name, measure]) => [
    `値（${name}）`,
    `${measure.title.ja}（${measure.unit.ja}）`,
  ]);
  const lines = [
    ['分析', analysis.title.ja],
    ['組合', manifest.society.name],
    ['公開版', manifest.id],
    ['計算方法', analysis.method.ja],
    ['もとにしたデータ', inputs],
    [
      'status',
      'ok = 表示、hidden = 非表示、na = 該当なし、missing = データなし。ok のほかは value が空です。',
    ],
    ['total', '合計です。'],
    ...measures,
    ...codes,
  ];
  return lines.map(([term, text]) => [
    { value: term ?? '', fontWeight: 'bold' as const },
    { value: text ?? '', wrap: true },
  ]);
}
