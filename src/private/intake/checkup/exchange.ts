import type { XmlElement } from '../xml.ts';
import { codeOf } from './codes.ts';
import { attribute, dayOf, find } from './tree.ts';

/** What the index (ix08) declares; undefined where absent. */
export type ArchiveIndex = {
  /** Number of person documents. */
  readonly documents: number | undefined;
  /** `YYYY-MM-DD` */
  readonly createdOn: string | undefined;
  /** 種別: from whom to whom. */
  readonly interaction: string | undefined;
  /** 実施区分: 1 checkups, 2 guidance, 3 and 5 to the state, 4 results received. */
  readonly serviceEvent: string | undefined;
};

export function readIndex(index: XmlElement): ArchiveIndex {
  const code = (name: string) => codeOf('choice', attribute(find(index, name), 'code'));
  return {
    documents: countOf(index, 'totalRecordCount'),
    createdOn: dayOf(attribute(find(index, 'creationTime'), 'value')),
    interaction: code('interactionType'),
    serviceEvent: code('serviceEventType'),
  };
}

/** What the summary (su08) declares: claims in number and in yen; undefined where absent. */
export type ArchiveSummary = {
  readonly subjects: number | undefined;
  readonly unitYen: number | undefined;
  readonly paymentYen: number | undefined;
  readonly otherProgramYen: number | undefined;
  readonly claimYen: number | undefined;
};

export function readSummary(summary: XmlElement): ArchiveSummary {
  return {
    subjects: countOf(summary, 'totalSubjectCount'),
    unitYen: countOf(summary, 'totalCostAmount'),
    paymentYen: countOf(summary, 'totalPaymentAmount'),
    otherProgramYen: countOf(summary, 'totalPaymentByOtherProgram'),
    claimYen: countOf(summary, 'totalClaimAmount'),
  };
}

function countOf(parent: XmlElement, name: string): number | undefined {
  const text = attribute(find(parent, name), 'value') ?? find(parent, name)?.text.trim() ?? '';
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
