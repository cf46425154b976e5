import type { CsvFinding } from '../checkup-csv/findings.ts';
import type { ValueFinding } from './value.ts';

/** Something odd about an item or a document as a whole. */
export type DocumentFinding =
  | ValueFinding
  | 'checkup_repeated_item'
  | 'checkup_unlisted_item'
  | 'checkup_schema'
  | 'guidance_support_day';

/** How often something was noticed about one item of a document, and on which line first. */
export type Noticed = {
  readonly code: DocumentFinding | CsvFinding;
  /** Item code (or column of a mapping); undefined where it is about no item, or where the code does not look like one. */
  readonly item: string | undefined;
  readonly line: number;
  readonly count: number;
};

export type Notices = {
  readonly add: (code: Noticed['code'], line: number, item?: string) => void;
  readonly all: () => readonly Noticed[];
};

export function createNotices(): Notices {
  const found = new Map<string, { -readonly [K in keyof Noticed]: Noticed[K] }>();
  return {
    add(code, line, item) {
      const key = `${code} ${item ?? ''}`;
      const entry = found.get(key);
      if (entry) entry.count++;
      else found.set(key, { code, item, line, count: 1 });
    },
    all: () => [...found.values()],
  };
}
