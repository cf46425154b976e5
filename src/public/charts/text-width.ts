import * as vega from 'vega';
import { widthInEm } from '#shared/fonts/ruler.ts';

/** Without a canvas Vega guesses .8 em a character, which cuts full-width text; this measures by the font. */
export function measureByFont(): void {
  // Vega exports `textMetrics` but its declarations leave it out.
  const metrics: unknown = Reflect.get(vega, 'textMetrics');
  if (typeof metrics !== 'object' || metrics === null) throw new Error('vega has no textMetrics');
  Object.assign(metrics, {
    width: (item: { readonly fontSize?: number; readonly fontWeight?: number | string }, text: unknown) =>
      widthInEm(String(text ?? ''), Number(item.fontWeight) >= 600 ? '700' : '400') * (item.fontSize ?? 14),
  });
}
