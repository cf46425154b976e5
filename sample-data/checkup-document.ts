import type { Day } from './calendar.ts';
import { compactDay } from './calendar.ts';
import { wide } from './institutions.ts';
import type { Household, Person, Span } from './people.ts';
import { insurerNumber } from './receipt.ts';
import type { Result } from './results.ts';

const oid = '1.2.392.200119.6.';
const schema = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

export type CheckupDocument = {
  readonly person: Person;
  readonly household: Household;
  readonly span: Span;
  readonly institution: { readonly number: string; readonly name: string };
  readonly examined: Day;
  readonly filed: Day;
  readonly serial: number;
  readonly results: readonly Result[];
  /** Number and insurer as written, where they are wrong. */
  readonly wrongNumber: boolean;
  readonly foreign: boolean;
};

/** hc08: the checkup of one person (特定健診情報ファイル, CDA R2), without decoration. */
export function checkupXml(document: CheckupDocument): string {
  const { person, span, household, institution, serial } = document;
  const number = document.wrongNumber ? `66${span.number.slice(-9).padStart(9, '0')}` : span.number;
  const write = serial % 3 === 0 ? wide : (text: string) => text;
  const insurer = document.foreign ? '06999983' : insurerNumber;
  const ids = [id(insurer, '101'), id(write(span.symbol), '204'), id(write(number), '205')];
  if (serial % 8 !== 5) ids.push(id(span.branch, '211'));
  const { postal, text } = household.address;
  const patient = `<patient><name>${person.kana}</name><administrativeGenderCode code="${person.sex === 'M' ? 1 : 2}" codeSystem="${oid}1104"/><birthTime value="${compactDay(person.birth)}"/></patient>`;
  const place = `<representedOrganization>${id(institution.number, '102')}<name>${institution.name}</name></representedOrganization>`;
  const ticket = span.relation === 'dependant' ? ticketOf(document) : '';
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3" ${schema}>`,
    `<typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/><id nullFlavor="NI"/>`,
    `<code code="10" codeSystem="${oid}1001"/><effectiveTime value="${compactDay(document.filed)}"/>`,
    '<confidentialityCode code="N"/>',
    `<recordTarget><patientRole>${ids.join('')}<addr>${text}<postalCode>${postal}</postalCode></addr>${patient}</patientRole></recordTarget>`,
    `<author><time value="${compactDay(document.filed)}"/><assignedAuthor><id nullFlavor="NI"/>${place}</assignedAuthor></author>`,
    '<custodian><assignedCustodian><representedCustodianOrganization><id nullFlavor="NI"/></representedCustodianOrganization></assignedCustodian></custodian>',
    ticket,
    `<documentationOf><serviceEvent><code code="010" codeSystem="${oid}1002"/><effectiveTime value="${compactDay(document.examined)}"/>`,
    `<performer typeCode="PRF"><assignedEntity><id nullFlavor="NI"/>${place}</assignedEntity></performer></serviceEvent></documentationOf>`,
    `<component><structuredBody><component><section><code code="01010" codeSystem="${oid}1010"/><text/>`,
    document.results.map(observation).join(''),
    '</section></component></structuredBody></component></ClinicalDocument>\n',
  ].join('');
}

function id(value: string, tail: string): string {
  return `<id extension="${value}" root="${oid}${tail}"/>`;
}

/** 受診券, which dependants bring. */
function ticketOf(document: CheckupDocument): string {
  const number = `${compactDay(document.examined).slice(2, 4)}1${String(document.serial).padStart(8, '0')}`;
  return (
    `<participant typeCode="HLD"><functionCode code="1" codeSystem="${oid}208"/><associatedEntity classCode="IDENT">` +
    `<id extension="${number}" root="${oid}209.1${insurerNumber}"/><scopingOrganization>${id(insurerNumber, '101')}</scopingOrganization></associatedEntity></participant>`
  );
}

function observation(result: Result): string {
  const code = `<code code="${result.code}"/>`;
  if (result.state === 'not_performed') return entry(code, ' negationInd="true"');
  if (result.state === 'not_measurable') return entry(`${code}<value xsi:type="PQ" nullFlavor="NI"/>`);
  if (result.state === 'text') return entry(`${code}<value xsi:type="ST">${result.text}</value>`);
  if (result.state === 'choice') {
    return entry(
      `${code}<value xsi:type="${result.ordered ? 'CO' : 'CD'}" code="${result.choice}" codeSystem="${oid}${result.list}"/>`,
    );
  }
  const over =
    result.flag === undefined
      ? ''
      : `<value xsi:type="CD" code="${result.flag}" codeSystem="2.16.840.1.113883.5.83"/>`;
  const method = result.method === '' ? '' : `<methodCode code="${result.method}"/>`;
  return entry(
    `${code}${over}<value xsi:type="PQ" value="${result.number}" unit="${result.unit}"/>${method}`,
  );
}

function entry(content: string, attribute = ''): string {
  return `<entry><observation classCode="OBS" moodCode="EVN"${attribute}>${content}</observation></entry>`;
}
