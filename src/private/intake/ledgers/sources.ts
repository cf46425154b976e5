import { checkupExclusionContract } from '#pipelines/sources/checkup-exclusion/contract.ts';
import { checkupExclusion } from '#pipelines/sources/checkup-exclusion/tables.ts';
import { consentContract } from '#pipelines/sources/consent/contract.ts';
import { consent } from '#pipelines/sources/consent/tables.ts';
import { eligibilityContract } from '#pipelines/sources/eligibility/contract.ts';
import { eligibility } from '#pipelines/sources/eligibility/tables.ts';
import { employerContract } from '#pipelines/sources/employer/contract.ts';
import { employer } from '#pipelines/sources/employer/tables.ts';
import type { Source } from '../reader.ts';
import { byHeader } from './header.ts';
import { consentOfMember, exclusionOfMember, identity, identityKey, spanOfMember } from './tables.ts';

const lists = [consentContract, checkupExclusionContract];

export const eligibilitySource: Source = {
  kind: 'eligibility',
  tables: [eligibility],
  scratchTables: [spanOfMember, identity, identityKey],
  sniff: byHeader(eligibilityContract),
  load: async () => (await import('./eligibility.ts')).readEligibility,
};

export const employerSource: Source = {
  kind: 'employer',
  tables: [employer],
  sniff: byHeader(employerContract),
  load: async () => (await import('./employer.ts')).readEmployers,
};

export const consentSource: Source = {
  kind: 'consent',
  tables: [consent],
  scratchTables: [consentOfMember],
  sniff: byHeader(consentContract, lists),
  load: async () => (await import('./member-list.ts')).readConsent,
};

export const checkupExclusionSource: Source = {
  kind: 'checkup-exclusion',
  tables: [checkupExclusion],
  scratchTables: [exclusionOfMember],
  sniff: byHeader(checkupExclusionContract, lists),
  load: async () => (await import('./member-list.ts')).readCheckupExclusions,
};
