import { paperReceiptContract } from '#pipelines/sources/paper-receipt/contract.ts';
import { diagnosis, publicPayer } from '#pipelines/sources/receipt/tables.ts';
import { type ContractRow, readContract } from '../ledgers/rows.ts';
import { integerOf, type RowFault } from '../ledgers/values.ts';
import type { Reader } from '../reader.ts';
import {
  isInpatientType,
  isSearchNumber,
  kindOfPointsTable,
  kindOfType,
  type ReceiptKind,
} from '../receipt/kinds.ts';
import { emptyFile } from '../refusals.ts';
import { openRows } from '../rows.ts';
import { type ClaimMeaning, openClaims } from './claims.ts';
import { diseasesOf } from './diseases.ts';

type Row = ContractRow<typeof paperReceiptContract>;

/**
 * Reads receipts that came on paper and were punched (紙レセプトの入力), by CSV contract. Their totals are points; of home
 * nursing (訪問看護) they are yen.
 */
export const readPaperReceipts: Reader = async (path, context) => {
  const { fileId, scratch } = context;
  const claims = await openClaims(context);
  const diagnoses = await openRows(scratch, diagnosis);
  const payers = await openRows(scratch, publicPayer);
  const add = (row: Row, receiptSeq: number, line: number): RowFault | undefined => {
    const kind = kindOfType(row.receiptType);
    const diseases = diseasesOf(row.diseases ?? '');
    if (kind === undefined || diseases === undefined || !hasForms(row)) return 'value';
    if (kindOfPointsTable(row.institution[2]!) !== kind) return 'kind_differs';
    const fault = claims.add(row, meaningOf(row, kind), receiptSeq, line);
    if (fault !== undefined) return fault;
    const place = { file_id: fileId, receipt_seq: receiptSeq };
    for (const [index, { code, modifiers }] of diseases.entries()) {
      const main = index === 0 ? 1 : 0;
      diagnoses.add({ ...place, line: index + 1, disease_code: code, modifiers, is_main: main });
    }
    const { program, programPoints: points, programShareYen: share } = row;
    if (program !== null) payers.add({ ...place, ordinal: 1, program, points, share_yen: share });
    return undefined;
  };
  const { quarantined, ...read } = await readContract(path, paperReceiptContract, context, add, (text) => {
    const decided = integerOf(text('decided')) ?? 0;
    const isYen = kindOfType(text('receiptType')) === 'nursing';
    const yen = (isYen ? decided : decided * 10) + (integerOf(text('mealYen')) ?? 0);
    return { receipts: 1, points: isYen ? 0 : decided, yen };
  });
  if (read.records === 0) throw emptyFile(context.fileName);
  const { rows, ...months } = claims.finish();
  const others = { diagnosis: diagnoses.finish(), public_payer: payers.finish(), quarantine: quarantined };
  return { form: 'csv', ...read, ...months, rows: { ...rows, ...others } };
};

/** The codes of a row have their official forms: 種別 four digits, institutions ten (都道府県 2, 点数表 1, コード 7), 検索番号 17 to 30. */
function hasForms({ receiptType, institution, prescriber, program, searchNumber, mealCount }: Row): boolean {
  const isInstitution = (code: string) => /^\d{10}$/.test(code);
  return (
    /^\d{4}$/.test(receiptType) &&
    isInstitution(institution) &&
    (prescriber === null || isInstitution(prescriber)) &&
    (program === null || /^\d{2}$/.test(program)) &&
    (searchNumber === null || isSearchNumber(searchNumber)) &&
    (mealCount ?? 0) <= mostMeals
  );
}

/** Meals of a month: three a day. */
const mostMeals = 93;
const kindsWithStays: readonly ReceiptKind[] = ['medical', 'dental'];

function meaningOf(row: Row, kind: ReceiptKind): ClaimMeaning {
  const { institution, serviceMonth, receiptNumber, searchNumber, receiptType } = row;
  return {
    kind,
    identity: searchNumber ?? `paper:${serviceMonth}:${institution}:${receiptNumber}`,
    search_number: searchNumber,
    receipt_type: receiptType,
    institution,
    prescriber: row.prescriber,
    inpatient: kindsWithStays.includes(kind) && isInpatientType(receiptType) ? 1 : 0,
    admitted_on: row.admittedOn,
    ...(kind === 'nursing'
      ? { claimed_yen: row.claimed, decided_yen: row.decided }
      : { claimed_points: row.claimed, decided_points: row.decided }),
    meal_count: row.mealCount,
    meal_yen: row.mealYen,
    patient_share_yen: row.shareYen,
    public_only: receiptType[1] === '2' ? 1 : 0,
  };
}
