import { facts } from './facts.ts';
import { forever, length, row } from './master-row.ts';

/** 歯科診療行為マスター, base table (76 columns): points with two decimals. */
export function dentalRows(edition: string): string[] {
  return facts('dental-procedures').map(({ code, name, points, fee_class: feeClass }) =>
    row(76, {
      ...{ 1: 0, 2: 'H', 3: code!, 4: feeClass!.charAt(0), 5: feeClass!.slice(1), 8: '00000' },
      ...{ 9: name!, 10: name!, 11: 3, 12: Number(points).toFixed(2), 57: edition, 58: forever },
    }),
  );
}

/** 調剤行為マスター (65 columns): the last two digits of the points are decimals. */
export function dispensingRows(edition: string): string[] {
  return facts('dispensing').map(({ code, name, points, category }) =>
    row(65, {
      ...{
        1: 0,
        2: 'M',
        3: code!,
        4: length(name!),
        5: name!,
        10: 3,
        12: String(Number(points) * 100).padStart(9, '0'),
      },
      ...{ 21: category!, 60: edition, 61: forever },
    }),
  );
}

/** 訪問看護療養費マスター, base table (72 columns), in yen. */
export function nursingRows(edition: string): string[] {
  return facts('nursing').map(({ code, name, yen }) =>
    row(72, {
      ...{ 1: 0, 2: 'R', 3: code!, 6: length(name!), 7: name!, 9: name! },
      ...{ 15: 1, 16: Number(yen).toFixed(2), 71: edition, 72: forever },
    }),
  );
}
