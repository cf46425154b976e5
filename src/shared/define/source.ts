import type { Text } from '../text.ts';
import type { ColumnKind } from './table.ts';

/** One column of a CSV contract, found by its header name. */
export type CsvColumn = {
  readonly header: string;
  /**
   * `text` is free text; `code` letters and digits; `date` YYYY-MM-DD or YYYYMMDD; `month` YYYY-MM or YYYYMM; `integer`
   * ten digits at most, no sign; a record is a closed list: value → our code.
   */
  readonly form: 'text' | 'code' | 'date' | 'month' | 'integer' | Readonly<Record<string, string>>;
  /** The value may be empty. */
  readonly optional?: true;
  /** Digits known to be another number (記号, 番号, 電話 …): looks like a My Number are counted, not refused. */
  readonly harmless?: true;
};

/** The contract of one CSV file with a header line (取込契約). */
export type CsvContract = {
  readonly title: Text;
  readonly columns: Readonly<Record<string, CsvColumn>>;
};

export function defineCsv<const C extends CsvContract>(contract: C): C {
  return contract;
}

/** Where a column of a master record stands (from 1, as the official layout counts) and how it is read. */
export type LayoutColumn = {
  readonly at: number;
  /** `hundredths` has two implied decimals; `places` are four pairs of column and width, of which 0 is none. */
  readonly kind:
    | Extract<ColumnKind, 'text' | 'smallint' | 'boolean' | 'date'>
    | 'thousandths'
    | 'hundredths'
    | 'places';
  /** Column to take where this one is empty. */
  readonly orAt?: number;
  /** A second column whose text is put behind. */
  readonly and?: number;
};

/** The layout of one master of the billing system (マスターファイル仕様): column 2 is `letter`, no header. */
export type MasterLayout = {
  readonly letter: string;
  readonly title: Text;
  readonly table: string;
  /** Columns a record has at least; newer editions append some. */
  readonly width: number;
  readonly columns: Readonly<Record<string, LayoutColumn>>;
};

export function defineMaster<const L extends MasterLayout>(layout: L): L {
  return layout;
}

/** One column of a list of the ministry, found by its header. */
export type MasterListColumn = {
  readonly header: string;
  /** `flag` is set where anything stands in it; `date` a Japanese or western date, perhaps with まで behind it. */
  readonly kind: 'text' | 'thousandths' | 'flag' | 'date';
  /** Only the beginning of the header is given. */
  readonly begins?: true;
  /** Editions without this column are known; it is not what the list is recognised by. */
  readonly optional?: true;
  /** The value may be empty. */
  readonly blank?: true;
  /** Values the column may have. */
  readonly oneOf?: readonly string[];
};

/** One list of the ministry in CSV or Excel, known by its header; other columns are not read. */
export type MasterList = {
  readonly form: string;
  readonly title: Text;
  readonly table: string;
  readonly columns: Readonly<Record<string, MasterListColumn>>;
};

export function defineMasterList<const L extends MasterList>(list: L): L {
  return list;
}
