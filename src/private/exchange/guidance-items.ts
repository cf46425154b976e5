import { loadReference } from '#shared/lists.ts';
import { guidanceItems, type Item } from '../intake/checkup/items.ts';

/** One item of guidance (保健指導項目コード) and how it is written. */
export type GuidanceForm = Item & {
  readonly code: string;
  /** Sections it may stand in. */
  readonly sections: readonly string[];
  /** EVN happened, INT intended, GOL goal. */
  readonly mood: string;
  /** Digits after the decimal point. */
  readonly decimals: number;
};

let forms: ReadonlyMap<string, GuidanceForm> | undefined;

/** The items of `pipelines/reference/guidance-items.csv` by code. */
export function guidanceForms(): ReadonlyMap<string, GuidanceForm> {
  forms ??= new Map(
    loadReference('guidance-items').flatMap(({ code = '', section = '', mood = '', unit = '' }) => {
      const item = guidanceItems().get(code);
      const decimals = unit === 'cm' || unit === 'kg' ? 1 : 0;
      return item ? [[code, { ...item, code, sections: section.split(' '), mood, decimals }] as const] : [];
    }),
  );
  return forms;
}

/** The item of a section that holds what a support says of itself, where it has one. */
export function roleItem(section: string, role: 'minutes' | 'points'): GuidanceForm | undefined {
  return [...guidanceForms().values()].find((item) => item.role === role && item.sections.includes(section));
}
