import { compactDay, type Day } from './calendar.ts';
import { formerInsurer, wide } from './institutions.ts';
import type { Household, Person, Span } from './people.ts';
import { insurerNumber } from './receipt.ts';

export const oid = '1.2.392.200119.6.';
const schema = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** Who a document of an archive is about, who writes it, and when. */
export type DocumentHead = {
  readonly person: Person;
  readonly household: Household;
  readonly span: Span;
  readonly institution: { readonly number: string; readonly name: string };
  readonly filed: Day;
  readonly serial: number;
  /** 報告区分 and 健診プログラムサービスコード. */
  readonly report: string;
  readonly program: string;
  /** Number and insurer as written, where they are wrong. */
  readonly wrongNumber?: boolean;
  readonly foreign?: boolean;
};

/** A 番号 that is nobody's. */
export function strayNumber(number: string): string {
  return `66${number.slice(-9).padStart(9, '0')}`;
}

/** Everything of hc08 and hg08 (CDA R2) up to the results; of guidance the address is the postal code alone. */
export function headXml(document: DocumentHead, event: Day): string {
  const { person, span, household, institution, serial, report, program } = document;
  const number = document.wrongNumber ? strayNumber(span.number) : span.number;
  const write = serial % 3 === 0 ? wide : (text: string) => text;
  const insurer = document.foreign ? formerInsurer.number : insurerNumber;
  const ids = [id(insurer, '101'), id(write(span.symbol), '204'), id(write(number), '205')];
  if (!lacksBranch(document)) ids.push(id(span.branch, '211'));
  const { postal, text } = household.address;
  const address = `<addr>${program === '100' ? '' : text}<postalCode>${postal}</postalCode></addr>`;
  const patient = `<patient><name>${person.kana}</name><administrativeGenderCode code="${person.sex === 'M' ? 1 : 2}" codeSystem="${oid}1104"/><birthTime value="${compactDay(person.birth)}"/></patient>`;
  const place = `<representedOrganization>${id(institution.number, '102')}<name>${institution.name}</name></representedOrganization>`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3" ${schema}>`,
    `<typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/><id nullFlavor="NI"/>`,
    `<code code="${report}" codeSystem="${oid}1001"/><effectiveTime value="${compactDay(document.filed)}"/>`,
    '<confidentialityCode code="N"/>',
    `<recordTarget><patientRole>${ids.join('')}${address}${patient}</patientRole></recordTarget>`,
    `<author><time value="${compactDay(document.filed)}"/><assignedAuthor><id nullFlavor="NI"/>${place}</assignedAuthor></author>`,
    '<custodian><assignedCustodian><representedCustodianOrganization><id nullFlavor="NI"/></representedCustodianOrganization></assignedCustodian></custodian>',
    ticketXml(document, event),
    `<documentationOf><serviceEvent><code code="${program}" codeSystem="${oid}1002"/><effectiveTime value="${compactDay(event)}"/>`,
    `<performer typeCode="PRF"><assignedEntity><id nullFlavor="NI"/>${place}</assignedEntity></performer></serviceEvent></documentationOf>`,
  ].join('');
}

/** Some checkups lack the 枝番, the same ones when they are sent again; of guidance now one report, now another. */
function lacksBranch({ span, serial, program }: DocumentHead): boolean {
  const number = program === '100' ? serial : Number(span.number.slice(-3)) + Number(span.branch);
  return number % 8 === 5;
}

export function id(value: string, tail: string): string {
  return `<id extension="${value}" root="${oid}${tail}"/>`;
}

/** Number of the ticket: year, kind (1 受診券, 2 利用券), serial. */
export function ticketNumber(event: Day, kind: '1' | '2', serial: number): string {
  return `${compactDay(event).slice(2, 4)}${kind}${String(serial).padStart(8, '0')}`;
}

/** 受診券, which dependants bring to a checkup; with guidance it stands beside the 利用券. */
function ticketXml({ span, serial, program }: DocumentHead, event: Day): string {
  const ticket = (kind: '1' | '2') =>
    `<participant typeCode="HLD"><functionCode code="${kind}" codeSystem="${oid}208"/><associatedEntity classCode="IDENT">` +
    `<id extension="${ticketNumber(event, kind, serial)}" root="${oid}${kind === '2' ? '210' : '209'}.1${insurerNumber}"/>` +
    `<scopingOrganization>${id(insurerNumber, '101')}</scopingOrganization></associatedEntity></participant>`;
  if (program === '100') return `${ticket('1')}${ticket('2')}`;
  return span.relation === 'insured' ? '' : ticket('1');
}
