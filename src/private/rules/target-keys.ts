import { type Columns, choice, flag, number, type PersonKey } from './key-kinds.ts';

/** Required items (特定健診の必須項目) that may be missing, with their column. */
const lacking: Readonly<Record<string, string>> = {
  waist: 'lacks_waist',
  urineSugar: 'lacks_urine_sugar',
  urineProtein: 'lacks_urine_protein',
  other: 'lacks_other',
};

const exclusions = ['pregnancy', 'hospital', 'facility', 'prison', 'abroad', 'domicile', 'other'];

/** Keys of a person's year: enrolment, exclusion, what the checkup lacks and what came of it. */
export const targetKeys: Readonly<Record<string, PersonKey>> = {
  missingItems: {
    columns: Object.values(lacking),
    expects: {
      ja: '"waist"・"urineSugar"・"urineProtein"・"other" の配列（不足がなければ []）',
      en: 'a list of "waist", "urineSugar", "urineProtein" and "other" ([] where nothing is missing)',
    },
    read: readMissing,
  },
  notPerformedReason: number('not_performed_reason', 1, 3, 'whole'),
  enrolledFirstDay: flag('enrolled_first_day'),
  enrolledWholeYear: flag('enrolled_whole_year'),
  exclusion: choice('exclusion', Object.fromEntries(exclusions.map((code) => [code, code]))),
  examined: flag('is_examined'),
  complete: flag('has_required_items'),
  classified: flag('is_classified'),
};

function readMissing(value: unknown): Columns | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: readonly unknown[] = value;
  const known = Object.keys(lacking);
  if (!items.every((item) => typeof item === 'string' && known.includes(item))) return undefined;
  return Object.fromEntries(known.map((item) => [lacking[item], items.includes(item)]));
}
