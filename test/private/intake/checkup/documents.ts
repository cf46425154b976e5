const list = '1.2.392.200119.6.';

export type Person = {
  insurer?: string | undefined;
  symbol?: string | undefined;
  number?: string | undefined;
  branch?: string | undefined;
  name?: string | undefined;
  sex?: string | undefined;
  birth?: string | undefined;
  day?: string | undefined;
  program?: string | undefined;
  category?: string | undefined;
  entries?: readonly string[] | undefined;
};

const id = (tail: string, extension: string | undefined) =>
  extension === undefined ? '' : `<id root="${list}${tail}" extension="${extension}"/>`;
const value = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<${name} value="${text}"/>`;

const head = '<typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/><id nullFlavor="NI"/>';
const place = `<representedOrganization>${id('102', '1310000001')}<name>みほん健診センター</name></representedOrganization>`;
const makers =
  `<author><time value="20250701"/><assignedAuthor><id nullFlavor="NI"/>${place}</assignedAuthor></author>` +
  '<custodian><assignedCustodian><representedCustodianOrganization><id nullFlavor="NI"/></representedCustodianOrganization></assignedCustodian></custodian>';

/** A checkup document; an undefined field is left out. */
export function hc08(person: Person = {}): string {
  return cda(person, [
    `<code code="01010" codeSystem="${list}1010"/>
${(person.entries ?? [pq('9N001000000000001', '170.5', 'cm'), pq('9N006000000000001', '68.0', 'kg')]).map(entry).join('\n')}
`,
  ]);
}

/** A guidance document of the given sections. */
export function hg08(person: Person = {}, sections: readonly string[] = []): string {
  return cda({ program: '100', category: '21', ...person }, sections);
}

/** A section of guidance. @param code 90010 … 90080 */
export const section = (code: string, entries: readonly string[]) =>
  `<code code="${code}"/>\n${entries.map(entry).join('\n')}\n`;
const entry = (content: string) => `<entry>${content}</entry>`;

/** A support (支援): day, form and performer on the act, observations inside. */
export const act = (day: string, form: string, performer: string, observations: readonly string[]) =>
  `<act classCode="ACT" moodCode="EVN"><code code="${form}" codeSystem="${list}24010"/><effectiveTime value="${day}"/><performer><assignedEntity><id nullFlavor="NI"/><code code="${performer}" codeSystem="${list}3020"/></assignedEntity></performer>${observations.map((inner) => `<entryRelationship typeCode="COMP">${inner}</entryRelationship>`).join('')}</act>`;
export const minutes = (code: string, count: number) =>
  observation(code, `<effectiveTime><width value="${count}" unit="min"/></effectiveTime>`);
export const int = (code: string, number: number, mood = 'EVN') =>
  observation(code, `<value xsi:type="INT" value="${number}"/>`).replace('"EVN"', `"${mood}"`);

function cda(person: Person, sections: readonly string[]): string {
  const p = {
    insurer: '06999991',
    symbol: '９９９',
    number: '4711',
    name: 'カナリヤ　ミホン',
    sex: '1',
    birth: '19700401',
    day: '20250610',
    program: '010',
    category: '10',
    ...person,
  };
  const sex = p.sex === undefined ? '' : `<administrativeGenderCode code="${p.sex}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${head}
