import type { Tally } from '../planted.ts';
import type { Counted } from './count.ts';
import type { JudgedItem } from './findings.ts';
import type { Judged } from './judge.ts';

const fields = {
  'blood-pressure': ['sbp', 'dbp'],
  glucose: ['fpg', 'hba1c'],
  lipids: ['ldl', 'tg', 'hdl'],
} as const;

/** Counts what became of last year's levels and problems in this year's checkup. */
export function countChanges(tally: Tally, { year, now, before }: Counted): void {
  const [to, from] = [now?.ofYear?.judged, before?.ofYear?.judged];
  if (to === undefined || from === undefined || year.age < 41) return;
  const { sex, fiscalYear } = year;
  const period = String(fiscalYear);
  const change = (name: string, isBetter: boolean) =>
    tally.add('checkup-changes', period, [name, sex], {}, isBetter ? ['before', 'improved'] : ['before']);
  const known = [from.level, to.level, from.metabolic, to.metabolic];
  if (!known.includes('undecidable')) tally.add('checkup-transitions', period, known, {}, ['persons']);
  if (before?.course?.isStartKnown && to.level !== 'undecidable')
    change('guidance', to.level !== 'intensive' && to.level !== 'motivational');
  const isObese = obesity(to);
  if (obesity(from) && isObese !== undefined) change('obesity', !isObese);
  for (const [name, items] of Object.entries(fields)) {
    const isControlled = control(from, to, items);
    if (isControlled !== undefined) change(name, isControlled);
  }
}

/** Waist or BMI at its limit; undefined where neither was measured. */
function obesity({ findings }: Judged): boolean | undefined {
  const found = [findings.get('waist'), findings.get('bmi')].filter((one) => one !== undefined);
  return found.length === 0 ? undefined : found.some((one) => one !== 'within');
}

/** Whether a field in the range of disease last year is no longer in it; undefined where it was not, or is not known. */
function control(from: Judged, to: Judged, items: readonly JudgedItem[]): boolean | undefined {
  const was = items.filter((item) => from.findings.get(item) === 'referral');
  if (was.length === 0) return undefined;
  if (items.some((item) => to.findings.get(item) === 'referral')) return false;
  return was.every((item) => to.findings.has(item)) ? true : undefined;
}
