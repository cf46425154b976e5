import { exchangeNamespaces, insurerId, root } from '../intake/checkup/codes.ts';
import { compactDay } from './names.ts';
import { documentOf, element } from './xml.ts';

/** What an archive says about itself (交換用基本情報). */
export type ArchiveIndex = {
  /** 種別 (tail 1101): 10 from the insurer to the State or the fund. */
  readonly interaction: string;
  /** `YYYY-MM-DD` */
  readonly filedOn: string;
  readonly sender: string;
  readonly receiver: string;
  /** 実施区分 */
  readonly serviceEvent: string;
  /** Documents about persons in the archive. */
  readonly documents: number;
};

/** ix08, in the namespace of the 4th period. */
export function indexDocument(index: ArchiveIndex): string {
  const [namespace = ''] = exchangeNamespaces;
  return documentOf(
    element(
      'index',
      { xmlns: namespace },
      element('interactionType', { code: index.interaction }),
      element('creationTime', { value: compactDay(index.filedOn) }),
      element('sender', {}, element('id', { root: insurerId, extension: index.sender })),
      element('receiver', {}, element('id', { root: `${root}103`, extension: index.receiver })),
      element('serviceEventType', { code: index.serviceEvent }),
      element('totalRecordCount', { value: String(index.documents) }),
    ),
  );
}