<code code="${p.category}" codeSystem="${list}1001"/>
<effectiveTime value="20250701"/><confidentialityCode code="N"/>
<recordTarget><patientRole>
${id('101', p.insurer)}${id('204', p.symbol)}${id('205', p.number)}${id('211', p.branch)}
<addr>架空県見本市１－１<postalCode>000-0000</postalCode></addr>
<patient><name>${p.name}</name>${sex}${value('birthTime', p.birth)}</patient>
</patientRole></recordTarget>${makers}
<documentationOf><serviceEvent><code code="${p.program}" codeSystem="${list}1002"/>${value('effectiveTime', p.day)}
<performer typeCode="PRF"><assignedEntity><id nullFlavor="NI"/>${place}</assignedEntity></performer>
</serviceEvent></documentationOf>
<component><structuredBody>${sections.map((inner) => `<component><section>${inner}</section></component>`).join('')}</structuredBody></component>
</ClinicalDocument>`;
}

export const observation = (code: string, inner: string, attributes = '') =>
  `<observation classCode="OBS" moodCode="EVN"${attributes}><code code="${code}"/>${inner}</observation>`;
export const pq = (code: string, number: string, unit: string) =>
  observation(code, `<value xsi:type="PQ" value="${number}" unit="${unit}"/>`);
export const cd = (code: string, choice: string, system: string, type = 'CD') =>
  observation(code, `<value xsi:type="${type}" code="${choice}" codeSystem="${system}"/>`);
export const st = (code: string, text: string) => observation(code, `<value xsi:type="ST">${text}</value>`);
export const notPerformed = (code: string) => observation(code, '', ' negationInd="true"');
export const notMeasurable = (code: string) => observation(code, '<value xsi:type="PQ" nullFlavor="NI"/>');

export const newNamespace = 'https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html';
export const oldNamespace = 'http://tokuteikenshin.jp/checkup/2007';

export const ix08 = (documents: number, namespace = newNamespace, event = '1', interaction = '6') =>
  `<?xml version="1.0" encoding="UTF-8"?><index xmlns="${namespace}"><interactionType code="${interaction}"/><creationTime value="20250702"/><sender>${id('102', '1310000001')}</sender><serviceEventType code="${event}"/><totalRecordCount value="${documents}"/></index>`;
export const su08 = (subjects: number, namespace = newNamespace, claimYen = 8500) =>
  `<summary xmlns="${namespace}"><serviceEventType code="1"/><totalSubjectCount value="${subjects}"/><totalCostAmount value="${claimYen}" currency="JPY"/><totalPaymentAmount value="0" currency="JPY"/><totalClaimAmount value="${claimYen}" currency="JPY"/></summary>`;

const mo = (name: string, yen: number | string) => `<${name} value="${yen}" currency="JPY"/>`;
const subject = (p: Person, addr: string) =>
  `<subjectPerson><performerOrganization>${id('102', '1310000001')}</performerOrganization><insuranceCard>` +
  `<insurerNumber root="${list}101" extension="${p.insurer ?? '06999991'}"/><symbol root="${list}204" extension="９９９"/><number root="${list}205" extension="${p.number ?? '4711'}"/></insuranceCard>` +
  `<name>${p.name ?? 'カナリヤ　ミホン'}</name><addr>${addr}<postalCode>000-0000</postalCode></addr><birthTime value="${p.birth ?? '19700401'}"/><administrativeGender code="${p.sex ?? '1'}"/></subjectPerson>`;

/** A claim for a checkup over 8,500 yen, of them 1,500 for one detailed test and 500 paid by the person. */
export const cc08 = (person: Person = {}, claim: number | string = 8000) =>
  `<checkupClaim xmlns="${newNamespace}"><encounter><serviceEventType code="1"/></encounter>${subject(person, '架空県見本市１－１')}<checkupCard/>` +
  `<settlement><claimType code="2"/><commissionType code="1"/><unitPriceBasic>${mo('amount', 7000)}</unitPriceBasic><unitPriceDetail>${mo('amount', 1500)}<observation code="1"/></unitPriceDetail>` +
  `${mo('unitAmount', 8500)}${mo('paymentAmount', 500)}${mo('claimAmount', claim)}</settlement></checkupClaim>`;

/** A claim for the first interview of motivational support. */
export const gc08 = (person: Person = {}, claim: number | string = 6000) =>
  `<healthGuidanceClaim xmlns="${newNamespace}"><encounter><serviceEventType code="2"/><guidanceLevel code="2"/><guidanceTiming code="1"/></encounter>${subject(person, '')}<healthGuidanceCard/>` +
  `<settlement><unitPrice>${mo('amount', 12000)}</unitPrice><paymentRate value="50" unit="%"/><pointCountCompleted value="110"/>${mo('calculatedAmount', 6000)}<payment><status code="1"/>${mo('amount', 0)}</payment>${mo('claimAmount', claim)}</settlement></healthGuidanceClaim>`;
