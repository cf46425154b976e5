import { isoDay } from '../calendar.ts';
import type { Examined, LinkedCheckup } from '../checkups.ts';
import { strayNumber } from '../clinical-document.ts';
import { insurerNumber } from '../receipt.ts';

/** A checkup as somebody writes it into a list. */
export type Sheet = Examined & {
  readonly checkup: LinkedCheckup;
  /** The 番号 is nobody's. */
  readonly wrongNumber: boolean;
};

export function cardNumberOf({ checkup: { span }, wrongNumber }: Sheet): string {
  return wrongNumber ? strayNumber(span.number) : span.number;
}

/** 保険者番号, 記号, 番号, 枝番, 氏名カナ, 生年月日, 性別, day: the columns most lists begin with. */
export function personCells(sheet: Sheet): string[] {
  const { person, checkup } = sheet;
  const { symbol, branch } = checkup.span;
  return [
    ...[insurerNumber, symbol, cardNumberOf(sheet), branch, person.kana],
    ...[isoDay(person.birth), person.sex === 'M' ? '1' : '2', isoDay(checkup.day)],
  ];
}
