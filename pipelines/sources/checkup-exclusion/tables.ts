import { defineTable } from '#shared/define.ts';

export const checkupExclusion = defineTable({
  name: 'checkup_exclusion',
  grain: 'one row per exclusion of a person in one list',
  columns: {
    file_id: 'bigint',
    row: 'bigint',
    person_id: 'bigint',
    /** pregnancy | hospital | facility | prison | abroad | domicile | other */
    reason: 'text',
    from_on: 'date',
    to_on: 'date',
    as_of: 'date',
  },
});
