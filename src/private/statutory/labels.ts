import type { Text } from '#shared/text.ts';
import type { Measure } from './pipelines.ts';
import { type Finding, title } from './select.ts';
import { unreportedReasons } from './unreported.ts';

/** Words for the kind of the draft, its groups and everything it counts by. */
export function statutoryLabels(
  measures: readonly Measure[],
  findings: readonly Finding[],
): Record<string, Text> {
  return {
    'statutory:state-report': title,
    figures: { ja: '集計', en: 'figures' },
    documents: { ja: '書き出す文書', en: 'documents' },
    precheck: { ja: '事前点検', en: 'pre-check' },
    unreported: { ja: '受診していて報告しない人', en: 'examined and not reported' },
    ...unreportedReasons,
    'checkup-written': { ja: '特定健診（提出ファイルに入れる）', en: 'checkups written' },
    'checkup-held': { ja: '特定健診（収録せず。直すまで入れない）', en: 'checkups held back' },
    'guidance-written': { ja: '特定保健指導（提出ファイルに入れる）', en: 'guidance written' },
    'guidance-held': { ja: '特定保健指導（収録せず。直すまで入れない）', en: 'guidance held back' },
    ...Object.fromEntries(measures.map(({ code, ja, en }) => [code, { ja, en }])),
    ...Object.fromEntries(findings.map(({ check: { code, ja, en } }) => [code, { ja, en }])),
  };
}
