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
