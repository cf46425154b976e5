import { canonicalJson, sha256 } from '#shared/fingerprint.ts';
import type { ReportContent } from './content.ts';
import { reportLayout } from './sources.ts';

/** What a report says and how it looks, but for its number: other figures or another layout are another document. */
export function reportDigest(content: ReportContent): string {
  return sha256(canonicalJson({ content, reportLayout }));
}
