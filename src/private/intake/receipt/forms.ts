import { codesByRecord, dispensingCode } from '#pipelines/sources/receipt/code-masters.ts';
import { dentalRecords } from '#pipelines/sources/receipt/dental.ts';
import { dpcRecords } from '#pipelines/sources/receipt/dpc.ts';
import { medicalRecords } from '#pipelines/sources/receipt/medical.ts';
import { nursingRecords } from '#pipelines/sources/receipt/nursing.ts';
import { basicFees, dispensingFees, pharmacyRecords } from '#pipelines/sources/receipt/pharmacy.ts';
import type { RecordLayout } from '#shared/define.ts';
import type { Text } from '#shared/text.ts';
import { recordId } from './identifiers.ts';
import { foreignTo, type ReceiptKind } from './kinds.ts';

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
  /** Points of the bundle, in the record GT of a DPC receipt. */
  readonly bundle?: number;
};

/** What the reader needs to know about one kind of receipt: positions of its head records and where free text stands. */
export type ReceiptForm = {
  readonly kind: ReceiptKind;
  /** First digit of レセプト種別. */
  readonly typeDigit: string;
  readonly institution: {
    readonly prefecture: number;
    readonly pointsTable: number;
    readonly code: number;
    readonly name: number;
  };
  readonly claimMonth: number;
  readonly common: {
    readonly type: number;
    readonly month: number;
    readonly sex: number;
    readonly birthDate: number;
    readonly specialNotes: number;
    readonly searchNumber: number;
    readonly kana: number;
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
  };
  readonly programme: {
    readonly payer: number;
    readonly days: number;
    readonly points: number;
    readonly shareYen: number;
  };
  /** Where details stand in a receipt whose rows form units: all but pharmacy and nursing. */
  readonly units?: UnitRows;
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

type Positions<T extends Readonly<Record<string, readonly [number, string, string]>>> = {
  [K in keyof T]: T[K][0];
};

function positionsOf<const T extends Readonly<Record<string, readonly [number, string, string]>>>(
  fields: T,
): Positions<T> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field[0]])) as Positions<T>;
}

function scanned(layouts: Readonly<Record<string, RecordLayout>>) {
  const freeText: (readonly number[])[] = [];
  const identifiers: (readonly (readonly [number, string])[])[] = [];
  const positions: number[] = [];
  const codes: CodePlace[][] = [];
  for (const [name, layout] of Object.entries(layouts)) {
    const id = recordId(name);
    const fields = Object.values(layout.fields);
    const free = fields.filter(([, , kind]) => kind === 'free');
    const given = fields.filter(([, , kind]) => kind === 'identifier');
    positions[id] = layout.positions;
    const places = codePlaces(name, layout);
    if (places.length > 0) codes[id] = places;
    if (free.length > 0) freeText[id] = free.map(([position]) => position);
    if (given.length > 0) identifiers[id] = given.map(([position, ja]) => [position, ja]);
  }
  return { codes, freeText, identifiers, positions: (id: number) => positions[id] };
}

function codePlaces(record: string, layout: RecordLayout): CodePlace[] {
  const code = codesByRecord[record];
  const position = layout.fields[code?.field ?? '']?.[0];
  if (code && position) return [{ position, form: code.form, required: code.required }];
  const fees = record === 'CZ' ? dispensingFees : record === 'KI' ? basicFees : [];
  return fees.map((fee) => ({ position: fee.code, form: dispensingCode, required: false }));
}

type UnitRecord = 'SI' | 'IY' | 'TO' | 'CO';

function unitRows(layouts: Readonly<Record<UnitRecord, RecordLayout>> & { SS?: RecordLayout }): UnitRows {
  return {
    SI: detailPositions(layouts.SI),
    IY: detailPositions(layouts.IY),
    TO: detailPositions(layouts.TO),
    CO: detailPositions(layouts.CO),
    ...(layouts.SS ? { SS: detailPositions(layouts.SS) } : {}),
  };
}

function detailPositions({ fields }: RecordLayout): DetailPositions {
  const at = (name: string) => fields[name]?.[0] ?? 0;
  return {
    section: at('section'),
    burden: at('burden'),
    code: at('code'),
    quantity: at('quantity'),
    points: at('points'),
    count: at('count'),
    firstDay: at('firstDay'),
    price: at('price'),
  };
}

const medicalCommon = positionsOf(medicalRecords.RE.fields);
const pharmacyCommon = positionsOf(pharmacyRecords.RE.fields);
const medicalInstitution = positionsOf(medicalRecords.IR.fields);
const pharmacyInstitution = positionsOf(pharmacyRecords.YK.fields);

export const medicalForm: ReceiptForm = {
  kind: 'medical',
  typeDigit: '1',
  foreign: foreignTo('medical'),
  units: unitRows(medicalRecords),
  institution: { ...medicalInstitution, code: medicalInstitution.institution },
  claimMonth: medicalInstitution.claimMonth,
  common: medicalCommon,
  insurer: positionsOf(medicalRecords.HO.fields),
  programme: positionsOf(medicalRecords.KO.fields),
  ...scanned(medicalRecords),
};

