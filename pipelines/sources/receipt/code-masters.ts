/**
 * Which master a code belongs to, by its first digit: 1 医科診療行為, 3 歯科診療行為, 4 調剤行為, 5 訪問看護療養費,
 * 6 医薬品, 7 特定器材, 8 コメント; the other eight digits mean nothing by themselves. 傷病名 has seven digits.
 * Source: レセプト電算処理システム マスターファイル仕様説明書 2022-04-22 (5: second-hand, see notes.md).
 */
export const codesByRecord: Readonly<
  Record<string, { readonly field: string; readonly form: RegExp; readonly required: boolean }>
> = {
  SY: { field: 'code', form: /^\d{7}$/, required: true },
  SB: { field: 'code', form: /^\d{7}$/, required: true },
  HS: { field: 'code', form: /^\d{7}$/, required: true },
  SI: { field: 'code', form: /^[13]\d{8}$/, required: true },
  SS: { field: 'code', form: /^[13]\d{8}$/, required: true },
  IY: { field: 'code', form: /^6\d{8}$/, required: true },
  TO: { field: 'code', form: /^7\d{8}$/, required: true },
  CO: { field: 'code', form: /^8\d{8}$/, required: true },
  TK: { field: 'code', form: /^8\d{8}$/, required: true },
  KA: { field: 'code', form: /^5\d{8}$/, required: true },
  CD: { field: 'code', form: /^[1-8]\d{8}$/, required: false },
  SK: { field: 'code', form: /^1\d{8}$/, required: false },
};

/** A fee of a pharmacy (CZ, KI). */
export const dispensingCode = /^4\d{8}$/;
