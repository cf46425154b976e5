import { defineLetter, type LetterRow, type ShownLine } from '#shared/define.ts';

export default defineLetter({
  columns: [
    { head: '今のお薬と、\n変えられるジェネリック医薬品', width: 86, align: 'left' },
    { head: '量', width: 25, align: 'right' },
    { head: '支払った額\n（円）', width: 21, align: 'right' },
    { head: '変えたとき\n（円）', width: 22, align: 'right' },
    { head: '差\n（円）', width: 20, align: 'right' },
  ],
  subtitle: (line) => `${line.text('month')}のお薬の分`,
  rows: (line) => (line.is('is_lead') ? [drugRow(line), ...surchargeRows(line), ...genericRows(line)] : []),
  sum: ({ amount, yen }) => ({
    cells: [
      '合計（最も安いものに変えたとき）',
      '',
      yen(amount('paid_yen')),
      yen(amount('paid_yen') - amount('saving_yen')),
      yen(amount('saving_yen')),
    ],
    bold: true,
  }),
  figure: ({ amount, yen }) => ({ figure: yen(amount('saving_yen')), unit: '円' }),
});

function drugRow(line: ShownLine): LetterRow {
  const whose = line.is('is_child') ? `（${line.text('patient')}さんのお薬）` : '';
  const quantity = `${line.text('drug_quantity')}${line.text('unit')}`;
  return { cells: [`${line.text('drug')}${whose}`, quantity, line.text('drug_paid_yen'), '', ''] };
}

/** Under selected care (長期収載品の選定療養): what was paid beside the insurance. */
function surchargeRows(line: ShownLine): readonly LetterRow[] {
  if (!line.is('has_surcharge')) return [];
  return [
    { cells: ['　このうち 特別の料金（税込み）', '', line.text('drug_surcharge_yen'), '', ''], joined: true },
  ];
}

/** Up to three generics, biggest saving first. */
function genericRows(line: ShownLine): readonly LetterRow[] {
  return [1, 2, 3]
    .filter((place) => line.text(`generic_${place}`) !== '')
    .map((place) => {
      const difference = line.amount('drug_paid_yen') - line.amount(`changed_${place}_yen`);
      const cells = [
        `　→ ${line.text(`generic_${place}`)}`,
        '',
        '',
        line.text(`changed_${place}_yen`),
        difference.toLocaleString('ja-JP'),
      ];
      return { cells, joined: true };
    });
}
