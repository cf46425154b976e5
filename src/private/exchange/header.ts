import {
  branchId,
  clinicalNamespace,
  institutionId,
  insurerId,
  numberId,
  symbolId,
} from '../intake/checkup/codes.ts';
import type { Identity } from '../vault/identities.ts';
import { compactDay, noInstitution } from './names.ts';
import { coded, organization } from './parts.ts';
import { documentOf, element, text } from './xml.ts';

/** Who writes a document, and when. */
export type Author = {
  /** 8 digits of the insurer. */
  readonly insurer: string;
  /** Name of the insurer. */
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly filedOn: string;
};

/** What stands above the results of one person. */
export type DocumentHeader = {
  /** 報告区分 */
  readonly category: string;
  /** プログラムサービスコード */
  readonly program: string;
  /** `1` male, `2` female. */
  readonly sex: string;
  /** Day of the checkup, or of the event of guidance; `YYYY-MM-DD`. */
  readonly day: string;
  /** 10 digits of the institution that did it; null where it has none. */
  readonly institution: string | null;
};

/**
 * A whole document (hc08, hg08) of one person in the order of the schema.
 * @param address of hc08 text and postal code, of hg08 the postal code only
 * @param sections of the body, as `section` (parts.ts) makes them
 */
export function clinicalDocument(
  header: DocumentHeader,
  identity: Identity,
  author: Author,
  address: 'whole' | 'postal-code',
  sections: readonly string[],
): string {
  const namespaces = {
    xmlns: clinicalNamespace,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  const content = [
    element('typeId', { extension: 'POCD_HD000040', root: '2.16.840.1.113883.1.3' }),
    element('id', { nullFlavor: 'NI' }),
    coded('code', header.category, '1001'),
    element('effectiveTime', { value: compactDay(author.filedOn) }),
    element('confidentialityCode', { code: 'N' }),
    recordTarget(header, identity, author, address),
    element(
      'author',
      {},
      element('time', { value: compactDay(author.filedOn) }),
      element(
        'assignedAuthor',
        {},
        element('id', { nullFlavor: 'NI' }),
        organization(insurerId, author.insurer, author.name),
      ),
    ),
    element(
      'custodian',
      {},
      element(
        'assignedCustodian',
        {},
        element('representedCustodianOrganization', {}, element('id', { nullFlavor: 'NI' })),
      ),
    ),
    documentationOf(header),
    element('component', {}, element('structuredBody', {}, ...sections)),
  ];
  return documentOf(element('ClinicalDocument', namespaces, ...content));
}

function recordTarget(
  { sex }: DocumentHeader,
  { symbol, number, branch, kana, name, birthDate, postalCode, address }: Identity,
  { insurer }: Author,
  shown: 'whole' | 'postal-code',
): string {
  const ids = [
    element('id', { extension: insurer, root: insurerId }),
    symbol ? element('id', { extension: symbol, root: symbolId }) : '',
    element('id', { extension: number, root: numberId }),
    branch ? element('id', { extension: branch.padStart(2, '0'), root: branchId }) : '',
  ];
  const postal = postalText(postalCode);
  const street = shown === 'whole' && address ? text(address) : '';
  const place =
    street === '' && postal === undefined
      ? ''
      : element('addr', {}, street, postal === undefined ? '' : element('postalCode', {}, text(postal)));
  const patient = element(
    'patient',
    {},
    element('name', {}, text(kana || name || '')),
    coded('administrativeGenderCode', sex, '1104'),
    element('birthTime', { value: compactDay(birthDate) }),
  );
  return element('recordTarget', {}, element('patientRole', {}, ...ids, place, patient));
}

/** `###-####`; undefined where it is no postal code. */
function postalText(postalCode: string | null): string | undefined {
  const digits = (postalCode ?? '').normalize('NFKC').replace(/\D/g, '');
  return digits.length === 7 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : undefined;
}

function documentationOf({ program, day, institution }: DocumentHeader): string {
  const performer = element(
    'performer',
    { typeCode: 'PRF' },
    element(
      'assignedEntity',
      {},
      element('id', { nullFlavor: 'NI' }),
      organization(institutionId, institution ?? noInstitution),
    ),
  );
  return element(
    'documentationOf',
    {},
    element(
      'serviceEvent',
      {},
      coded('code', program, '1002'),
      element('effectiveTime', { value: compactDay(day) }),
      performer,
    ),
  );
}
