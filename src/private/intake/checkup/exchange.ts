import type { XmlElement } from '../xml.ts';
import { attribute, dayOf, find } from './tree.ts';

/** What the index (ix08) declares; undefined where absent. */
export type ArchiveIndex = {
  /** Number of person documents. */
  readonly documents: number | undefined;
  /** `YYYY-MM-DD` */
  readonly createdOn: string | undefined;
};

export function readIndex(index: XmlElement): ArchiveIndex {
  return {
    documents: countOf(index, 'totalRecordCount'),
    createdOn: dayOf(attribute(find(index, 'creationTime'), 'value')),
  };
}

/** What the summary (su08) declares: claims in number and in yen; undefined where absent. */
export type ArchiveSummary = {
  readonly subjects: number | undefined;
  readonly claimYen: number | undefined;
};

export function readSummary(summary: XmlElement): ArchiveSummary {
  return {
    subjects: countOf(summary, 'totalSubjectCount'),
    claimYen: countOf(summary, 'totalClaimAmount'),
  };
}

function countOf(parent: XmlElement, name: string): number | undefined {
  const text = attribute(find(parent, name), 'value') ?? find(parent, name)?.text.trim() ?? '';
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
