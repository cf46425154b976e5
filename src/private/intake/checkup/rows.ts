import type { PersonKeys } from '../../vault/keys.ts';
import { ageOnDay } from './age.ts';
import type { CheckupClaim } from './claim.ts';
import type { PersonHeader } from './header.ts';
import type { Provenance } from './provenance.ts';
import type { Support } from './support.ts';
import type { ItemValue } from './value.ts';

/** How a document (or row) came: `form`, `provenance` and `layout` of raw.checkup and raw.guidance. */
export type Origin = {
  readonly form: 'archive' | 'xml' | 'csv';
  readonly provenance: Provenance;
  readonly layout?: string;
};

/** Columns that a checkup and a guidance document share. Names, symbols and numbers end here: only keys of them are kept. */
export function personColumns(header: PersonHeader, keys: PersonKeys, { form, provenance, layout }: Origin) {
  return {
    form,
    layout,
    provenance,
    report_code: header.category,
    key_branch: keys.branch,
    key_name: keys.name,
    key_base: keys.base,
    sex: header.sex,
    age_on_day: ageOnDay(header.birthDate, header.day),
    institution: header.institution,
    program: header.program,
    insurer_number: header.insurer,
    records: 1,
  };
}

/** Columns that a result and an item of guidance share. */
export function valueColumns(value: ItemValue) {
  return {
    state: value.state,
    number: value.number,
    choice: value.choice,
    choice_system: value.choiceSystem,
    text: value.text,
    unit: value.unit,
  };
}

/** Minutes and points as a sheet of guidance can have them; anything else stays with its item only. */
function countOf(number: number | undefined): number | undefined {
  return number !== undefined && Number.isInteger(number) && number >= 0 && number < 100_000
    ? number
    : undefined;
}

export function supportColumns(support: Support) {
  return {
    section: support.section,
    kind: support.kind,
    held_on: support.heldOn,
    form_code: support.form,
    minutes: countOf(support.minutes),
    performer_code: support.performer,
    points: countOf(support.points),
  };
}

export function claimColumns(claim: CheckupClaim, keys: PersonKeys) {
  return {
    kind: claim.kind,
    key_branch: keys.branch,
    key_name: keys.name,
    key_base: keys.base,
    sex: claim.marks.sex,
    insurer_number: claim.marks.insurer,
    institution: claim.institution,
    service_event: claim.serviceEvent,
    claim_type: claim.claimType,
    level_code: claim.level,
    timing_code: claim.timing,
    basic_yen: claim.basic,
    detail_yen: claim.detail,
    other_yen: claim.other,
    unit_yen: claim.unit,
    payment_yen: claim.payment,
    other_program_yen: claim.otherProgram,
    claim_yen: claim.claim,
    points_completed: claim.pointsCompleted,
    points_intended: claim.pointsIntended,
  };
}
