import { medicalRecords } from '#pipelines/sources/receipt/medical.ts';
import { pharmacyRecords } from '#pipelines/sources/receipt/pharmacy.ts';
import type { RecordLayout } from '#shared/define.ts';
import type { Text } from '#shared/text.ts';
import { recordId } from './identifiers.ts';

/** What the reader needs to know about one kind of receipt: positions of its head records and where free text stands. */
export type ReceiptForm = {
  readonly kind: 'medical' | 'pharmacy';
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
  /** Positions a record has as first defined, by identifier; undefined for identifiers not in the layout. */
  readonly positions: (id: number) => number | undefined;
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
  for (const [name, layout] of Object.entries(layouts)) {
    const id = recordId(name);
    const fields = Object.values(layout.fields);
    const free = fields.filter(([, , kind]) => kind === 'free');
    const given = fields.filter(([, , kind]) => kind === 'identifier');
    positions[id] = layout.positions;
    if (free.length > 0) freeText[id] = free.map(([position]) => position);
    if (given.length > 0) identifiers[id] = given.map(([position, ja]) => [position, ja]);
  }
  return { freeText, identifiers, positions: (id: number) => positions[id] };
}

const medicalCommon = positionsOf(medicalRecords.RE.fields);
const pharmacyCommon = positionsOf(pharmacyRecords.RE.fields);
const medicalInstitution = positionsOf(medicalRecords.IR.fields);
const pharmacyInstitution = positionsOf(pharmacyRecords.YK.fields);

export const medicalForm: ReceiptForm = {
  kind: 'medical',
  typeDigit: '1',
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

/** Numbers of other bodies that may have twelve digits by chance: counted, never a reason to refuse. */
export const harmlessIdentifiers: readonly string[] = ['カルテ番号等', '調剤録番号等', '請求情報'];

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