export const pharmacyForm: ReceiptForm = {
  kind: 'pharmacy',
  typeDigit: '4',
  foreign: foreignTo('pharmacy'),
  institution: { ...pharmacyInstitution, code: pharmacyInstitution.institution },
  claimMonth: pharmacyInstitution.claimMonth,
  common: {
    ...pharmacyCommon,
    prescriber: [
      pharmacyCommon.prescriberPrefecture,
      pharmacyCommon.prescriberTable,
      pharmacyCommon.prescriber,
    ],
  },
  insurer: positionsOf(pharmacyRecords.HO.fields),
  programme: positionsOf(pharmacyRecords.KO.fields),
  ...scanned(pharmacyRecords),
};

const dpcInstitution = positionsOf(dpcRecords.IR.fields);
const dentalInstitution = positionsOf(dentalRecords.IR.fields);
const nursingInstitution = positionsOf(nursingRecords.HM.fields);

export const dpcForm: ReceiptForm = {
  kind: 'dpc',
  typeDigit: '1',
  foreign: foreignTo('dpc'),
  units: { ...unitRows(dpcRecords), bundle: dpcRecords.GT.fields.points[0] },
  institution: { ...dpcInstitution, code: dpcInstitution.institution },
  claimMonth: dpcInstitution.claimMonth,
  common: positionsOf(dpcRecords.RE.fields),
  insurer: positionsOf(dpcRecords.HO.fields),
  programme: positionsOf(dpcRecords.KO.fields),
  ...scanned(dpcRecords),
};

export const dentalForm: ReceiptForm = {
  kind: 'dental',
  typeDigit: '3',
  foreign: foreignTo('dental'),
  units: unitRows(dentalRecords),
  institution: {
    ...dentalInstitution,
    code: dentalInstitution.institution,
    name: dentalRecords.UK.fields.name[0],
  },
  claimMonth: dentalInstitution.claimMonth,
  common: positionsOf(dentalRecords.RE.fields),
  insurer: positionsOf(dentalRecords.HO.fields),
  programme: positionsOf(dentalRecords.KO.fields),
  ...scanned(dentalRecords),
};

export const nursingForm: ReceiptForm = {
  kind: 'nursing',
  typeDigit: '6',
  foreign: foreignTo('nursing'),
  institution: { ...nursingInstitution, code: nursingInstitution.institution },
  claimMonth: nursingInstitution.claimMonth,
  common: positionsOf(nursingRecords.RE.fields),
  insurer: positionsOf(nursingRecords.HO.fields),
  programme: positionsOf(nursingRecords.KO.fields),
  ...scanned(nursingRecords),
};

/** Every kind of receipt that can be inspected; ingest reads those `readableForm` gives. */
export const allForms: Readonly<Record<ReceiptKind, ReceiptForm>> = {
  medical: medicalForm,
  dpc: dpcForm,
  dental: dentalForm,
  pharmacy: pharmacyForm,
  nursing: nursingForm,
};

/** Numbers of other bodies that may have twelve digits by chance: counted, never a reason to refuse. */
export const harmlessIdentifiers: readonly string[] = [
  'カルテ番号等',
  '調剤録番号等',
  '訪問看護記録番号',
  '請求情報',
];

/** Forms that are recognised; the first two are read, the rest are refused by name. */
export const receiptForms = {
  'insurer-medical': { ja: '医科レセプト（保険者向け）', en: 'a medical receipt file (insurer form)' },
  'insurer-pharmacy': { ja: '調剤レセプト（保険者向け）', en: 'a pharmacy receipt file (insurer form)' },
  'insurer-dpc': { ja: 'DPCレセプト（保険者向け）', en: 'a DPC receipt file (insurer form)' },
  'insurer-dental': { ja: '歯科レセプト（保険者向け）', en: 'a dental receipt file (insurer form)' },
  'insurer-nursing': {
    ja: '訪問看護レセプト（保険者向け）',
    en: 'a home-nursing receipt file (insurer form)',
  },
  'claim-medical': { ja: '医療機関の請求ファイル（医科）', en: "a hospital's own claim file (medical)" },
  'claim-dpc': { ja: '医療機関の請求ファイル（DPC）', en: "a hospital's own claim file (DPC)" },
  'claim-dental': { ja: '医療機関の請求ファイル（歯科）', en: "a dentist's own claim file" },
  'claim-pharmacy': { ja: '薬局の請求ファイル（調剤）', en: "a pharmacy's own claim file" },
  'claim-nursing': { ja: '訪問看護ステーションの請求ファイル', en: "a nursing station's own claim file" },
} as const satisfies Record<string, Text>;

export type ReceiptFormName = keyof typeof receiptForms;

/** The form to read by; undefined for forms that are recognised but not read. */
export function readableForm(name: ReceiptFormName): ReceiptForm | undefined {
  if (name === 'insurer-medical') return medicalForm;
  return name === 'insurer-pharmacy' ? pharmacyForm : undefined;
}
