import { join } from 'node:path';
import { type TypesetDocument, typeset } from '#print/typeset.ts';
import { dashboardsDirectory } from '../dashboards.ts';
import type { ReportContent } from './content.ts';

const template = join(dashboardsDirectory, 'employer-report', 'report.typ');

/** A report as PDF, A4. The only metadata is the document number. */
export function reportPdf(content: ReportContent, number: string): Promise<TypesetDocument> {
  const data: unknown = JSON.parse(JSON.stringify(content), (key, value: unknown) =>
    key === 'svg' && typeof value === 'string' ? standalone(value) : value,
  );
  return typeset(template, { content: data, number }, { title: number });
}

/**
 * A drawing by itself names what SVG is. Its text has one weight: what turns SVG into PDF numbers several fonts in no
 * fixed order.
 */
function standalone(svg: string): string {
  return svg
    .replace(/^<svg /, '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replaceAll(/ font-weight="[^"]*"/g, '');
}
