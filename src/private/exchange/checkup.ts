import { beyondRangeSystem, root } from '../intake/checkup/codes.ts';
import { checkupItems } from '../intake/checkup/items.ts';
import type { Identity } from '../vault/identities.ts';
import { type Author, clinicalDocument, type DocumentHeader } from './header.ts';
import { type ItemForm, itemForms } from './items.ts';
import { listedNumber } from './number.ts';
import { coded, section } from './parts.ts';
import { element, text } from './xml.ts';

/** A result as it is kept: three states, and the value of the first. */
export type Result = {
  readonly code: string;
  readonly state: 'measured' | 'not_performed' | 'not_measurable';
  readonly number: number | null;
  readonly choice: string | null;
  /** Last part of the OID of the option list. */
  readonly system: string | null;
  readonly text: string | null;
  /** H or L: beyond the range of input. */
  readonly flag: string | null;
};

/**
 * hc08: the checkup of one person (特定健診情報ファイル). Items that are not reported are left out; the others stand in
 * the order of the item list, those of a series (一連検査グループ: 貧血, 心電図, 眼底, クレアチニン) below one observation.
 */
export function checkupDocument(
  header: DocumentHeader,
  identity: Identity,
  author: Author,
  results: readonly Result[],
): string {
  const forms = itemForms();
  const known = results
    .map((result) => ({ result, form: forms.get(result.code) }))
    .filter((one): one is { result: Result; form: ItemForm } => one.form !== undefined)
    .sort((a, b) => a.form.place - b.form.place);
  const groups = Map.groupBy(known, ({ result, form }) => form.series ?? result.code);
  const entries = [...groups.values()].map((members) =>
    element(
      'entry',
      {},
      members[0]?.form.series === undefined
        ? members.map(({ result, form }) => observation(result, form)).join('')
        : series(members),
    ),
  );
  return clinicalDocument(header, identity, author, 'whole', [section('01010', entries)]);
}

/** Results of a series as components of one observation, the target and the reason of the test as reasons of it. */
function series(members: readonly { readonly result: Result; readonly form: ItemForm }[]): string {
  const related = members.map(({ result, form }) =>
    element(
      'entryRelationship',
      { typeCode: form.role === 'result' ? 'COMP' : 'RSON' },
      observation(result, form),
    ),
  );
  return element(
    'observation',
    { classCode: 'OBS', moodCode: 'EVN' },
    element('code', { nullFlavor: 'NA' }),
    ...related,
  );
}

function observation(result: Result, form: ItemForm): string {
  const code = coded('code', result.code, '1005');
  const attributes = { classCode: 'OBS', moodCode: 'EVN' };
  if (result.state === 'not_performed')
    return element('observation', { ...attributes, negationInd: 'true' }, code);
  const method = form.method === undefined ? '' : coded('methodCode', form.method, '1007');
  return element('observation', attributes, code, values(result, form), method);
}

function values(result: Result, form: ItemForm): string {
  const { type = '', unit = '', system = '' } = checkupItems().get(result.code) ?? {};
  if (result.state === 'not_measurable') return element('value', { 'xsi:type': type, nullFlavor: 'NI' });
  if (type === 'ST') return element('value', { 'xsi:type': 'ST' }, text(result.text ?? ''));
  if (type !== 'PQ')
    return element('value', {
      'xsi:type': type,
      code: result.choice ?? undefined,
      codeSystem: `${root}${result.system ?? system}`,
    });
  const beyond =
    result.flag === null
      ? ''
      : element('value', { 'xsi:type': 'CD', code: result.flag, codeSystem: beyondRangeSystem });
  const exact =
    result.number === null
      ? ''
      : element('value', {
          'xsi:type': 'PQ',
          value: listedNumber(result.number, form.decimals),
          unit: unit === '' ? undefined : unit,
        });
  return `${beyond}${exact}`;
}
