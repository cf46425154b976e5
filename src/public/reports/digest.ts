import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, sha256 } from '#shared/fingerprint.ts';
import { dashboardsDirectory } from '../dashboards.ts';
import type { ReportContent } from './content.ts';

const template = readFileSync(join(dashboardsDirectory, 'employer-report', 'report.typ'), 'utf8');
const style = readFileSync(new URL('./report.css', import.meta.url), 'utf8');

/** What a report says and how it looks, but for its number: other figures or another layout are another document. */
export function reportDigest(content: ReportContent): string {
  return sha256(canonicalJson({ content, template, style }));
}
