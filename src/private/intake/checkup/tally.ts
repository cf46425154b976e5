import { type ArchiveIndex, type ArchiveSummary, readIndex, readSummary } from './exchange.ts';
import type { DocumentKind } from './kinds.ts';
import type { ReadMember } from './members.ts';

/** Something noticed about the archive as a whole. */
export type ArchiveFinding = {
  readonly code:
    | 'checkup_index_missing'
    | 'checkup_index_broken'
    | 'checkup_index_count'
    | 'checkup_summary_broken'
    | 'checkup_summary_count'
    | 'checkup_claims_not_read'
    | 'checkup_other_file';
  readonly expected?: number;
  readonly found?: number;
};

/** What an archive turned out to hold besides its person documents. */
export type ArchiveTally = {
  readonly add: (member: ReadMember) => void;
  /** Person documents so far (健診結果 and 保健指導), readable or not. */
  readonly persons: () => number;
  /** Whether an index, summary or claim says that this is an exchange archive. */
  readonly isExchange: () => boolean;
  readonly counts: () => Readonly<Partial<Record<DocumentKind, number>>>;
  readonly index: () => ArchiveIndex | undefined;
  readonly summary: () => ArchiveSummary | undefined;
  readonly findings: () => readonly ArchiveFinding[];
};

export function createTally(): ArchiveTally {
  const counts: Partial<Record<DocumentKind, number>> = {};
  const of = (kind: DocumentKind) => counts[kind] ?? 0;
  let index: ArchiveIndex | undefined;
  let summary: ArchiveSummary | undefined;
  const persons = () => of('checkup') + of('guidance');

  return {
    add({ kind, content }) {
      counts[kind] = of(kind) + 1;
      if ('fault' in content) return;
      if (kind === 'index') index ??= readIndex(content);
      if (kind === 'summary') summary ??= readSummary(content);
    },
    persons,
    isExchange: () => of('index') + of('summary') + of('claim') > 0,
    counts: () => counts,
    index: () => index,
    summary: () => summary,
    findings: () => [...indexFindings(), ...summaryFindings(), ...otherFindings()],
  };

  function indexFindings(): ArchiveFinding[] {
    if (of('index') === 0) return [{ code: 'checkup_index_missing' }];
    const expected = index?.documents;
    if (expected === undefined) return [{ code: 'checkup_index_broken' }];
    return expected === persons() ? [] : [{ code: 'checkup_index_count', expected, found: persons() }];
  }

  function summaryFindings(): ArchiveFinding[] {
    if (of('summary') === 0) return [];
    const expected = summary?.subjects;
    if (expected === undefined) return [{ code: 'checkup_summary_broken' }];
    const found = of('claim') || persons();
    return expected === found ? [] : [{ code: 'checkup_summary_count', expected, found }];
  }

  function otherFindings(): ArchiveFinding[] {
    return [
      ...(of('claim') > 0 ? [{ code: 'checkup_claims_not_read', found: of('claim') } as const] : []),
      ...(of('other') > 0 ? [{ code: 'checkup_other_file', found: of('other') } as const] : []),
    ];
  }
}
