import type { DraftHeader } from '../documents/draft.ts';
import { archiveSize } from './archives.ts';
import type { DocumentSettings } from './document-settings.ts';
import type { Found } from './found.ts';
import { statutoryLabels } from './labels.ts';
import { statutorySettings } from './settings.ts';
import { type Survey, totalOf } from './survey.ts';

export const purpose = 'state-report';

/** Who reports. */
export type Reporter = {
  /** 8 digits */
  readonly insurer: string;
  /** Name of the society. */
  readonly name: string;
  /** Id of the registered person who makes it, or `operator`. */
  readonly maker: string;
};

/** What the draft of a report says about itself before its rows: counts to confirm, and what its printer needs. */
export function draftHeader(survey: Survey, found: Found, reporter: Reporter): Omit<DraftHeader, 'id'> {
  const { year, asOf, measures, figures, findings, documents, unreported } = survey;
  return {
    kind: 'statutory:state-report',
    purpose,
    confidentiality: 'top-secret',
    period: String(year),
    scope: '国・社会保険診療報酬支払基金への実績報告の担当者',
    asOf,
    maker: reporter.maker,
    ruleVersions: {},
    counts: {
      figures: totalOf(figures),
      unreported,
      documents: {
        'checkup-written': documents.checkup.written,
        'checkup-held': documents.checkup.held,
        'guidance-written': documents.guidance.written,
        'guidance-held': documents.guidance.held,
      },
      precheck: Object.fromEntries(findings.map(({ check, documents: count }) => [check.code, count])),
    },
    labels: statutoryLabels(measures, findings),
    settings: printed(survey, found, reporter),
  };
}

function printed(survey: Survey, found: Found, { insurer, name }: Reporter): DocumentSettings {
  const { year, asOf, figures, findings, changes, documents, told } = survey;
  const settings = statutorySettings(year);
  return {
    ...{ year, insurer, name, filedOn: asOf, documents },
    receiver: told.find(({ code }) => code === 'receiver')?.value ?? settings.receiver,
    interaction: settings.interaction,
    serviceEvent: settings.service_event,
    categories: { checkup: settings.checkup_category, guidance: settings.guidance_category },
    programs: { checkup: settings.checkup_program, guidance: settings.guidance_program },
    archiveSize: archiveSize(documents, settings.archive_documents),
    figures: [...figures],
    findings: findings.map(({ check: { code, of, severity, ja, mend }, documents: count }) => ({
      ...{ code, of, severity, ja, mend, documents: count },
    })),
    changes: [...changes],
    held: found.held.map((one) => ({ ...one, findings: [...one.findings] })),
    told: [...told],
  };
}
