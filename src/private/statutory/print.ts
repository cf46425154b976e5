import { fileURLToPath } from 'node:url';
import { typeset } from '#print/typeset.ts';
import type { DraftHeader } from '../documents/draft.ts';
import type { Addressed, Part, PrintTools } from '../documents/printer.ts';
import { type Noted, type Submission, submissions } from './archives.ts';
import { documentSettings } from './document-settings.ts';
import { type Content, paperOfFigures, paperOfPrecheck } from './papers.ts';
import { statutoryMeasures } from './pipelines.ts';
import { positionsCsv } from './positions.ts';
import { tableCsv, tableLines } from './table.ts';

const template = fileURLToPath(import.meta.resolve('#print/list.typ'));

/**
 * The report as files, each with its number: the aggregate table on paper and as CSV, the archives to send in, the
 * pre-check on paper, and where there is something to look at the list of its places.
 */
export async function* printStatutory(
  header: DraftHeader,
  people: AsyncIterable<Addressed>,
  tools: PrintTools,
): AsyncGenerator<Part> {
  const settings = documentSettings(header);
  const lines = tableLines(settings.figures, statutoryMeasures());
  const contents: Content[] = [];
  const numbered = (content: Omit<Content, 'number'>) =>
    contents.push({ number: tools.number(), ...content });

  numbered({ title: '集計表', sentAs: '' });
  const paper = await typeset(template, paperOfFigures(header, lines, tools.number()), {
    title: tools.number(),
  });
  yield { ...paper, extension: 'pdf' };
  numbered({ title: '集計表（CSV）', sentAs: '' });
  yield { bytes: tableCsv(lines), extension: 'csv', sheets: 1 };

  const noted: Noted[] = [];
  for await (const submission of submissions(settings, people, tools, noted)) {
    numbered(contentOf(submission));
    yield { bytes: submission.bytes, extension: 'zip', sheets: 1 };
  }
  if (noted.length + settings.held.length > 0) {
    numbered({ title: '事前点検で見つかった場所（CSV）', sentAs: '' });
    yield { bytes: positionsCsv(settings, noted), extension: 'csv', sheets: 1 };
  }
  numbered({ title: '事前点検', sentAs: '' });
  const precheck = paperOfPrecheck(header, contents, tools.number());
  yield { ...(await typeset(template, precheck, { title: tools.number() })), extension: 'pdf' };
}

function contentOf({ kind, name, documents }: Submission): Omit<Content, 'number'> {
  const title = { checkup: '特定健診の結果', guidance: '特定保健指導の結果' }[kind];
  return { title: `${title} ${documents.toLocaleString('ja-JP')}人分`, sentAs: `${name}.zip` };
}
