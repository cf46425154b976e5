import { checkupExclusion } from '#pipelines/sources/checkup-exclusion/tables.ts';
import { consent } from '#pipelines/sources/consent/tables.ts';
import { eligibility } from '#pipelines/sources/eligibility/tables.ts';
import { defineTable } from '#shared/define.ts';

/** Scratch tables: as their raw tables, but persons are still named by member key; the vault knows the ids. */
const { person_id: _spanPerson, household_id: _household, ...spanColumns } = eligibility.columns;
const { person_id: _flagPerson, ...flagColumns } = consent.columns;
const { person_id: _excludedPerson, ...exclusionColumns } = checkupExclusion.columns;

export const spanOfMember = defineTable({
  name: 'span_of_member',
  grain: 'one row per row of raw.eligibility, before the persons have ids',
  columns: { member_key: 'text', household_key: 'text', ...spanColumns },
});

export const consentOfMember = defineTable({
  name: 'consent_of_member',
  grain: 'one row per row of raw.consent, before the persons have ids',
  columns: { member_key: 'text', ...flagColumns },
});

export const exclusionOfMember = defineTable({
  name: 'checkup_exclusion_of_member',
  grain: 'one row per row of raw.checkup_exclusion, before the persons have ids',
  columns: { member_key: 'text', ...exclusionColumns },
});

/** `sealed` is base64; of a person's rows the last one counts. */
export const identity = defineTable({
  name: 'identity',
  grain: 'one row per identity that was the newest of its person when read',
  columns: { member_key: 'text', row: 'bigint', sealed: 'text' },
});

export const identityKey = defineTable({
  name: 'identity_key',
  grain: 'one row per person and key',
  columns: { member_key: 'text', key: 'text' },
});
