import { defineTable } from '#shared/define.ts';

export const receipt = defineTable({
  name: 'receipt',
  grain: 'one row per receipt (レセプト) of an insurer file that was not quarantined, after corrections',
  columns: {
    file_id: 'bigint',
    receipt_seq: 'bigint',
    line: 'bigint',
    byte_from: 'bigint',
    byte_to: 'bigint',
    records: 'integer',
    search_number: 'text',
    kind: 'text',
    receipt_type: 'text',
    service_month: 'date',
    processing_month: 'date',
    insurer_number: 'text',
    key_branch: 'text',
    key_name: 'text',
    key_base: 'text',
    sex: 'text',
    institution: 'text',
    prescriber: 'text',
    inpatient: 'boolean',
    admitted_on: 'date',
    days: 'integer',
    claimed_points: 'bigint',
    decided_points: 'bigint',
    computed_points: 'bigint',
    meal_count: 'integer',
    meal_yen: 'bigint',
    patient_share_yen: 'bigint',
    public_only: 'boolean',
    special_notes: 'text',
    corrected: 'boolean',
  },
});

export const publicPayer = defineTable({
  name: 'public_payer',
  grain: 'one row per public programme (公費) that shares a receipt, in order of priority',
  columns: {
    file_id: 'bigint',
    receipt_seq: 'bigint',
    ordinal: 'smallint',
    program: 'text',
    days: 'integer',
    points: 'bigint',
    share_yen: 'bigint',
  },
});

export const diagnosis = defineTable({
  name: 'diagnosis',
  grain: 'one row per disease row (SY) of a medical receipt; disease_text only where the disease is uncoded',
  columns: {
    file_id: 'bigint',
    receipt_seq: 'bigint',
    line: 'bigint',
    disease_code: 'text',
    modifiers: 'text',
    started_on: 'date',
    outcome: 'text',
    is_main: 'boolean',
    disease_text: 'text',
  },
});

/**
 * Points stand on the last row of a medical unit and count once per `count`; a pharmacy row carries its whole
 * points and no count, so `points * coalesce(count, 1)` is right for both. Section 97 is in yen, not points.
 */
export const detail = defineTable({
  name: 'detail',
  grain: 'one row per procedure, drug, material, comment or pharmacy fee of a receipt',
  columns: {
    file_id: 'bigint',
    receipt_seq: 'bigint',
    line: 'bigint',
    record: 'text',
    unit_seq: 'integer',
    section: 'text',
    burden: 'text',
    code: 'text',
    quantity: 'double',
    points: 'bigint',
    count: 'integer',
    days_mask: 'integer',
    price_milliyen: 'bigint',
  },
});

export const unknownRecord = defineTable({
  name: 'unknown_record',
  grain:
    'one row per line whose record is not read: unknown identifiers, unreadable lines, rows about an organ donor',
  columns: {
    file_id: 'bigint',
    receipt_seq: 'bigint',
    line: 'bigint',
    record: 'text',
    columns: 'integer',
  },
});

/** A part of the file, not of one receipt: a receipt that is a duplicate leaves its institution's name here. */
export const institution = defineTable({
  name: 'institution',
  grain: 'one row per institution (医療機関・薬局) named in one file, by the last receipt that names it',
  columns: { file_id: 'bigint', institution: 'text', name: 'text', claim_month: 'date' },
});

/** The tables the receipt reader fills, besides `quarantine` and `finding`, which belong to intake as a whole. */
export const receiptTables = [receipt, publicPayer, diagnosis, detail, unknownRecord, institution] as const;
