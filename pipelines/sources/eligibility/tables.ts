import { defineTable } from '#shared/define.ts';

/** `household_id` is the person_id of the insured person (被保険者); `lost_on` is the first day without cover. */
export const eligibility = defineTable({
  name: 'eligibility',
  grain: 'one row per span of cover of a person in one extract of the ledger',
  columns: {
    file_id: 'bigint',
    row: 'bigint',
    person_id: 'bigint',
    household_id: 'bigint',
    relation: 'text',
    sex: 'text',
    age_month: 'date',
    employer_code: 'text',
    gained_on: 'date',
    lost_on: 'date',
    loss_reason: 'text',
  },
});

export const personLink = defineTable({
  name: 'person_link',
  grain: 'one row per key that belongs to exactly one person; refreshed wholly with each ledger',
  columns: { key: 'text', person_id: 'bigint' },
});
