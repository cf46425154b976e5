import type { Author, DocumentHeader } from '#private/exchange/header.ts';
import { isFault, parseXml, type XmlElement } from '#private/intake/xml.ts';
import type { Identity } from '#private/vault/identities.ts';

export const author: Author = { insurer: '06999991', name: '試験組合', filedOn: '2026-10-20' };

export const header: DocumentHeader = {
  category: '10',
  program: '010',
  sex: '1',
  day: '2025-06-10',
  institution: '1310000001',
};

export const identity: Identity = {
  memberId: 'M1',
  symbol: '９９９',
  number: '4711',
  branch: '1',
  name: '金糸雀　見本',
  kana: 'カナリヤ　ミホン',
  birthDate: '1970-04-01',
  postalCode: '1000001',
  address: '東京都千代田区見本町1-2-3',
};

export function parsed(text: string): XmlElement {
  const result = parseXml(Buffer.from(text));
  if (isFault(result)) throw new Error(`fault ${result.fault}`);
  return result;
}
