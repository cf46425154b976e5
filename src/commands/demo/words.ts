import type { Language } from '#shared/text.ts';
import { displayWidth, padEnd } from '#shared/width.ts';
import { titlesOf } from '../schedule/title.ts';
import type { DemoResult } from './marker.ts';

/** Where the documents of a demo are: what, how many sheets, the first and last file. */
export async function documentsText({ home, documents }: DemoResult, language: Language): Promise<string> {
  const titles = await titlesOf(documents.map(({ kind }) => kind));
  const head = {
    ja: `見本の文書ができました（${home} の下。人も会社も架空です）`,
    en: `The documents of the demo are ready (below ${home}; all people and companies are invented)`,
  }[language];
  const nameOf = (kind: string) => titles.get(kind)?.[language] ?? kind;
  const width = Math.max(0, ...documents.map(({ kind }) => displayWidth(nameOf(kind)))) + 2;
  const lines = documents.map(({ kind, files, pages }) => {
    const sheets = { ja: `${pages.toLocaleString('ja-JP')} 枚`, en: `${pages} sheets` }[language];
    const [first = '', last = ''] = [files[0], files.at(-1)];
    const where = files.length > 1 ? `${first} … ${last.slice(last.lastIndexOf('/') + 1)}` : first;
    return `  ${padEnd(nameOf(kind), width)}${padEnd(sheets, 10)}${where}`;
  });
  return `${[head, ...lines].join('\n')}\n`;
}
