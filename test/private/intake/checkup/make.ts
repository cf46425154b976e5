import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, type EntryMetaData, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { onTestFinished } from 'vitest';

configure({ useWebWorkers: false });

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

/** A checkup document; an undefined field is left out. */
export function hc08(person: Person = {}): string {
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
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<code code="${p.category}" codeSystem="${list}1001"/>
<effectiveTime value="20250701"/>
<recordTarget><patientRole>
${id('101', p.insurer)}${id('204', p.symbol)}${id('205', p.number)}${id('211', p.branch)}
<addr>架空県見本市１－１<postalCode>000-0000</postalCode></addr>
<patient><name>${p.name}</name>${sex}${value('birthTime', p.birth)}</patient>
</patientRole></recordTarget>
<documentationOf><serviceEvent><code code="${p.program}" codeSystem="${list}1002"/>${value('effectiveTime', p.day)}
<performer><assignedEntity><representedOrganization>${id('102', '1310000001')}<name>みほん健診センター</name></representedOrganization></assignedEntity></performer>
</serviceEvent></documentationOf>
<component><structuredBody><component><section><code code="01010" codeSystem="${list}1010"/>
${(p.entries ?? [pq('9N001000000000001', '170.5', 'cm'), pq('9N006000000000001', '68.0', 'kg')]).map((entry) => `<entry>${entry}</entry>`).join('\n')}
</section></component></structuredBody></component>
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

export const ix08 = (documents: number, namespace = newNamespace) =>
  `<?xml version="1.0" encoding="UTF-8"?><index xmlns="${namespace}"><interactionType code="1"/><creationTime value="20250702"/><serviceEventType code="1"/><totalRecordCount value="${documents}"/></index>`;
export const su08 = (subjects: number, namespace = newNamespace) =>
  `<summary xmlns="${namespace}"><serviceEventType code="1"/><totalSubjectCount value="${subjects}"/><totalClaimAmount value="12000" currency="JPY"/></summary>`;
export const cc08 = () => `<checkupClaim xmlns="${newNamespace}"><encounter/></checkupClaim>`;

export type Content = string | Uint8Array;

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-checkup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeTemporary(bytes: Uint8Array, name = 'archive.zip'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

export type MemberOptions = { password?: string; zipCrypto?: boolean; level?: number; unixMode?: number };

export async function zipBytes(
  members: Readonly<Record<string, Content>>,
  options: MemberOptions = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { keepOrder: true });
  for (const [name, content] of Object.entries(members)) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    await (writer.add(name, new Uint8ArrayReader(bytes), options) as Promise<EntryMetaData>);
  }
  return writer.close();
}

/** A ZIP file on disk. */
export async function zipFile(
  members: Readonly<Record<string, Content>>,
  options?: MemberOptions,
): Promise<string> {
  return writeTemporary(await zipBytes(members, options));
}

const root = '1310000001_06999991_202507020_1';

/** An exchange archive with index and one file per document. */
export async function exchange(
  documents: readonly Content[],
  more: Readonly<Record<string, Content>> = {},
): Promise<string> {
  const data = documents.map((document, index) => [
    `${root}/DATA/h13100000012025070201${String(index + 1).padStart(6, '0')}.xml`,
    document,
  ]);
  return zipFile({ [`${root}/ix08_V08.xml`]: ix08(documents.length), ...more, ...Object.fromEntries(data) });
}
