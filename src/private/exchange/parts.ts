import { root } from '../intake/checkup/codes.ts';
import { type Attributes, element, text } from './xml.ts';

/** One section of the body with its entries. */
export function section(code: string, entries: readonly string[]): string {
  return element(
    'component',
    {},
    element('section', {}, coded('code', code, '1010'), element('text'), ...entries),
  );
}

/** An element whose code is from a list below the root of the checkup lists. */
export function coded(name: string, code: string, list: string, attributes: Attributes = {}): string {
  return element(name, { ...attributes, code, codeSystem: `${root}${list}` });
}

/** An institution by its number; the name where it is known. */
export function organization(scheme: string, number: string, name?: string): string {
  return element(
    'representedOrganization',
    {},
    element('id', { extension: number, root: scheme }),
    name === undefined ? '' : element('name', {}, text(name)),
  );
}
