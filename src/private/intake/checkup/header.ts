import type { XmlElement } from '../xml.ts';
import { branchId, codeOf, institutionId, insurerId, numberId, symbolId } from './codes.ts';
import { attribute, dayOf, extensionOf, find, textOf } from './tree.ts';

/** Whom a document is about, where and when. Everything but the last five fields says who somebody is. */
export type PersonHeader = {
  readonly symbol: string;
  readonly number: string;
  readonly branch: string | undefined;
  readonly kana: string | undefined;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly sex: '1' | '2';
  /** Day of the checkup, of guidance the day of the event (interview, evaluation), `YYYY-MM-DD`. */
  readonly day: string;
  /** 10 digits; undefined where absent or no such number. */
  readonly institution: string | undefined;
  readonly program: string | undefined;
  /** 報告区分 */
  readonly category: string | undefined;
  /** 8 digits */
  readonly insurer: string;
};

export type HeaderFault =
  | 'checkup_insurer'
  | 'checkup_number'
  | 'checkup_sex'
  | 'checkup_birth'
  | 'checkup_day';

/** Reads the header; a fault names what is missing or is no number, sex or day, and the line it belongs to. */
export function readHeader(
  document: XmlElement,
): PersonHeader | { readonly fault: HeaderFault; readonly line: number } {
  const role = find(document, 'recordTarget', 'patientRole');
  const patient = find(role, 'patient');
  const event = find(document, 'documentationOf', 'serviceEvent');
  const personLine = (patient ?? role ?? document).line;

  const insurer = extensionOf(role, insurerId)?.padStart(8, '0');
  if (insurer === undefined || !/^\d{8}$/.test(insurer))
    return { fault: 'checkup_insurer', line: personLine };
  const number = extensionOf(role, numberId);
  if (number === undefined) return { fault: 'checkup_number', line: personLine };
  const sex = attribute(find(patient, 'administrativeGenderCode'), 'code');
  if (sex !== '1' && sex !== '2') return { fault: 'checkup_sex', line: personLine };
  const birthDate = dayOf(attribute(find(patient, 'birthTime'), 'value'));
  if (birthDate === undefined) return { fault: 'checkup_birth', line: personLine };
  const time = find(event, 'effectiveTime');
  const day = dayOf(attribute(time, 'value') ?? attribute(find(time, 'low'), 'value'));
  if (day === undefined || day < birthDate) {
    return { fault: 'checkup_day', line: (time ?? event ?? document).line };
  }
  const organization = find(event, 'performer', 'assignedEntity', 'representedOrganization');
  return {
    symbol: extensionOf(role, symbolId) ?? '',
    number,
    branch: extensionOf(role, branchId),
    kana: textOf(find(patient, 'name')) || undefined,
    birthDate,
    sex,
    day,
    institution: codeOf('institution', extensionOf(organization, institutionId)),
    program: codeOf('program', attribute(find(event, 'code'), 'code')),
    category: codeOf('report', attribute(find(document, 'code'), 'code')),
    insurer,
  };
}
