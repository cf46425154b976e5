import { defineTable } from '#shared/define.ts';

/*
 * Of every master: `change` is its 変更区分 (0 same, 1 抹消, 2 復活, 3 new, 5 changed, 9 abolished); `valid_from` the day
 * from which the row holds so (変更年月日, of diseases and modifiers the day they were listed), `valid_to` the last day
 * the code may be used (廃止年月日), 9999-12-31 while there is none.
 */

export const masterDisease = defineTable({
  name: 'master_disease',
  grain: 'one row per disease name (傷病名) of one edition',
  columns: {
    file_id: 'bigint',
    change: 'smallint',
    code: 'text',
    name: 'text',
    icd10_1: 'text',
    icd10_2: 'text',
    successor_code: 'text',
    valid_from: 'date',
    valid_to: 'date',
  },
});

export const masterModifier = defineTable({
  name: 'master_modifier',
  grain: 'one row per disease modifier (修飾語) of one edition',
  columns: {
    file_id: 'bigint',
    change: 'smallint',
    code: 'text',
    name: 'text',
    category: 'text',
    valid_from: 'date',
    valid_to: 'date',
  },
});

/**
 * `price_milliyen` is the price per unit × 1000; `price_code` the 12 characters of the 薬価基準; `selected_care` column
 * 42 (選定療養区分: 1 the drug itself, 2 the insured part where the patient asked for it), which older editions lack.
 */
export const masterDrug = defineTable({
  name: 'master_drug',
  grain: 'one row per drug (医薬品) of one edition',
  columns: {
    file_id: 'bigint',
    change: 'smallint',
    code: 'text',
    name: 'text',
    unit: 'text',
    price_type: 'smallint',
    price_milliyen: 'bigint',
    price_code: 'text',
    generic: 'boolean',
    dosage_form: 'text',
    selected_care: 'smallint',
    valid_from: 'date',
    valid_to: 'date',
  },
});

/** `points_milli` is the figure of column 12 × 1000, in points or yen as `points_type` says; `fee_class` such as A000. */
export const masterProcedure = defineTable({
  name: 'master_procedure',
  grain: 'one row per medical procedure (診療行為) of one edition',
  columns: {
    file_id: 'bigint',
    change: 'smallint',
    code: 'text',
    name: 'text',
    points_type: 'smallint',
    points_milli: 'bigint',
    fee_class: 'text',
    valid_from: 'date',
    valid_to: 'date',
  },
});

export const masterMaterial = defineTable({
  name: 'master_material',
  grain: 'one row per material (特定器材) of one edition',
  columns: {
    file_id: 'bigint',
    change: 'smallint',
    code: 'text',
    name: 'text',
    price_type: 'smallint',
    price_milliyen: 'bigint',
    valid_from: 'date',
    valid_to: 'date',
  },
});

/** As `master_procedure`, of 歯科点数表: `fee_class` such as A000. */
export const masterDental = defineTable({
  name: 'master_dental',
  grain: 'one row per dental procedure (歯科診療行為) of one edition',
  columns: {
    file_id: 'bigint',
    change: 'smallint',
    code: 'text',
    name: 'text',
    points_type: 'smallint',
    points_milli: 'bigint',
    fee_class: 'text',
    valid_from: 'date',
    valid_to: 'date',
  },
});

/** `category` is 調剤行為識別区分: 10 調剤基本料, 20 薬剤調製料, 30 薬学管理料, 43 調剤管理料 and others. */
export const masterDispensing = defineTable({
  name: 'master_dispensing',
  grain: 'one row per dispensing fee (調剤行為) of one edition',
  columns: {
    file_id: 'bigint',
    change: 'smallint',
    code: 'text',
    name: 'text',
    points_type: 'smallint',
    points_milli: 'bigint',
    category: 'text',
    valid_from: 'date',
    valid_to: 'date',
  },
});

/** `amount_milliyen` is yen × 1000 where `amount_type` is 1. */
export const masterNursing = defineTable({
  name: 'master_nursing',
  grain: 'one row per visiting-nurse fee (訪問看護療養費) of one edition',
  columns: {
    file_id: 'bigint',
    change: 'smallint',
    code: 'text',
    name: 'text',
    amount_type: 'smallint',
    amount_milliyen: 'bigint',
    valid_from: 'date',
    valid_to: 'date',
  },
});

/**
 * `pattern` says what a receipt writes beside the code: 10 free text, 20 nothing, 30 text, 31 a procedure code, 40 digits
 * put into the text, 42 a number, 50 a date, 51 to 53 times, 80 a date and a result, 90 codes of parts of the body.
 * `digits_at` are the places of pattern 40: up to four of "column+digits", such as 11+2 14+2.
 */
export const masterComment = defineTable({
  name: 'master_comment',
  grain: 'one row per comment text (コメント) of one edition',
  columns: {
    file_id: 'bigint',
    change: 'smallint',
    code: 'text',
    name: 'text',
    pattern: 'smallint',
    digits_at: 'text',
    valid_from: 'date',
    valid_to: 'date',
  },
});

/**
 * `class` as in the list: 1 brand without generic, 2 brand with, 3 generic, ☆ brand not dearer, ★ generic not cheaper;
 * `is_excluded` where 加算等の算定対象から除外する品目 is marked, `in_cutoff` where カットオフ値の計算に含める品目 is.
 */
export const genericClass = defineTable({
  name: 'generic_class',
  grain:
    'one row per listed product (薬価基準収載医薬品) of one edition of the class list (後発医薬品の有無に関する情報)',
  columns: {
    file_id: 'bigint',
    price_code: 'text',
    ingredient: 'text',
    name: 'text',
    class: 'text',
    is_excluded: 'boolean',
    in_cutoff: 'boolean',
  },
});

/**
 * `category` is 内用薬, 注射薬, 外用薬 or 歯科用薬剤, each a file of its own; `generic` 後発品 or ★, `brand` 先発品 or 準先発品;
 * `price_milliyen` the price × 1000 of what `specification` (規格) names, with its quantity: of 10ｇ where the list says
 * 10ｇ; `expires_on` the last day of use (経過措置).
 */
export const priceList = defineTable({
  name: 'price_list',
  grain: 'one row per listed product (薬価基準収載品目) of one edition of the price list',
  columns: {
    file_id: 'bigint',
    category: 'text',
    price_code: 'text',
    ingredient: 'text',
    specification: 'text',
    name: 'text',
    generic: 'text',
    brand: 'text',
    has_generic: 'boolean',
    price_milliyen: 'bigint',
    expires_on: 'date',
  },
});

/** Prices per unit × 1000; `gap_share_milliyen` is the part of the gap to the highest generic the patient pays. */
export const selectedBrand = defineTable({
  name: 'selected_brand',
  grain: 'one row per brand under selected care (長期収載品の選定療養) of one edition of its list',
  columns: {
    file_id: 'bigint',
    price_code: 'text',
    name: 'text',
    price_milliyen: 'bigint',
    highest_generic_milliyen: 'bigint',
    gap_share_milliyen: 'bigint',
    insured_milliyen: 'bigint',
  },
});

export const masterTables = [
  masterDisease,
  masterModifier,
  masterDrug,
  masterProcedure,
  masterMaterial,
  masterDental,
  masterDispensing,
  masterNursing,
  masterComment,
  genericClass,
  priceList,
  selectedBrand,
] as const;
