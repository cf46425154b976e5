import { defineTable } from '#shared/define.ts';

export const checkup = defineTable({
  name: 'checkup',
  grain: 'one row per checkup document (健診結果 hc08) of an archive that was not quarantined',
  columns: {
    file_id: 'bigint',
    /** 1, 2, 3 … over the person documents of the archive, quarantined ones included. */
    checkup_seq: 'bigint',
    /** Position of the document among the files of the archive; stands for its name in every message. */
    document: 'bigint',
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

/** The tables the checkup reader fills, besides `quarantine` and `finding`. */
export const checkupTables = [checkup, checkupResult] as const;
