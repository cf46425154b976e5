import { compactDay } from '../calendar.ts';
import { otherCheckupInstitutions } from '../institutions.ts';
import { insurerNumber } from '../receipt.ts';
import type { Result } from '../results.ts';
import { type CsvFiles, createCsvFiles } from './csv-files.ts';
import { plainCell } from './csv-layouts.ts';
import { codes, diastolic, methods, systolic } from './item-codes.ts';
import { cardNumberOf, type Sheet } from './sheet.ts';

const measured = [
  ...[
    codes.height,
    codes.weight,
    codes.bmi,
    codes.fat,
    codes.waist,
    codes.waistReported,
    codes.history,
    codes.historyText,
  ],
  ...[
    codes.subjective,
    codes.objective,
    ...['5', '2', '1'].flatMap((slot) => [systolic(slot), diastolic(slot)]),
  ],
  ...[
    codes.mealTime,
    methods.tg[0],
    codes.casualTg,
    methods.hdl[0],
    methods.ldl[0],
    codes.nonHdl,
    methods.ast[0],
  ],
  ...[
    methods.alt[0],
    methods.ggt[0],
    methods.fpg[0],
    codes.casual,
    methods.hba1c[0],
    methods.creatinine[0],
    codes.egfr,
  ],
  ...[
    codes.redCells,
    codes.hemoglobin,
    codes.hematocrit,
    methods.sugar[0],
    methods.protein[0],
    codes.noUrineReason,
  ],
  ...[codes.metabolic, codes.level, codes.judgement, codes.physician],
];
const asked = [
  ...[
    '9N701',
    '9N706',
    '9N711',
    '9N716',
    '9N721',
    '9N726',
    '9N731',
    '9N736',
    '9N741',
    '9N746',
    '9N751',
    '9N756',
  ],
  ...['9N872', '9N766', '9N771', '9N782', '9N781', '9N786', '9N791', '9N796', '9N801', '9N808'],
].map((start) => `${start}000000000011`);

const personHeads = [
  ...[
    '保険者番号',
    '被保険者証等記号',
    '被保険者証等番号',
    '被保険者証等枝番',
    '氏名',
    '生年月日',
    '性別',
    '郵便番号',
  ],
  ...['住所', '受診券整理番号', '受診券有効期限', '健診実施日', '健診機関番号'],
];

/** Three lines: numbers, keys and codes, names, each beginning with `#`. */
function headOf(keys: readonly string[], names: readonly string[], items: readonly string[]): string {
  const numbers = [...keys, ...names, ...items].map((_, index) => String(index + 1));
  return [
    `#${numbers.join(',')}`,
    [...keys.map((key) => `#${key}`), ...names, ...items].join(','),
    `#${[...keys, ...names, ...items.map(() => '項目')].join(',')}`,
  ].join('\r\n');
}

const firstHead = headOf(['KEY1'], personHeads, measured);
const secondHead = headOf(['KEY1'], [], asked);

/** The CSV of the public conversion tool: persons and values in one file, the questionnaire in a second one. */
export function createToolFiles(folder: string): {
  readonly write: (fiscalYear: number, sheet: Sheet) => void;
  readonly close: () => void;
} {
  const files: CsvFiles = createCsvFiles(folder);
  return {
    write(fiscalYear, sheet) {
      const { person, household, checkup } = sheet;
      const { symbol, branch } = checkup.span;
      const key = `K${fiscalYear}${person.memberId}`;
      const who = [
        ...[insurerNumber, symbol, cardNumberOf(sheet), branch, person.kana, compactDay(person.birth)],
        ...[person.sex === 'M' ? '1' : '2', household.address.postal, household.address.text, '', ''],
        ...[compactDay(checkup.day), otherCheckupInstitutions['public-tool'].number],
      ];
      files.write(
        `変換ツール_${fiscalYear}年度_1`,
        firstHead,
        [key, ...who, ...cells(measured, checkup.results)].join(','),
      );
      files.write(
        `変換ツール_${fiscalYear}年度_2`,
        secondHead,
        [key, ...cells(asked, checkup.results)].join(','),
      );
    },
    close: files.close,
  };
}

function cells(list: readonly string[], results: readonly Result[]): string[] {
  const byCode = new Map(results.map((result) => [result.code, result]));
  return list.map((code) => {
    const result = byCode.get(code);
    return result === undefined ? '' : plainCell(result);
  });
}
