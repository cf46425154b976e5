import type { CheckupClaim } from './claim.ts';
import { type ArchiveIndex, type ArchiveSummary, readIndex, readSummary } from './exchange.ts';
import type { DocumentKind } from './kinds.ts';
import type { ReadMember } from './members.ts';

/** Something noticed about the archive as a whole. */
export type ArchiveFinding = {
  readonly code:
    | 'checkup_index_missing'
    | 'checkup_index_broken'
    | 'checkup_index_count'
    | 'checkup_index_event'
    | 'checkup_summary_broken'
    | 'checkup_summary_count'
    | 'checkup_summary_yen'
    | 'checkup_mixed'
    | 'checkup_claim_alone'
    | 'checkup_other_file';
  readonly expected?: number;
  readonly found?: number;
};

/** What an archive turned out to hold besides its person documents. */
export type ArchiveTally = {
  readonly add: (member: ReadMember) => void;
  readonly bill: (claim: CheckupClaim) => void;
  /** Person documents so far (健診結果 and 保健指導), readable or not. */
  readonly persons: () => number;
  /** Person documents and claims so far: the number of the last one. */
  readonly sequence: () => number;
  /** Whether an index, summary or claim says that this is an exchange archive. */
  readonly isExchange: () => boolean;
  readonly counts: () => Readonly<Partial<Record<DocumentKind, number>>>;
  readonly index: () => ArchiveIndex | undefined;
  /** Guidance only: 保健指導 and no 健診結果. */
  readonly isGuidance: () => boolean;
  readonly findings: () => readonly ArchiveFinding[];
};

export function createTally(form: 'archive' | 'xml'): ArchiveTally {
  const counts: Partial<Record<DocumentKind, number>> = {};
  const of = (kind: DocumentKind) => counts[kind] ?? 0;
  const names = { person: new Set<string>(), claim: new Set<string>() };
  const billed = { unitYen: 0, paymentYen: 0, otherProgramYen: 0, claimYen: 0 };
  let bills = 0;
  let index: ArchiveIndex | undefined;
  let summary: ArchiveSummary | undefined;
  const persons = () => of('checkup') + of('guidance');
  const isGuidance = () => of('guidance') > 0 && of('checkup') === 0;

  return {
    add({ kind, name, content }) {
      counts[kind] = of(kind) + 1;
      if (kind === 'checkup' || kind === 'guidance') names.person.add(pairOf(name));
      if (kind === 'claim') names.claim.add(pairOf(name));
      if ('fault' in content) return;
      if (kind === 'index') index ??= readIndex(content);
      if (kind === 'summary') summary ??= readSummary(content);
    },
    bill({ unit, payment, otherProgram, claim }) {
      bills++;
      billed.unitYen += unit ?? 0;
      billed.paymentYen += payment ?? 0;
      billed.otherProgramYen += otherProgram ?? 0;
      billed.claimYen += claim;
    },
    persons,
    sequence: () => persons() + of('claim'),
    isExchange: () => of('index') + of('summary') + of('claim') > 0,
    counts: () => counts,
    index: () => index,
    isGuidance,
    findings: () => (form === 'xml' ? [] : [...indexFindings(), ...summaryFindings(), ...otherFindings()]),
  };

  function indexFindings(): ArchiveFinding[] {
    if (of('index') === 0) return [{ code: 'checkup_index_missing' }];
    const expected = index?.documents;
    if (expected === undefined) return [{ code: 'checkup_index_broken' }];
    const guides = index?.serviceEvent === '2';
    const isOther = guides !== isGuidance() && (guides || index?.serviceEvent === '1');
    return [
      ...(expected === persons()
        ? []
        : [{ code: 'checkup_index_count', expected, found: persons() } as const]),
      ...(isOther ? [{ code: 'checkup_index_event' } as const] : []),
    ];
  }

  function summaryFindings(): ArchiveFinding[] {
    if (of('summary') === 0) return [];
    const expected = summary?.subjects;
    if (summary === undefined || expected === undefined) return [{ code: 'checkup_summary_broken' }];
    const found = of('claim') || persons();
    const differing = bills === 0 ? [] : differences(summary, billed);
    return expected === found
      ? differing
      : [{ code: 'checkup_summary_count', expected, found }, ...differing];
  }

  function otherFindings(): ArchiveFinding[] {
    const alone = names.claim.difference(names.person).size;
    return [
      ...(of('guidance') > 0 && of('checkup') > 0 ? [{ code: 'checkup_mixed' } as const] : []),
      ...(alone > 0 ? [{ code: 'checkup_claim_alone', found: alone } as const] : []),
      ...(of('other') > 0 ? [{ code: 'checkup_other_file', found: of('other') } as const] : []),
    ];
  }
}

type Billed = Readonly<Record<'unitYen' | 'paymentYen' | 'otherProgramYen' | 'claimYen', number>>;

/** Sums of the summary that the claims do not add up to; what the summary leaves out is not compared. */
function differences(summary: ArchiveSummary, billed: Billed): ArchiveFinding[] {
  const pairs = [
    [summary.unitYen, billed.unitYen],
    [summary.paymentYen, billed.paymentYen],
    [summary.otherProgramYen, billed.otherProgramYen],
    [summary.claimYen, billed.claimYen],
  ] as const;
  return pairs.flatMap(([expected, found]) =>
    expected === undefined || expected === found ? [] : [{ code: 'checkup_summary_yen', expected, found }],
  );
}

/** A document and its claim share the name except the first letter. */
function pairOf(name: string): string {
  return name
    .replace(/^.*[/\\]/, '')
    .slice(1)
    .toLowerCase();
}
