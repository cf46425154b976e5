import { employerCategory, employerProgram } from './codes.ts';
import type { ArchiveIndex } from './exchange.ts';
import type { PersonHeader } from './header.ts';

/** Who had the checkup done, or how its result came: `provenance` of raw.checkup. */
export type Provenance = 'own' | 'employer' | 'other-insurer' | 'paper';

/** 実施区分: results received from other checkups (他の健診結果の受領分). */
const received = '4';
/** 種別: insurer to insurer. */
const betweenInsurers = '8';

/**
 * By what index, folder name and document say. The index goes before the name of the folder, which often deviates.
 * @param folderEvent 実施区分 at the end of the folder's name
 */
export function provenanceOf(
  { program, category }: Pick<PersonHeader, 'program' | 'category'>,
  index: ArchiveIndex | undefined,
  folderEvent: string | undefined,
): Provenance {
  if (isTransfer(index)) return 'other-insurer';
  const event = index?.serviceEvent ?? folderEvent;
  const isEmployers = event === received || program === employerProgram || category === employerCategory;
  return isEmployers ? 'employer' : 'own';
}

/** Sent from insurer to insurer for a person who moved: its documents carry the number of the insurer before. */
export function isTransfer(index: ArchiveIndex | undefined): boolean {
  return index?.interaction === betweenInsurers;
}
