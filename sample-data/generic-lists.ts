import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeCp932 } from './cp932.ts';
import { facts } from './facts.ts';
import { selectedEditions, selectedListOf } from './selected-care.ts';

const classHead =
  '薬価基準収載医薬品コード,成分名,品名,各先発医薬品の後発医薬品の有無に関する情報,収載年月日,経過措置による使用期限,備考';
const parts = { 2: '２', 4: '４' } as const;

/** Two invented editions of the class list and three of the list of selected care, in the ministry's layouts. */
export function writeGenericLists(folder: string): void {
  const classes = facts('generic-classes');
  for (const [date, column] of [
    ['20240401', 'class_2024'],
    ['20250401', 'class_2025'],
  ] as const) {
    const rows = classes.map(
      (row) => `${row['price_code']!},${row['ingredient']!},${row['name']!},${row[column]!},,,`,
    );
    write(join(folder, `後発医薬品の有無_${date}_架空.csv`), [classHead, ...rows]);
  }
  for (const edition of selectedEditions) {
    const head = `薬価基準収載医薬品コード,品名,薬価,後発医薬品最高価格,長期収載品と後発医薬品の価格差の${parts[edition.parts]}分の１,保険外併用療養費の算出に用いる価格`;
    const rows = [...selectedListOf(edition.from)!.values()].map(
      ({ drug, price, highestGeneric, gapShare, insured }) =>
        `${drug.priceCode},${drug.name},${price},${highestGeneric},${gapShare},${insured}`,
    );
    write(join(folder, `選定療養の対象_${edition.date}_架空.csv`), [head, ...rows]);
  }
}

function write(path: string, lines: readonly string[]): void {
  writeFileSync(path, encodeCp932(`${lines.join('\r\n')}\r\n`));
}
