import type { Text } from '../text.ts';
import type { ColumnKind } from './table.ts';

/** One column of a CSV contract, found by its header name. */
export type CsvColumn = {
  readonly header: string;
  /** `text` is free text; `code` letters and digits; `date` YYYY-MM-DD or YYYYMMDD; a record is a closed list: value → our code. */
  readonly form: 'text' | 'code' | 'date' | Readonly<Record<string, string>>;
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
  readonly kind: Extract<ColumnKind, 'text' | 'smallint' | 'boolean' | 'date'> | 'thousandths';
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

/**
 * One list of the ministry in CSV, known by its header line: a column is the one of that header, or the first that
 * begins with it; other columns are not read.
 */
export type MasterList = {
  readonly form: string;
  readonly title: Text;
  readonly table: string;
  readonly columns: Readonly<
    Record<
      string,
      {
        readonly header: string;
        readonly kind: 'text' | 'thousandths';
        /** Values the column may have; empty ones become null. */
        readonly oneOf?: readonly string[];
      }
    >
  >;
};

export function defineMasterList<const L extends MasterList>(list: L): L {
  return list;
}
