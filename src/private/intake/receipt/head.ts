import { commonRecords } from '#pipelines/sources/receipt/common.ts';
import type { ReceiptForm } from './form.ts';
import { findHeadLines, type HeadLines } from './head-lines.ts';
import { HO, KO, RE } from './identifiers.ts';
import { addedByReview, type ReceiptLines } from './lines.ts';
import {
  findSearchNumber,
  institutionKey,
  insurerDigits,
  monthAt,
  processingMonth,
  searchNumberPosition,
} from './marks.ts';
import { codeAt, dateText, integerAt } from './values.ts';

const sn = commonRecords.SN.fields;
/** 確認区分 of a receipt that went to another insurer (振替), before and after the claim to the insurer. */
const movedMarks = new Set(['04', '11']);

/** Where MN of a dental file may have its search number; its third place is then the name of the institution. */
const dentalSearchNumberAt = 5;

/** Institution and claim month (請求年月) that hold for the receipts after them in a claim file. */
export type Opening = { readonly institution: string | undefined; readonly claimMonth: number | undefined };

/**
 * The head of one receipt: which lines hold it together and the numbers intake decides by. Integers are undefined
 * where empty and NaN where unreadable; months and dates are days since 1970-01-01.
 */
export type ReceiptHead = Omit<HeadLines, 'institution'> &
  Opening & {
    /** 検索番号; empty where it has none. */
    readonly searchNumber: string;
    /** The line and position that name the institution; −1 where none does. */
    readonly nameLine: number;
    readonly namePosition: number;
    /** 検索番号, else kind, institution, claim month, number in the claim file and month of care; empty where one is not known. */
    readonly identity: string;
    readonly type: string;
    readonly serviceMonth: number | undefined;
    readonly processingMonth: number | undefined;
    /** 保険者番号 it was filed to, and the one it belongs to now, 8 digits; empty where it names none. */
    readonly filedInsurer: string;
    readonly insurerNumber: string;
    /** Points; yen where the kind is billed in yen. */
    readonly claimed: number | undefined;
    readonly decided: number | undefined;
    readonly mealYen: number | undefined;
  };

/**
 * @param opening of the claim file; what the receipt says itself comes first
 * @param thisMonth its first day, days since 1970-01-01
 */
export function readHead(
  lines: ReceiptLines,
  order: Int32Array,
  length: number,
  form: ReceiptForm,
  opening: Opening | undefined,
  thisMonth: number,
): ReceiptHead {
  const found = findHeadLines(lines, order, length, form);
  const { common, insurer, institution, reception, programmes } = found;
  const named = institution >= 0 ? institution : reception;
  const totals = insurer >= 0 ? insurer : (programmes[0] ?? -1);
  const positions = insurer >= 0 ? form.insurer : form.programme;
  const searchNumber = findSearchNumber(lines, found.management, common, form);
  const key = named >= 0 ? institutionKey(lines, named, form) : opening?.institution;
  const claimMonth = named >= 0 ? claimMonthOf(lines, found, form) : opening?.claimMonth;
  const filedInsurer = insurerDigits(lines, insurer, form.insurer.insurer);
  return {
    ...found,
    institution: key,
    claimMonth,
    searchNumber,
    ...nameOf(lines, found, form),
    identity: searchNumber || claimIdentity(lines, found, form, key, claimMonth),
    type: common < 0 ? '' : codeAt(lines, common, form.common.type),
    serviceMonth: common < 0 ? undefined : monthAt(lines, common, form.common.month),
    processingMonth: processingMonth(searchNumber, claimMonth, thisMonth),
    filedInsurer,
    insurerNumber: currentInsurer(lines, found) || filedInsurer || confirmedInsurer(lines, found),
    claimed: claimedTotal(lines, form),
    decided: totals < 0 ? undefined : integerAt(lines, totals, positions.points),
    mealYen:
      totals < 0 || positions.mealYen === undefined ? undefined : integerAt(lines, totals, positions.mealYen),
  };
}

/** The insurer the review body moved it to (振替): of EX, else of a confirmation that says so. */
function currentInsurer(lines: ReceiptLines, { transfer, confirmation }: HeadLines): string {
  const moved = insurerDigits(lines, transfer, commonRecords.EX.fields.insurer[0]);
  if (moved !== '' || confirmation < 0) return moved;
  return movedMarks.has(codeAt(lines, confirmation, sn.confirmation[0]))
    ? confirmedInsurer(lines, { confirmation })
    : '';
}

function confirmedInsurer(lines: ReceiptLines, { confirmation }: Pick<HeadLines, 'confirmation'>): string {
  return insurerDigits(lines, confirmation, sn.insurer[0]);
}

function claimMonthOf(
  lines: ReceiptLines,
  { institution, reception }: HeadLines,
  form: ReceiptForm,
): number | undefined {
  const month =
    institution >= 0
      ? monthAt(lines, institution, form.claimMonth)
      : monthAt(lines, reception, form.reception?.claimMonth ?? form.claimMonth);
  return Number.isNaN(month) ? undefined : month;
}

/**
 * The name of a receipt without a search number: the review body has not yet given it one. A receipt whose MN lacks it
 * is damaged and has no name.
 */
function claimIdentity(
  lines: ReceiptLines,
  { management, common }: HeadLines,
  form: ReceiptForm,
  institution: string | undefined,
  claimMonth: number | undefined,
): string {
  if (management >= 0 || common < 0 || institution === undefined || claimMonth === undefined) return '';
  const number = codeAt(lines, common, form.common.number);
  const serviceMonth = monthAt(lines, common, form.common.month);
  if (!/^\d{1,9}$/.test(number)) return '';
  return ['claim', form.kind, institution, digitsOf(claimMonth), Number(number), digitsOf(serviceMonth)].join(
    ':',
  );
}

/** `YYYYMM` of the first day of a month; empty where it is none. */
function digitsOf(month: number | undefined): string {
  if (month === undefined || Number.isNaN(month)) return '';
  return dateText(month).slice(0, 7).replace('-', '');
}

/**
 * The total as filed (請求点数): of the insurer record, else of the first public programme, of データ識別 1; of a cover,
 * not of its details.
 */
function claimedTotal(lines: ReceiptLines, form: ReceiptForm): number | undefined {
  let [common, programme] = [-1, -1];
  for (let line = 0; line < lines.count; line++) {
    if (lines.data[line] === addedByReview) continue;
    if (lines.id[line] === RE) {
      if (common >= 0) break;
      common = line;
    }
    if (lines.id[line] === HO) return integerAt(lines, line, form.insurer.points);
    if (lines.id[line] === KO && programme < 0) programme = line;
  }
  return programme < 0 ? undefined : integerAt(lines, programme, form.programme.points);
}

/**
 * The name of the institution: its record, else the record before it (UK), else, in dental files, MN where its search
 * number stands one place further on.
 */
function nameOf(
  lines: ReceiptLines,
  { institution, reception, management }: HeadLines,
  form: ReceiptForm,
): { readonly nameLine: number; readonly namePosition: number } {
  if (form.reception === undefined) return { nameLine: institution, namePosition: form.institution.name };
  if (reception >= 0) return { nameLine: reception, namePosition: form.reception.name };
  const inManagement = searchNumberPosition(lines, management) === dentalSearchNumberAt;
  return { nameLine: inManagement ? management : -1, namePosition: commonRecords.MN.fields.address[0] };
}
