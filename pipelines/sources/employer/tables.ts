import { defineTable } from '#shared/define.ts';

export const employer = defineTable({
  name: 'employer',
  grain: 'one row per employer (事業所) of one employer list',
  columns: {
    file_id: 'bigint',
    row: 'bigint',
    employer_code: 'text',
    name: 'text',
    industry: 'text',
    prefecture: 'text',
    group_code: 'text',
    opened_on: 'date',
    closed_on: 'date',
  },
});
