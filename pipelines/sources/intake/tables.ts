import { defineTable } from '#shared/define.ts';

/** `records`, `receipts`, `points` and `yen` are what came in with the file, before anything was dropped. */
export const file = defineTable({
  name: 'file',
  grain: 'one row per file that was taken in',
  columns: {
    file_id: 'bigint',
    sha256: 'text',
    kind: 'text',
    form: 'text',
    name: 'text',
    bytes: 'bigint',
    records: 'bigint',
    receipts: 'bigint',
    points: 'bigint',
    yen: 'bigint',
    processing_month: 'text',
    as_of: 'date',
    ingested_at: 'timestamp',
  },
});

export const quarantine = defineTable({
  name: 'quarantine',
  grain:
    'one row per receipt, document or row that was set aside (隔離), with its place in the original and a reason code',
  columns: {
    file_id: 'bigint',
    position: 'bigint',
    line: 'bigint',
    line_end: 'bigint',
    reason: 'text',
    /** Names of the columns it is about, as the mapping of the CSV has them. */
    columns: 'text',
    records: 'bigint',
    receipts: 'bigint',
    points: 'bigint',
    yen: 'bigint',
    byte_from: 'bigint',
    byte_to: 'bigint',
  },
});

export const duplicate = defineTable({
  name: 'duplicate',
  grain: 'one row per receipt or checkup that had come in before (重複)',
  columns: {
    file_id: 'bigint',
    position: 'bigint',
    of_file_id: 'bigint',
    records: 'bigint',
    receipts: 'bigint',
    points: 'bigint',
    yen: 'bigint',
  },
});

export const finding = defineTable({
  name: 'finding',
  grain:
    'one row per thing noticed in a file that did not stop it; never a value about a person except points',
  columns: {
    file_id: 'bigint',
    position: 'bigint',
    line: 'bigint',
    code: 'text',
    /** Item code it is about, or the name of a column: of a mapping, or a plain word in the head of a CSV. */
    item: 'text',
    expected: 'bigint',
    found: 'bigint',
  },
});

export const audited = defineTable({
  name: 'audited',
  grain:
    'one row per file whose intake stands in the audit chain; what is missing is entered at the next start',
  columns: { file_id: 'bigint' },
});

export const refused = defineTable({
  name: 'refused',
  grain:
    'one row per file that was not taken in when it was last tried, with its reason and what to do; nothing of its content',
  columns: {
    name: 'text',
    code: 'text',
    ja: 'text',
    en: 'text',
    hint_ja: 'text',
    hint_en: 'text',
    refused_at: 'timestamp',
  },
});

export const batchConfirmation = defineTable({
  name: 'batch_confirmation',
  grain:
    'one row per file of checkups or guidance that has taken effect (確定); what has none waits, outside of every table of core',
  columns: {
    file_id: 'bigint',
    /** Id of the registered person; NULL where nobody was registered yet, so that it took effect at once. */
    confirmed_by: 'text',
    confirmed_at: 'timestamp',
  },
});
