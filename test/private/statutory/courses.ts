import type { RawRows } from '../../pipelines/fixture.ts';

type Cells = Readonly<Record<string, unknown>>;

/** One guidance document of a person: its event, its supports and its items. */
export type Told = {
  readonly person: number;
  /** 報告区分 */
  readonly report: string;
  readonly day: string;
  readonly cells?: Cells;
  readonly supports?: readonly Cells[];
  readonly items?: readonly (Cells & { readonly item_code: string })[];
};

/** Documents of guidance of the checkup of 1 June 2025 as raw rows of file 6. */
export function courses(documents: readonly Told[]): RawRows {
  const key = (index: number) => ({ file_id: 6, guidance_seq: index + 1 });
  return {
    guidance: documents.map(({ person, report, day, cells }, index) => ({
      ...key(index),
      document: index + 1,
      form: 'archive',
      provenance: 'own',
      key_base: `key-${person}`,
      sex: '1',
      event_on: day,
      age_on_day: 45,
      insurer_number: '06999991',
      institution: '1320000001',
      program: '100',
      report_code: report,
      level_code: '1',
      examined_on: '2025-06-01',
      records: 1,
      ...cells,
    })),
    guidance_support: documents.flatMap(({ supports = [] }, index) =>
      supports.map((support, place) => ({ ...key(index), support_seq: place + 1, ...support })),
    ),
    guidance_result: documents.flatMap(({ items = [] }, index) =>
      items.map((item, place) => ({
        ...key(index),
        section: '90010',
        state: 'measured',
        position: place + 1,
        ...item,
      })),
    ),
  };
}

const first = { section: '90030', kind: 'first', form_code: '1', minutes: 30, performer_code: '2' };
const last = { section: '90060', kind: 'final', form_code: '5', performer_code: '2' };

/** First interview of a person. */
export function begun(person: number, day = '2025-06-10', cells: Cells = {}): Told {
  return {
    ...{ person, report: '21', day, cells },
    supports: [{ ...first, held_on: day }],
    items: [
      { item_code: '1020000001', choice: '1', choice_system: '1112' },
      { item_code: '1020000002', choice: '3', choice_system: '3002' },
    ],
  };
}

/** Final evaluation of a person; 4 cm and 3.6 kg less than {@link intensive} had are worth 180 points. */
export function finished(person: number, day = '2025-09-20', weight = 60, cells: Cells = {}): Told {
  const value = { section: '90060', support_seq: 1 };
  return {
    ...{ person, report: '22', day, cells },
    supports: [{ ...last, held_on: day }],
    items: [
      { ...value, item_code: '1042001031', number: 86, unit: 'cm' },
      { ...value, item_code: '1042001032', number: weight, unit: 'kg' },
      { section: '90070', item_code: '1042010080', number: 180 },
    ],
  };
}
