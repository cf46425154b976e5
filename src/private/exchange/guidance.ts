import { institutionId, root } from '../intake/checkup/codes.ts';
import type { Identity } from '../vault/identities.ts';
import { type GuidanceForm, guidanceForms, roleItem } from './guidance-items.ts';
import { type Author, clinicalDocument, type DocumentHeader } from './header.ts';
import { compactDay, noInstitution } from './names.ts';
import { listedNumber } from './number.ts';
import { coded, organization, section } from './parts.ts';
import { element, text } from './xml.ts';

/** One support given (支援): interview, evaluation, continued support. */
export type Support = {
  /** Tells the supports of a document apart. */
  readonly key: string;
  /** 90020 … 90060 */
  readonly section: string;
  /** `YYYY-MM-DD` */
  readonly heldOn: string | null;
  /** 支援形態 */
  readonly form: string | null;
  readonly minutes: number | null;
  /** 実施者 */
  readonly performer: string | null;
  /** Process points (支援の実施ポイント). */
  readonly points: number | null;
  /** 10 digits of the contractor. */
  readonly institution: string | null;
};

/** One item that says something: of a support where it names its key, else of its section. */
export type GuidanceResult = {
  readonly section: string;
  readonly support: string | null;
  /** 10 digits */
  readonly code: string;
  readonly number: number | null;
  readonly choice: string | null;
  readonly system: string | null;
  readonly text: string | null;
  /** `YYYY-MM-DD` */
  readonly day: string | null;
};

export type Course = {
  readonly results: readonly GuidanceResult[];
  readonly supports: readonly Support[];
};

/**
 * hg08: one course of guidance of one person (特定保健指導情報ファイル), its sections in order: the supports of a section
 * by their days, then what stands outside of them.
 */
export function guidanceDocument(
  header: DocumentHeader,
  identity: Identity,
  author: Author,
  { results, supports }: Course,
): string {
  const codes = [...new Set([...results, ...supports].map((one) => one.section))].sort();
  const sections = codes.map((code) => {
    const held = supports.filter((support) => support.section === code);
    const inside = results.filter((result) => result.section === code);
    const acts = held
      .toSorted((a, b) => ((a.heldOn ?? '') < (b.heldOn ?? '') ? -1 : 1))
      .map((support) =>
        act(
          support,
          inside.filter((result) => result.support === support.key),
        ),
      );
    const keys = new Set(held.map((support) => support.key));
    const others = inside.filter(({ support }) => support === null || !keys.has(support));
    return section(
      code,
      [...acts, ...others.map(observation)].map((content) => element('entry', {}, content)),
    );
  });
  return clinicalDocument(header, identity, author, 'postal-code', sections);
}

function act(support: Support, results: readonly GuidanceResult[]): string {
  const { heldOn, form, performer, institution } = support;
  const related = [duration(support), pointsOf(support), ...results.map(observation)];
  return element(
    'act',
    { classCode: 'ACT', moodCode: 'EVN' },
    form === null ? element('code', { nullFlavor: 'NI' }) : coded('code', form, '24010'),
    heldOn === null ? '' : element('effectiveTime', { value: compactDay(heldOn) }),
    element(
      'performer',
      {},
      element(
        'assignedEntity',
        {},
        element('id', { nullFlavor: 'NI' }),
        performer === null ? '' : coded('code', performer, '3020'),
        organization(institutionId, institution ?? noInstitution),
      ),
    ),
    ...related
      .filter((content) => content !== '')
      .map((content) => element('entryRelationship', { typeCode: 'COMP' }, content)),
  );
}

/** How long a support lasted stands in the time of an observation, not in its value. */
function duration({ section, minutes }: Support): string {
  const item = roleItem(section, 'minutes');
  if (item === undefined || minutes === null) return '';
  const width = element('width', { value: String(minutes), unit: 'min' });
  return observed(item, element('effectiveTime', {}, width));
}

function pointsOf({ section, points }: Support): string {
  const item = roleItem(section, 'points');
  if (item === undefined || points === null) return '';
  return observed(item, element('value', { 'xsi:type': 'INT', value: String(points) }));
}

function observation(result: GuidanceResult): string {
  const item = guidanceForms().get(result.code);
  return item === undefined ? '' : observed(item, writtenValue(result, item));
}

function observed({ code, mood }: GuidanceForm, content: string): string {
  return element('observation', { classCode: 'OBS', moodCode: mood }, coded('code', code, '1006'), content);
}

function writtenValue(
  { number, choice, system, text: words, day }: GuidanceResult,
  { type, unit, system: listed, decimals }: GuidanceForm,
): string {
  switch (type) {
    case 'PQ':
      return number === null
        ? ''
        : element('value', { 'xsi:type': 'PQ', value: listedNumber(number, decimals), unit });
    case 'INT':
      return number === null ? '' : element('value', { 'xsi:type': 'INT', value: listedNumber(number, 0) });
    case 'CD':
      return choice === null
        ? ''
        : element('value', { 'xsi:type': 'CD', code: choice, codeSystem: `${root}${system ?? listed}` });
    case 'DAY':
      return day === null ? '' : element('value', { 'xsi:type': 'ST' }, compactDay(day));
    default:
      return words === null ? '' : element('value', { 'xsi:type': 'ST' }, text(words));
  }
}
