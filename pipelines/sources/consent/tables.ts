import { defineTable } from '#shared/define.ts';

export const consent = defineTable({
  name: 'consent',
  grain: 'one row per flag of a person in one consent file',
  columns: {
    file_id: 'bigint',
    row: 'bigint',
    person_id: 'bigint',
    flag: 'text',
    from_on: 'date',
    to_on: 'date',
    as_of: 'date',
  },
});
