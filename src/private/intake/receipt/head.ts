import { commonRecords } from '#pipelines/sources/receipt/common.ts';
import type { ReceiptForm } from './forms.ts';
import { EX, HM, HO, IR, KO, MN, RE, SN, YK } from './identifiers.ts';
import { addedByReview, type ReceiptLines } from './lines.ts';
import { codeAt, dateAt, dateOfDigits, integerAt } from './values.ts';

const searchNumberForm = /^\d{17,30}$/;
const insuredPayer = '1';
const sn = commonRecords.SN.fields;

/**
 * The head of one receipt: which lines hold it together and the numbers intake decides by. Integers are undefined
 * where empty and NaN where unreadable; months and dates are days since 1970-01-01.
 */
export type ReceiptHead = {
  readonly common: number;
  readonly insurer: number;
  readonly institution: number;
  readonly confirmation: number;
  readonly programmes: readonly number[];
  /** The receipt holds records of another kind of receipt. */
  readonly foreign: boolean;
  readonly searchNumber: string;
  readonly type: string;
  readonly serviceMonth: number | undefined;
  readonly processingMonth: number | undefined;
  /** 保険者番号 the receipt belongs to now, 8 digits; empty where it names none. */
  readonly insurerNumber: string;
  readonly claimedPoints: number | undefined;
  readonly decidedPoints: number | undefined;
  readonly mealYen: number | undefined;
};

export function readHead(
  lines: ReceiptLines,
  order: Int32Array,
  length: number,
  form: ReceiptForm,
): ReceiptHead {
  let [management, institution, common, insurer, confirmation, transfer] = [-1, -1, -1, -1, -1, -1];
  let foreign = false;
  let programmes: number[] = [];
  for (let index = 0; index < length; index++) {
    const line = order[index]!;
    switch (lines.id[line]) {
      case MN:
        if (management < 0) management = line;
        break;
      case IR:
      case YK:
      case HM:
        if (form.foreign[lines.id[line]!] === 1) foreign = true;
        if (institution < 0) institution = line;
        break;
      case RE:
        if (common < 0) common = line;
        break;
      case HO:
        if (insurer < 0) insurer = line;
        break;
      case KO:
        programmes = [...programmes, line];
        break;
      case SN:
        if (codeAt(lines, line, sn.payer[0]) === insuredPayer) confirmation = line;
        break;
      case EX:
        if (transfer < 0) transfer = line;
        break;
      default:
        if (form.foreign[lines.id[line]!] === 1) foreign = true;
    }
  }
  const totals = insurer >= 0 ? insurer : (programmes[0] ?? -1);
  const searchNumber = findSearchNumber(lines, management, common, form);
  return {
    common,
    insurer,
    institution,
    confirmation,
    programmes,
    foreign,
    searchNumber,
    type: common < 0 ? '' : codeAt(lines, common, form.common.type),
    serviceMonth: common < 0 ? undefined : monthAt(lines, common, form.common.month),
    processingMonth: processingMonth(lines, searchNumber, institution, form),
    insurerNumber:
      insurerDigits(lines, transfer, commonRecords.EX.fields.insurer[0]) ||
      insurerDigits(lines, insurer, form.insurer.insurer) ||
      insurerDigits(lines, confirmation, sn.insurer[0]),
    claimedPoints: claimedPoints(lines, form),
    decidedPoints:
      totals < 0
        ? undefined
        : integerAt(lines, totals, insurer >= 0 ? form.insurer.points : form.programme.points),
    mealYen:
      insurer < 0 || form.insurer.mealYen === undefined
        ? undefined
        : integerAt(lines, insurer, form.insurer.mealYen),
  };
}

/** The total as filed (請求点数): of the insurer record, else of the first public programme, of データ識別 1. */
function claimedPoints(lines: ReceiptLines, form: ReceiptForm): number | undefined {
  let programme = -1;
  for (let line = 0; line < lines.count; line++) {
    if (lines.data[line] === addedByReview) continue;
    if (lines.id[line] === HO) return integerAt(lines, line, form.insurer.points);
    if (lines.id[line] === KO && programme < 0) programme = line;
  }
  return programme < 0 ? undefined : integerAt(lines, programme, form.programme.points);
}

/** 検索番号: the first field of 17 to 30 digits in MN (its place differs), else where the common record has it. */
function findSearchNumber(
  lines: ReceiptLines,
  management: number,
  common: number,
  form: ReceiptForm,
): string {
  if (management >= 0) {
    for (let position = 2; position <= lines.fields[management]!; position++) {
      const code = codeAt(lines, management, position);
      if (searchNumberForm.test(code)) return code;
    }
  }
  const code = common < 0 ? '' : codeAt(lines, common, form.common.searchNumber);
  return searchNumberForm.test(code) ? code : '';
}

/** A month in either notation; a full date is not one. */
function monthAt(lines: ReceiptLines, line: number, position: number): number | undefined {
  const digits = codeAt(lines, line, position).length;
  return digits > 6 ? Number.NaN : dateAt(lines, line, position);
}

/** From the era month inside a 検索番号 of 17 digits (都道府県 2, 点数表 1, GYYMM 5, 管理番号 9), else 請求年月. */
function processingMonth(
  lines: ReceiptLines,
  searchNumber: string,
  institution: number,
  form: ReceiptForm,
): number | undefined {
  if (searchNumber.length === 17) {
    const month = dateOfDigits(Number(searchNumber.slice(3, 8)), 5);
    if (!Number.isNaN(month)) return month;
  }
  const month = institution < 0 ? undefined : monthAt(lines, institution, form.claimMonth);
  return Number.isNaN(month) ? undefined : month;
}

function insurerDigits(lines: ReceiptLines, line: number, position: number): string {
  if (line < 0) return '';
  const digits = codeAt(lines, line, position).replace(/[^0-9]/g, '');
  return digits === '' ? '' : digits.padStart(8, '0');
}
