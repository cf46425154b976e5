import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, sha256 } from '#shared/fingerprint.ts';
import { dashboardsDirectory } from '../dashboards.ts';
import type { ReportContent } from './content.ts';
import { facesFor } from './faces.ts';
import { reportHtml } from './html.ts';
import { reportPdf } from './pdf.ts';

export type ReportFile = {
  readonly bytes: Uint8Array;
  readonly extension: 'pdf' | 'html';
  readonly sheets: number;
};

/** The forms of a report, in the order of their numbers. */
export const reportForms: readonly ((content: ReportContent, number: string) => Promise<ReportFile>)[] = [
  async (content, number) => ({ ...(await reportPdf(content, number)), extension: 'pdf' }),
  async (content, number) => {
    const faces = await facesFor(reportHtml(content, number, ''));
    const bytes = Buffer.from(reportHtml(content, number, faces));
    return { bytes, extension: 'html', sheets: content.pages.length };
  },
];

const template = readFileSync(join(dashboardsDirectory, 'employer-report', 'report.typ'), 'utf8');
const style = readFileSync(new URL('./report.css', import.meta.url), 'utf8');

/** What a report says and how it looks, but for its number: other figures or another layout are another document. */
export function reportDigest(content: ReportContent): string {
  return sha256(canonicalJson({ content, template, style }));
}
