import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeCp932 } from './cp932.ts';
import { type Drug, diseases, drugs, facts, otherGenerics } from './facts.ts';
import { dentalRows, dispensingRows, nursingRows } from './fee-masters.ts';
import { writeGenericLists } from './generic-lists.ts';
import { forever, length, row } from './master-row.ts';
import { selectedEditions, selectedListOf } from './selected-care.ts';

/** 傷病名マスター (46 columns): ICD-10 stands in columns 16 and 17, as in the editions since 2024. */
function diseaseRows(edition: string): string[] {
  const uncoded = { code: '0000999', name: '未コード化傷病名', icd10: '', manifestation: '', successor: '' };
  return [uncoded, ...diseases].map((one) => {
    const moved = one.successor !== '';
    const valid = { 22: '20020601', 23: edition, 24: moved ? '20240331' : forever };
    const name = { 5: length(one.name), 6: one.name, 7: length(one.name), 8: one.name, 35: one.name };
    const codes = { 3: one.code, 4: moved ? one.successor : one.code, 16: one.icd10, 17: one.manifestation };
    return row(46, { 1: moved ? 9 : 0, 2: 'B', ...codes, ...name, 19: '00', 20: '0', 21: '00', ...valid });
  });
}

function modifierRows(): string[] {
  return facts('modifiers').map((one) =>
    row(19, {
      1: 0,
      2: 'Z',
      3: one['code']!,
      6: length(one['name']!),
      7: one['name']!,
      14: '20240601',
      16: forever,
      19: one['kind']!,
    }),
  );
}

/** 医薬品マスター (40 columns) at the prices of one edition; the abolished price is the old one. */
function drugRows(edition: string, index: 0 | 1): string[] {
  const reduction = row(40, {
    1: 0,
    2: 'Y',
    3: '630010002',
    5: '薬剤料逓減（９０／１００）（内服薬）',
    11: 7,
    12: '0.00',
    17: 0,
    28: 1,
    30: edition,
    31: forever,
  });
  const rows = [...drugs, ...otherGenerics].map((one) => drugRow(one, edition, index));
  return [reduction, ...rows];
}

function drugRow(one: Drug, edition: string, index: 0 | 1): string {
  return row(40, {
    1: index === 0 ? 0 : 5,
    2: 'Y',
    3: one.code,
    4: length(one.name),
    5: one.name,
    8: one.unitCode,
    9: length(one.unit),
    10: one.unit,
    11: 1,
    12: priceText(one.prices[index]),
    17: one.generic ? 1 : 0,
    24: 1,
    25: priceText(one.prices[0]),
    28: one.form,
    30: edition,
    31: forever,
    32: one.priceCode,
    35: one.name,
    37: one.genericNameCode,
  });
}

/** Two decimals, three where the price has them. */
function priceText(yen: number): string {
  return yen.toFixed(3).replace(/0$/, '');
}

/** The insured parts 「（選）」 of brands under selected care, at the share that holds from the edition. */
function selectedRows({ date, from, prices }: (typeof selectedEditions)[number]): string[] {
  return [...selectedListOf(from)!.values()].map(({ insuredDrug }) => drugRow(insuredDrug, date, prices));
}

function materialRows(edition: string): string[] {
  return facts('materials').map((one) =>
    row(38, {
      1: 0,
      2: 'T',
      3: one['code']!,
      4: length(one['name']!),
      5: one['name']!,
      8: one['unit_code']!,
      10: one['unit']!,
      11: one['price_type']!,
      12: one['price']!,
      28: edition,
      29: '00000000',
      30: forever,
      37: one['name']!,
    }),
  );
}

function commentRows(edition: string): string[] {
  return facts('comments').map((one) =>
    row(30, {
      1: 0,
      2: 'C',
      3: 8,
      4: one['pattern']!,
      5: one['serial']!,
      6: length(one['name']!),
      7: one['name']!,
      21: edition,
      22: forever,
      23: one['code']!,
    }),
  );
}

/** 医科診療行為マスター (150 columns). */
function procedureRows(edition: string): string[] {
  return facts('procedures').map((one) => {
    const feeClass = one['fee_class']!;
    const [letter, number] = [feeClass.charAt(0), feeClass.slice(1)];
    const name = { 4: length(one['name']!), 5: one['name']!, 113: one['name']! };
    const points = { 10: one['unit']!, 11: one['points_type']!, 12: one['points']!, 13: one['in_out']! };
    return row(150, {
      1: 0,
      2: 'S',
      3: one['code']!,
      ...name,
      ...points,
      85: letter,
      87: edition,
      88: forever,
      92: number,
    });
  });
}

const editions = ['20240401', '20250401'] as const;

/**
 * Two invented editions of the masters in their official layouts; the second has other drug prices and no modifiers,
 * which did not change. Insured parts of brands come with the lists of selected care.
 */
export function writeMasters(folder: string): void {
  mkdirSync(folder, { recursive: true });
  editions.forEach((edition, index) => {
    const files = {
      b: diseaseRows(edition),
      ...(index === 0 ? { z: modifierRows() } : {}),
      y: drugRows(edition, index as 0 | 1),
      t: materialRows(edition),
      c: commentRows(edition),
      s: procedureRows(edition),
      h: dentalRows(edition),
      m: dispensingRows(edition),
      r: nursingRows(edition),
    };
    for (const [letter, rows] of Object.entries(files)) {
      write(join(folder, `${letter}_${edition}_架空.txt`), rows);
    }
  });
  for (const edition of selectedEditions)
    write(join(folder, `y_選定療養_${edition.date}_架空.txt`), selectedRows(edition));
  writeGenericLists(folder);
}

function write(path: string, rows: readonly string[]): void {
  writeFileSync(path, encodeCp932(`${rows.join('\r\n')}\r\n`));
}
