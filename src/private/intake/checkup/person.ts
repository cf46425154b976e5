import { hash } from 'node:crypto';
import type { XmlElement } from '../xml.ts';
import { type CheckupClaim, type ClaimFault, readClaim } from './claim.ts';
import { type GuidanceRecord, readGuidance } from './guidance.ts';
import { type HeaderFault, type PersonHeader, readHeader } from './header.ts';
import type { DocumentKind } from './kinds.ts';
import type { ReadMember } from './members.ts';
import { type CheckupResults, readResults } from './results.ts';

/** Documents about persons: results (健診結果), guidance (保健指導結果) and bills for either (決済情報). */
export type PersonKind = Extract<DocumentKind, 'checkup' | 'guidance' | 'claim'>;

export function isPersonKind(kind: DocumentKind): kind is PersonKind {
  return kind === 'checkup' || kind === 'guidance' || kind === 'claim';
}

/** Why a document about a person is set aside; `src/private/intake/checkup/words.ts` says it in words. */
export type RejectReason =
  | 'checkup_damaged'
  | 'checkup_broken_xml'
  | 'other_insurer'
  | 'future_month'
  | HeaderFault
  | ClaimFault;

export type RejectedDocument = {
  readonly kind: PersonKind;
  readonly reject: RejectReason;
  readonly line: number;
  /** Of a claim whose amount could be read. */
  readonly yen: number;
};

export type AcceptedDocument =
  | ({ readonly kind: 'checkup'; readonly header: PersonHeader; readonly content: string } & CheckupResults)
  | ({ readonly kind: 'guidance'; readonly header: PersonHeader; readonly content: string } & GuidanceRecord)
  | { readonly kind: 'claim'; readonly claim: CheckupClaim; readonly content: string };

/**
 * Reads one document about a person, or says why it is set aside.
 * @param insurer 保険者番号; undefined where any insurer's is welcome
 * @param thisMonth `YYYY-MM`
 */
export function readPerson(
  { content, name }: Pick<ReadMember, 'content' | 'name'>,
  kind: PersonKind,
  insurer: string | undefined,
  thisMonth: string,
): AcceptedDocument | RejectedDocument {
  if ('fault' in content) {
    const reject = content.fault === 'damaged' ? 'checkup_damaged' : 'checkup_broken_xml';
    return { kind, reject, line: content.line, yen: 0 };
  }
  if (kind === 'claim') return readBill(content, name, insurer);
  const rejected = (reject: RejectReason, line: number) => ({ kind, reject, line, yen: 0 });
  const header = readHeader(content);
  if ('fault' in header) return rejected(header.fault, header.line);
  if (insurer !== undefined && header.insurer !== insurer) return rejected('other_insurer', content.line);
  if (header.day.slice(0, 7) > thisMonth) return rejected('future_month', content.line);
  if (kind === 'checkup') {
    const read = readResults(content);
    return { kind, header, content: contentOf(read.results), ...read };
  }
  const record = readGuidance(content);
  return { kind, header, content: contentOf([record.supports, record.results]), ...record };
}

/** Claims carry no day; the name of the file, which has one, tells the claims of two years for the same amount apart. */
function readBill(
  content: XmlElement,
  name: string,
  insurer: string | undefined,
): AcceptedDocument | RejectedDocument {
  const claim = readClaim(content);
  if ('fault' in claim) return { kind: 'claim', reject: claim.fault, line: claim.line, yen: 0 };
  if (insurer !== undefined && claim.marks.insurer !== insurer) {
    return { kind: 'claim', reject: 'other_insurer', line: content.line, yen: claim.claim };
  }
  return { kind: 'claim', claim, content: contentOf([claim, name.replace(/^.*[/\\]/, '').toLowerCase()]) };
}

/** Digest by which the same content is known again: `content` of raw.checkup, raw.guidance and raw.checkup_claim. */
export function contentOf(read: unknown): string {
  return hash('sha256', JSON.stringify(read), 'base64url').slice(0, 22);
}
