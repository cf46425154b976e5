import { defineTable } from '#shared/define.ts';

export const checkup = defineTable({
  name: 'checkup',
  grain:
    'one row per checkup (健診結果: a hc08 document, or a row of a CSV by mapping) that was not quarantined',
  columns: {
    file_id: 'bigint',
    /** 1, 2, 3 … over the documents about persons (results, guidance, claims; or rows) of the file, quarantined ones included. */
    checkup_seq: 'bigint',
    /** Position of the document among the files of the archive (or line of the row); stands for its name in every message. */
    document: 'bigint',
    /** archive | xml | csv */
    form: 'text',
    /** Folder of the mapping in pipelines/sources/checkup-csv; NULL for XML. */
    layout: 'text',
    /** own | employer (事業者健診) | other-insurer | paper: who had the checkup done, or how it came. */
    provenance: 'text',
    /** 報告区分 (10 特定健診, 41 事業者健診, 19 and 49 take a document back …). */
    report_code: 'text',
    key_branch: 'text',
    key_name: 'text',
    key_base: 'text',
    sex: 'text',
    examined_on: 'date',
    /** Whole years completed before the day of the examination began. */
    age_on_day: 'smallint',
    institution: 'text',
    /** Programme code (健診プログラムサービスコード); 010 is 特定健診. */
    program: 'text',
    insurer_number: 'text',
    /** Digest of its results: the same checkup with other results is not a duplicate but a correction. */
    content: 'text',
    /** Always 1: the unit of reconciliation is the document. */
    records: 'integer',
  },
});

export const checkupResult = defineTable({
  name: 'checkup_result',
  grain: 'one row per item of a checkup document; of an item that stands there twice, the first',
  columns: {
    file_id: 'bigint',
    checkup_seq: 'bigint',
    item_code: 'text',
    /** measured | not_performed (未実施) | not_measurable (測定不可能); an item without a row is missing. */
    state: 'text',
    /** In the listed unit of the item; a value in another unit stands in `text`. */
    number: 'double',
    choice: 'text',
    /** Last part of the OID of the option list the code is from. */
    choice_system: 'text',
    text: 'text',
    /** The listed one where it differs only in letter case; else as written. */
    unit: 'text',
    /** H or L where the value lies beyond the range of input. */
    flag: 'text',
    /** Order inside the document, from 1. */
    position: 'integer',
  },
});

/** Bills for checkups and guidance (決済情報 cc08 and gc08); amounts in yen as the documents carry them. */
export const checkupClaim = defineTable({
  name: 'checkup_claim',
  grain: 'one row per claim document (決済情報) of an archive that was not quarantined',
  columns: {
    file_id: 'bigint',
    /** In one numbering with `checkup_seq`. */
    claim_seq: 'bigint',
    document: 'bigint',
    /** checkup (cc08) | guidance (gc08) */
    kind: 'text',
    key_branch: 'text',
    key_name: 'text',
    key_base: 'text',
    sex: 'text',
    insurer_number: 'text',
    institution: 'text',
    /** 実施区分 (1 checkup, 2 guidance …). */
    service_event: 'text',
    /** 請求区分: 1 basic, 2 with detail, 3 with extra, 4 both, 5 dock. */
    claim_type: 'text',
    /** 保健指導区分 and 実施時点 of a claim for guidance. */
    level_code: 'text',
    timing_code: 'text',
    /** 基本的な健診, 詳細な健診 and 追加健診 (単価). */
    basic_yen: 'bigint',
    detail_yen: 'bigint',
    other_yen: 'bigint',
    /** 単価 (合計), of guidance the amount calculated. */
    unit_yen: 'bigint',
    /** 窓口負担 */
    payment_yen: 'bigint',
    /** 他健診負担 */
    other_program_yen: 'bigint',
    /** 請求金額: what the insurer is to bear. */
    claim_yen: 'bigint',
    /** 実施済み and 予定 points of continued support. */
    points_completed: 'integer',
    points_intended: 'integer',
    content: 'text',
  },
});

