import { type CheckupHeader, type HeaderFault, readHeader } from './header.ts';
import type { ReadMember } from './members.ts';
import { type CheckupResults, readResults } from './results.ts';

/** Why a person document is set aside; `src/private/intake/checkup/words.ts` says it in words. */
export type RejectReason =
  | 'checkup_damaged'
  | 'checkup_broken_xml'
  | 'not_yet_read'
  | 'other_insurer'
  | 'future_month'
  | HeaderFault;

export type PersonDocument =
  | { readonly reject: RejectReason; readonly line: number }
  | ({ readonly header: CheckupHeader } & CheckupResults);

/** Reads one person document, or says why it is set aside. @param thisMonth `YYYY-MM` */
export function readPerson(
  member: ReadMember,
  insurer: string | undefined,
  thisMonth: string,
): PersonDocument {
  const { content } = member;
  if ('fault' in content) {
    const reject = content.fault === 'damaged' ? 'checkup_damaged' : 'checkup_broken_xml';
    return { reject, line: content.line };
  }
  if (member.kind === 'guidance') return { reject: 'not_yet_read', line: content.line };
  const header = readHeader(content);
  if ('fault' in header) return { reject: header.fault, line: header.line };
  if (insurer !== undefined && header.insurer !== insurer) {
    return { reject: 'other_insurer', line: content.line };
  }
  if (header.examinedOn.slice(0, 7) > thisMonth) return { reject: 'future_month', line: content.line };
  return { header, ...readResults(content) };
}
