import type { Figure } from '#shared/define.ts';

/** One rendering of a chart: its class in the page, its width in CSS px, whether short labels and low rows are needed. */
export type Variant = {
  readonly name: string;
  readonly width: number;
  readonly narrow: boolean;
  readonly low?: true;
};

/** Charts are drawn again for each width, never scaled: scaling would shrink their text. */
const variants: Readonly<Record<'full' | 'seven' | 'five', readonly Variant[]>> = {
  full: [
    { name: 'wide', width: 948, narrow: false },
    { name: 'medium', width: 568, narrow: false },
    { name: 'narrow', width: 324, narrow: true },
    { name: 'print', width: 650, narrow: false, low: true },
  ],
  seven: [
    { name: 'wide', width: 520, narrow: false },
    { name: 'narrow', width: 324, narrow: true },
    { name: 'print', width: 360, narrow: false, low: true },
  ],
  five: [
    { name: 'wide', width: 356, narrow: true },
    { name: 'narrow', width: 324, narrow: true },
    { name: 'print', width: 236, narrow: true, low: true },
  ],
};

export function variantsOf(span: Figure['span']): readonly Variant[] {
  return variants[span ?? 'full'];
}