export const guidance = defineTable({
  name: 'guidance',
  grain:
    'one row per guidance document (保健指導結果 hg08, or a row of a CSV by mapping) that was not quarantined',
  columns: {
    file_id: 'bigint',
    /** In one numbering with `checkup_seq`. */
    guidance_seq: 'bigint',
    document: 'bigint',
    form: 'text',
    layout: 'text',
    provenance: 'text',
    key_branch: 'text',
    key_name: 'text',
    key_base: 'text',
    sex: 'text',
    /** Day of the event the document tells of: first interview, final evaluation … */
    event_on: 'date',
    age_on_day: 'smallint',
    insurer_number: 'text',
    /** 10 digits of the contractor (保健指導機関). */
    institution: 'text',
    program: 'text',
    /** 報告区分: 21 begun, 22 evaluated, 23 stopped, 24 other, 25 first interview incomplete, 30 to the state. */
    report_code: 'text',
    /** 保健指導区分: 1 積極的支援, 2 動機付け支援, 3 動機付け支援相当. */
    level_code: 'text',
    /** 健診実施年月日: the checkup the guidance follows. */
    examined_on: 'date',
    content: 'text',
    records: 'integer',
  },
});

export const guidanceResult = defineTable({
  name: 'guidance_result',
  grain: 'one row per item of a guidance document; of an item that stands twice in one act, the first',
  columns: {
    file_id: 'bigint',
    guidance_seq: 'bigint',
    /** 90010 … 90080 */
    section: 'text',
    /** The act the item belongs to, as in `guidance_support`; NULL outside of acts. */
    support_seq: 'integer',
    /** 10 digits (保健指導項目コード). */
    item_code: 'text',
    state: 'text',
    /** Number in the listed unit, points, times. */
    number: 'double',
    choice: 'text',
    choice_system: 'text',
    text: 'text',
    unit: 'text',
    /** Of an item that is a day. */
    day: 'date',
    position: 'integer',
  },
});

export const guidanceSupport = defineTable({
  name: 'guidance_support',
  grain: 'one row per support that was given (支援): interview, evaluation, continued support',
  columns: {
    file_id: 'bigint',
    guidance_seq: 'bigint',
    /** Order inside the document, from 1. */
    support_seq: 'integer',
    /** 90020 first part of a split first interview, 90030, 90040, 90050, 90060. */
    section: 'text',
    /** first | continued | interim | final */
    kind: 'text',
    held_on: 'date',
    /** 支援形態: 1 individual, 2 individual remote, 3 group, 4 group remote, 5 telephone, 6 e-mail. */
    form_code: 'text',
    minutes: 'integer',
    /** 実施者: 1 doctor, 2 public health nurse (保健師), 3 dietitian (管理栄養士), 4 other. */
    performer_code: 'text',
    /** Process points (支援の実施ポイント) as delivered. */
    points: 'integer',
  },
});

/** CSV files that divide a checkup among several files, whose rows have a key in common (KEY1, KEY2). */
export const checkupPart = defineTable({
  name: 'checkup_part',
  grain:
    'one row per row of a CSV that may be continued in another file (then raw.checkup has it too), or continues one (then only its results are here)',
  columns: {
    file_id: 'bigint',
    /** In one numbering with `checkup_seq`; raw.checkup_result has its results. */
    part_seq: 'bigint',
    /** Keyed hash of the key. */
    join_key: 'text',
    is_first: 'boolean',
    /** 1 of a row that continues another one; what is continued is counted in raw.checkup. */
    records: 'integer',
  },
});

/** The tables the readers of checkups and guidance fill, besides `quarantine` and `finding`. */
export const checkupTables = [
  checkup,
  checkupResult,
  checkupClaim,
  guidance,
  guidanceResult,
  guidanceSupport,
  checkupPart,
] as const;
