import { commonRecords } from '#pipelines/sources/receipt/common.ts';
import type { ReceiptForm } from './form.ts';
import { EX, HM, HO, HR, IR, KO, MN, RE, SN, UK, YK } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import { codeAt } from './values.ts';

const insuredPayer = '1';
const payerAt = commonRecords.SN.fields.payer[0];
const none: readonly number[] = [];

/** The lines that hold a receipt together; −1 where there is none. Totals and programmes are those of a cover, not of its details. */
export type HeadLines = {
  readonly management: number;
  readonly institution: number;
  /** UK, before the first institution of a dental file. */
  readonly reception: number;
  readonly common: number;
  readonly insurer: number;
  readonly programmes: readonly number[];
  readonly confirmation: number;
  readonly transfer: number;
  readonly returned: number;
  /** Where, in the order of the lines, the details of a DPC cover begin. */
  readonly details: readonly number[];
  /** The receipt holds records of another kind of receipt. */
  readonly foreign: boolean;
};

export function findHeadLines(
  lines: ReceiptLines,
  order: Int32Array,
  length: number,
  form: ReceiptForm,
): HeadLines {
  let [management, institution, reception, common, insurer] = [-1, -1, -1, -1, -1];
  let [confirmation, transfer, returned] = [-1, -1, -1];
  let foreign = false;
  let programmes = none;
  let details = none;
  for (let index = 0; index < length; index++) {
    const line = order[index]!;
    switch (lines.id[line]) {
      case MN:
        if (management < 0) management = line;
        break;
      case UK:
        if (form.foreign[UK] === 1) foreign = true;
        if (reception < 0) reception = line;
        break;
      case IR:
      case YK:
      case HM:
        if (form.foreign[lines.id[line]!] === 1) foreign = true;
        if (institution < 0) institution = line;
        break;
      case RE:
        if (common < 0) common = line;
        else details = [...details, index];
        break;
      case HO:
        if (insurer < 0 && details.length === 0) insurer = line;
        break;
      case KO:
        if (details.length === 0) programmes = [...programmes, line];
        break;
      case SN:
        if (codeAt(lines, line, payerAt) === insuredPayer) confirmation = line;
        break;
      case EX:
        if (transfer < 0) transfer = line;
        break;
      case HR:
        if (returned < 0) returned = line;
        break;
      default:
        if (form.foreign[lines.id[line]!] === 1) foreign = true;
    }
  }
  return {
    management,
    institution,
    reception,
    common,
    insurer,
    programmes,
    confirmation,
    transfer,
    returned,
    details,
    foreign,
  };
}
