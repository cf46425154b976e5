import { defineTable } from '#shared/define.ts';

/**
 * `identity` is the 検索番号, or what stands for it where the form has none; `content` the CRC-32 of its lines. Points
 * are null and `decided_yen` set where a kind is billed in yen (訪問看護, 療養費). `bundle_points` is the 包括 part of a DPC
 * receipt, `prescribed_on` the first 処方月日 of a pharmacy's, `meal_share_yen` the standard amounts (標準負担額) its head names.
 */
export const receipt = defineTable({
  name: 'receipt',
  grain:
    'one row per version of a receipt (レセプト) or claim (療養費) that was not quarantined, after corrections; a DPC cover and its details are one',
  columns: {
    file_id: 'bigint',
    receipt_seq: 'bigint',
    line: 'bigint',
    byte_from: 'bigint',
    byte_to: 'bigint',
    records: 'integer',
    identity: 'text',
    content: 'bigint',
    search_number: 'text',
    kind: 'text',
    form: 'text',
    source: 'text',
    receipt_type: 'text',
    service_month: 'date',
    processing_month: 'date',
    insurer_number: 'text',
    key_branch: 'text',
    key_name: 'text',
    key_base: 'text',
    sex: 'mark',
    institution: 'text',
    prescriber: 'text',
    prescribed_on: 'date',
    department: 'mark',
    inpatient: 'boolean',
    admitted_on: 'date',
    discharged_on: 'date',
    dpc_code: 'text',
    days: 'integer',
    claimed_points: 'bigint',
    decided_points: 'bigint',
    computed_points: 'bigint',
    bundle_points: 'bigint',
    claimed_yen: 'bigint',
    decided_yen: 'bigint',
    meal_count: 'integer',
    meal_yen: 'bigint',
    meal_share_yen: 'bigint',
    patient_share_yen: 'bigint',
    public_only: 'boolean',
    special_notes: 'text',
    corrected: 'boolean',
  },
});

/** `points` are yen where the receipt is billed in yen. */
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
  grain:
    'one row per disease row (SY, SB of a DPC receipt, HS of a dental one); disease_text only where the disease is uncoded',
  columns: {
    file_id: 'bigint',
    receipt_seq: 'bigint',
    line: 'bigint',
    disease_code: 'text',
    modifiers: 'text',
    started_on: 'date',
    outcome: 'mark',
    is_main: 'boolean',
    role: 'text',
    icd10: 'text',
    teeth: 'text',
    disease_text: 'text',
  },
});

/**
 * Points stand on the last row of a medical unit and count once per `count`; a pharmacy row carries its whole
 * points and no count, so `points * coalesce(count, 1)` is right for both. Section (診療識別) 97 is in yen, not points; of a
 * pharmacy's drugs and materials it is the 剤形 (1 内服, 3 屯服, 5 外用 …).
 */
export const detail = defineTable({
  name: 'detail',
  grain: 'one row per procedure, drug, material, comment or pharmacy fee of a receipt',
  columns: {
    file_id: 'bigint',
    receipt_seq: 'bigint',
    line: 'bigint',
    record: 'mark',
    unit_seq: 'integer',
    section: 'mark',
    burden: 'mark',
    code: 'text',
    quantity: 'double',
    points: 'bigint',
    count: 'integer',
    days_mask: 'integer',
    price_milliyen: 'bigint',
    yen: 'bigint',
  },
});

/** What the bundle (包括) of a DPC stay contained, and what was billed besides it; it has no points. */
export const coding = defineTable({
  name: 'coding',
  grain: 'one row per coding row (CD, コーディングデータ) of a DPC receipt',
  columns: {
    file_id: 'bigint',
    receipt_seq: 'bigint',
    line: 'bigint',
    performed_on: 'date',
    section: 'mark',
    code: 'text',
    quantity: 'double',
    unit: 'text',
    count: 'integer',
  },
});

/**
 * `change`: returned (返戻), withdrawn (過誤), reexamined (再審査), transferred (振替). `decided_points` (yen where the
 * receipt is billed in yen) and `meal_yen` only where a re-examination gives new figures without a new receipt.
 */
export const receiptChange = defineTable({
  name: 'receipt_change',
  grain: 'one row per notice that a receipt taken in earlier has gone back or changed',
  columns: {
    file_id: 'bigint',
    line: 'bigint',
    search_number: 'text',
    processed_month: 'date',
    change: 'text',
    decided_points: 'bigint',
    meal_yen: 'bigint',
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
export const receiptTables = [
  receipt,
  publicPayer,
  diagnosis,
  detail,
  coding,
  receiptChange,
  unknownRecord,
  institution,
] as const;
