import { codesByRecord, dispensingCode } from '#pipelines/sources/receipt/code-masters.ts';
import { dentalRecords } from '#pipelines/sources/receipt/dental.ts';
import { dpcRecords } from '#pipelines/sources/receipt/dpc.ts';
import { medicalRecords } from '#pipelines/sources/receipt/medical.ts';
import { nursingRecords } from '#pipelines/sources/receipt/nursing.ts';
import { basicFees, dispensingFees, pharmacyRecords } from '#pipelines/sources/receipt/pharmacy.ts';
import type { RecordLayout } from '#shared/define.ts';
import type { CodePlace, DetailPositions, DiseasePositions, ReceiptForm, UnitRows } from './form.ts';
import { recordId } from './identifiers.ts';
import { foreignTo, type ReceiptKind } from './kinds.ts';

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

function diseasePositions({ fields }: RecordLayout): DiseasePositions {
  const at = (name: string) => fields[name]?.[0] ?? 0;
  return {
    code: at('code'),
    modifiers: at('modifiers'),
    text: at('text'),
    startedOn: at('startedOn'),
    outcome: at('outcome'),
    main: at('main'),
    role: at('role'),
    icd10: at('icd10'),
    teeth: at('teeth'),
  };
}

const medicalInstitution = positionsOf(medicalRecords.IR.fields);
const dpcInstitution = positionsOf(dpcRecords.IR.fields);
const dentalInstitution = positionsOf(dentalRecords.IR.fields);
const dentalReception = positionsOf(dentalRecords.UK.fields);
const pharmacyInstitution = positionsOf(pharmacyRecords.YK.fields);
const nursingInstitution = positionsOf(nursingRecords.HM.fields);
const pharmacyCommon = positionsOf(pharmacyRecords.RE.fields);
const nursingCommon = positionsOf(nursingRecords.RE.fields);

const medicalForm: ReceiptForm = {
  kind: 'medical',
  typeDigit: '1',
  inYen: false,
  hasStays: true,
  foreign: foreignTo('medical'),
  units: unitRows(medicalRecords),
  diseases: { SY: diseasePositions(medicalRecords.SY) },
  institution: { ...medicalInstitution, code: medicalInstitution.institution },
  claimMonth: medicalInstitution.claimMonth,
  common: positionsOf(medicalRecords.RE.fields),
  insurer: positionsOf(medicalRecords.HO.fields),
  programme: positionsOf(medicalRecords.KO.fields),
  ...scanned(medicalRecords),
};

const dpcForm: ReceiptForm = {
  kind: 'dpc',
  typeDigit: '1',
  inYen: false,
  hasStays: true,
  foreign: foreignTo('dpc'),
  units: { ...unitRows(dpcRecords), bundle: positionsOf(dpcRecords.GT.fields) },
  diseases: { SY: diseasePositions(dpcRecords.SY), SB: diseasePositions(dpcRecords.SB) },
  institution: { ...dpcInstitution, code: dpcInstitution.institution },
  claimMonth: dpcInstitution.claimMonth,
  common: positionsOf(dpcRecords.RE.fields),
  insurer: positionsOf(dpcRecords.HO.fields),
  programme: positionsOf(dpcRecords.KO.fields),
  ...scanned(dpcRecords),
};

const dentalForm: ReceiptForm = {
  kind: 'dental',
  typeDigit: '3',
  inYen: false,
  hasStays: true,
  foreign: foreignTo('dental'),
  units: unitRows(dentalRecords),
  diseases: {
    SY: diseasePositions(dentalRecords.SY),
    HS: { ...diseasePositions(dentalRecords.HS), inCommon: positionsOf(dentalRecords.RE.fields) },
  },
  institution: { ...dentalInstitution, code: dentalInstitution.institution, name: 0 },
  claimMonth: dentalInstitution.claimMonth,
  reception: dentalReception,
  common: positionsOf(dentalRecords.RE.fields),
  insurer: positionsOf(dentalRecords.HO.fields),
  programme: positionsOf(dentalRecords.KO.fields),
  ...scanned(dentalRecords),
};

const pharmacyForm: ReceiptForm = {
  kind: 'pharmacy',
  typeDigit: '4',
  inYen: false,
  hasStays: false,
  foreign: foreignTo('pharmacy'),
  diseases: {},
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

const nursingForm: ReceiptForm = {
  kind: 'nursing',
  typeDigit: '6',
  inYen: true,
  hasStays: false,
  foreign: foreignTo('nursing'),
  diseases: { SY: diseasePositions(nursingRecords.SY) },
  institution: { ...nursingInstitution, code: nursingInstitution.institution },
  claimMonth: nursingInstitution.claimMonth,
  common: nursingCommon,
  insurer: positionsOf(nursingRecords.HO.fields),
  programme: positionsOf(nursingRecords.KO.fields),
  ...scanned(nursingRecords),
};

/** How each kind of receipt is read. */
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
