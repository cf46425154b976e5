import type { XmlElement } from '../xml.ts';
import { codeOf } from './codes.ts';
import { attribute, dayOf, find } from './tree.ts';
import type { ItemValue } from './value.ts';

/** What a support (支援) is, by its section. */
export type SupportKind = 'first' | 'continued' | 'interim' | 'final';

const kinds: Readonly<Record<string, SupportKind>> = {
  90020: 'first',
  90030: 'first',
  90040: 'continued',
  90050: 'interim',
  90060: 'final',
};

/** One support as given. */
export type Support = {
  readonly section: string;
  readonly kind: SupportKind;
  /** `YYYY-MM-DD` */
  heldOn: string | undefined;
  /** 支援形態 (list 24010) */
  form: string | undefined;
  minutes: number | undefined;
  /** 実施者 (list 3020) */
  performer: string | undefined;
  /** Process points (支援の実施ポイント). */
  points: number | undefined;
  readonly line: number;
};

/** The support an `act` tells of: day, form and performer stand on it. Undefined for plans, and in other sections. */
export function readSupport(act: XmlElement, section: string | undefined): Support | undefined {
  const kind = kinds[section ?? ''];
  const mood = attribute(act, 'moodCode') ?? 'EVN';
  if (section === undefined || kind === undefined || mood !== 'EVN') return undefined;
  const time = find(act, 'effectiveTime');
  return {
    section,
    kind,
    heldOn: dayOf(attribute(time, 'value') ?? attribute(find(time, 'low'), 'value')),
    form: codeOf('choice', attribute(find(act, 'code'), 'code')),
    minutes: undefined,
    performer: codeOf('choice', attribute(find(act, 'performer', 'assignedEntity', 'code'), 'code')),
    points: undefined,
    line: act.line,
  };
}

/** What an item inside the act says of its support; day, form and performer only where the act itself does not. */
export function completeSupport(support: Support, role: string, value: ItemValue): void {
  if (role === 'minutes') support.minutes ??= value.number;
  if (role === 'points') support.points ??= value.number;
  if (role === 'held_on') support.heldOn ??= value.day;
  if (role === 'form') support.form ??= value.choice;
  if (role === 'performer') support.performer ??= value.choice;
}

/** Minutes of a support: the width of the time of its observation; undefined where they stand elsewhere. */
export function minutesOf(observation: XmlElement): number | undefined {
  const width = find(observation, 'effectiveTime', 'width');
  const digits = (attribute(width, 'value') ?? '').normalize('NFKC');
  const isMinutes = (attribute(width, 'unit') ?? 'min') === 'min';
  return isMinutes && /^\d{1,5}(\.0*)?$/.test(digits) ? Number(digits) : undefined;
}
