import { defineTable } from '#shared/define.ts';

export const masterDisease = defineTable({
  name: 'master_disease',
  grain: 'one row per disease name (傷病名) of one edition',
  columns: {
    file_id: 'bigint',
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
    code: 'text',
    name: 'text',
    category: 'text',
    valid_from: 'date',
    valid_to: 'date',
  },
});

/** `price_milliyen` is the price per unit × 1000; `price_code` the 12 characters of the 薬価基準. */
export const masterDrug = defineTable({
  name: 'master_drug',
  grain: 'one row per drug (医薬品) of one edition',
  columns: {
    file_id: 'bigint',
    code: 'text',
    name: 'text',
    unit: 'text',
    price_type: 'smallint',
    price_milliyen: 'bigint',
    price_code: 'text',
    generic: 'boolean',
    dosage_form: 'text',
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
    code: 'text',
    name: 'text',
    price_type: 'smallint',
    price_milliyen: 'bigint',
    valid_from: 'date',
    valid_to: 'date',
  },
});

export const masterComment = defineTable({
  name: 'master_comment',
  grain: 'one row per comment text (コメント) of one edition',
  columns: { file_id: 'bigint', code: 'text', name: 'text' },
});

/** `class` as in the list: 1 brand without generic, 2 brand with, 3 generic, ☆ brand not dearer, ★ generic not cheaper. */
export const genericClass = defineTable({
  name: 'generic_class',
  grain:
    'one row per listed product (薬価基準収載医薬品) of one edition of the class list (後発医薬品の有無に関する情報)',
  columns: { file_id: 'bigint', price_code: 'text', ingredient: 'text', name: 'text', class: 'text' },
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
  masterComment,
  genericClass,
  selectedBrand,
] as const;
