import type { Day } from './calendar.ts';
import { codes, methodCodes } from './checkup/item-codes.ts';
import { type DocumentHead, headXml, oid } from './clinical-document.ts';
import type { Result } from './results.ts';

export type CheckupDocument = DocumentHead & {
  readonly examined: Day;
  readonly results: readonly Result[];
};

const anemia = new Set<string>([codes.redCells, codes.hemoglobin, codes.hematocrit]);

/** hc08: the checkup of one person (特定健診情報ファイル, CDA R2), without decoration. */
export function checkupXml(document: CheckupDocument): string {
  const plain = document.results.filter(({ code }) => !anemia.has(code));
  const series = document.results.filter(({ code }) => anemia.has(code));
  return [
    headXml(document, document.examined),
    `<component><structuredBody><component><section><code code="01010" codeSystem="${oid}1010"/><text/>`,
    plain.map((result) => `<entry>${observation(result)}</entry>`).join(''),
    series.length > 0 ? seriesEntry(series) : '',
    '</section></component></structuredBody></component></ClinicalDocument>\n',
  ].join('');
}

/** 貧血検査 stands in one group (一連検査グループ) with the reason of the test. */
function seriesEntry(results: readonly Result[]): string {
  const part = (type: string, content: string) =>
    `<entryRelationship typeCode="${type}">${content}</entryRelationship>`;
  const reason = observation({ code: codes.anemiaReason, state: 'text', text: '見本の実施理由' });
  return `<entry><observation classCode="OBS" moodCode="EVN"><code nullFlavor="NA"/>${results.map((result) => part('COMP', observation(result))).join('')}${part('RSON', reason)}</observation></entry>`;
}

function observation(result: Result): string {
  const code = `<code code="${result.code}"/>`;
  if (result.state === 'not_performed') return element(code, ' negationInd="true"');
  if (result.state === 'not_measurable') {
    const type = result.code.startsWith('1A') ? 'CO' : 'PQ';
    return element(`${code}<value xsi:type="${type}" nullFlavor="NI"/>`);
  }
  if (result.state === 'text') return element(`${code}<value xsi:type="ST">${result.text}</value>`);
  if (result.state === 'choice') {
    return element(
      `${code}<value xsi:type="${result.ordered ? 'CO' : 'CD'}" code="${result.choice}" codeSystem="${oid}${result.list}"/>`,
    );
  }
  const over =
    result.flag === undefined
      ? ''
      : `<value xsi:type="CD" code="${result.flag}" codeSystem="2.16.840.1.113883.5.83"/>`;
  const known = methodCodes[result.code];
  const method = known === undefined ? '' : `<methodCode code="${known}"/>`;
  return element(
    `${code}${over}<value xsi:type="PQ" value="${result.number}" unit="${result.unit}"/>${method}`,
  );
}

function element(content: string, attribute = ''): string {
  return `<observation classCode="OBS" moodCode="EVN"${attribute}>${content}</observation>`;
}
