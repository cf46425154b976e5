import type { ReceiptKind } from './kinds.ts';

/** Where the parts of a detail row stand; 0 where the row has no such part. */
export type DetailPositions = {
  readonly section: number;
  readonly burden: number;
  readonly code: number;
  readonly quantity: number;
  readonly points: number;
  readonly count: number;
  readonly firstDay: number;
  readonly price: number;
};

/** Where the parts of a disease row stand; 0 where the row has no such part. */
export type DiseasePositions = {
  readonly code: number;
  readonly modifiers: number;
  readonly text: number;
  readonly startedOn: number;
  readonly outcome: number;
  readonly main: number;
  readonly role: number;
  readonly icd10: number;
  readonly teeth: number;
  /** Where the common record has start and outcome of all diseases that leave their own empty. */
  readonly inCommon?: { readonly startedOn: number; readonly outcome: number };
};

export type CodePlace = {
  readonly position: number;
  readonly form: RegExp;
  readonly required: boolean;
};

/** Rows that form units with points on the last one (SI, IY, TO, dental SS) and the comments between them. */
export type UnitRows = {
  readonly SI: DetailPositions;
  readonly IY: DetailPositions;
  readonly TO: DetailPositions;
  readonly CO: DetailPositions;
  readonly SS?: DetailPositions;
  /** 負担区分 and points of the bundle, in the record GT of a DPC receipt. */
  readonly bundle?: { readonly burden: number; readonly points: number };
};

/** What the reader needs to know about one kind of receipt: positions of its head records and where free text stands. */
export type ReceiptForm = {
  readonly kind: ReceiptKind;
  /** First digit of レセプト種別. */
  readonly typeDigit: string;
  /** Totals and rows are yen, not points. */
  readonly inYen: boolean;
  /** The last digit of レセプト種別 tells whether the stay was in hospital. */
  readonly hasStays: boolean;
  readonly institution: {
    readonly prefecture: number;
    readonly pointsTable: number;
    readonly code: number;
    /** 0 where the record has no name. */
    readonly name: number;
  };
  readonly claimMonth: number;
  /** The record before the first institution (UK), where the kind has one: the same but for these. */
  readonly reception?: { readonly name: number; readonly claimMonth: number };
  readonly common: {
    readonly number: number;
    readonly type: number;
    readonly month: number;
    readonly sex: number;
    readonly birthDate: number;
    readonly specialNotes: number;
    readonly searchNumber: number;
    readonly kana: number;
    readonly department?: number;
    readonly admittedOn?: number;
    readonly prescriber?: readonly [prefecture: number, pointsTable: number, code: number];
  };
  readonly insurer: {
    readonly insurer: number;
    readonly symbol: number;
    readonly number: number;
    readonly days: number;
    readonly points: number;
    readonly shareYen: number;
    readonly mealCount?: number;
    readonly mealYen?: number;
    readonly mealShareYen?: number;
  };
  readonly programme: {
    readonly payer: number;
    readonly days: number;
    readonly points: number;
    readonly shareYen: number;
    readonly mealCount?: number;
    readonly mealYen?: number;
  };
  /** Where details stand in a receipt whose rows form units: all but pharmacy and nursing. */
  readonly units?: UnitRows;
  readonly diseases: {
    readonly SY?: DiseasePositions;
    readonly SB?: DiseasePositions;
    readonly HS?: DiseasePositions;
  };
  /** Records that never stand in this kind of receipt, by identifier: 1. */
  readonly foreign: Uint8Array;
  /** Positions a record has as first defined, by identifier; undefined for identifiers not in the layout. */
  readonly positions: (id: number) => number | undefined;
  /** Where a record has its codes and what they look like, by identifier. */
  readonly codes: readonly (readonly CodePlace[] | undefined)[];
  /** Fields of text a person wrote, by identifier. */
  readonly freeText: readonly (readonly number[] | undefined)[];
  /** Fields of numbers somebody gave (symbols, chart numbers), by identifier, with their official names. */
  readonly identifiers: readonly (readonly (readonly [number, string])[] | undefined)[];
};
