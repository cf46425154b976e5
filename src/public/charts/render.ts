import { parse, type Spec, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Language } from '#shared/text.ts';
import { measureByFont } from './text-width.ts';
import type { Variant } from './variants.ts';

/** A chart of a dashboard folder: Vega-Lite without data. */
export type ChartFile = Readonly<Record<string, unknown>>;

/** Rows a chart draws, and the numbers its axis is made of. */
type Drawn = {
  readonly rows: readonly object[];
  readonly axis: Readonly<Record<string, number | string>>;
  readonly room: number;
};

export type Drawing = {
  readonly chart: ChartFile;
  readonly theme: ChartFile;
  readonly data: Drawn;
  readonly variant: Variant;
  readonly language: Language;
};

measureByFont();

/** The Vega specification of a chart with its released rows inside: what the browser's interactive layer is given. */
export function vegaOf({ chart, theme, data, variant, language }: Drawing): Spec {
  const { width, narrow, low } = variant;
  const name = (chart['data'] as { name: string }).name;
  const params = Object.entries({ narrow, ja: language === 'ja', ...data.axis, room: data.room }).map(
    ([key, value]) => ({
      name: key,
      value,
    }),
  );
  const own = Array.isArray(chart['params']) ? chart['params'] : [];
  const spec = {
    ...chart,
    width,
    ...(low ? { height: lowHeight(chart['height']) } : {}),
    params: [...params, ...own],
    datasets: { [name]: data.rows },
    config: theme,
  };
  const silent = {
    warn: () => silent,
    info: () => silent,
    debug: () => silent,
    error: () => silent,
    level: () => silent,
  };
  return compile(spec as unknown as TopLevelSpec, { logger: silent as never }).spec;
}

/** Heights for paper, where a page holds question, answer, tiles and three figures. */
function lowHeight(height: unknown): unknown {
  return typeof height === 'number' ? Math.round(height * 0.68) : { step: 23 };
}

/**
 * The chart as SVG text: complete without script, colours as CSS variables, no style attribute.
 * `label` is what a screen reader says; the marks inside are silent.
 */
export async function svgOf(drawing: Drawing, label: string, id: string, className: string): Promise<string> {
  const view = new View(parse(vegaOf(drawing)), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  // Vega counts clip paths through the life of the process; a page must have the same bytes whenever it is drawn.
  const clips = new Map<string, string>();
  const clipName = (clip: string) => {
    const name = clips.get(clip) ?? `${id}-clip${clips.size + 1}`;
    clips.set(clip, name);
    return name;
  };
  return svg
    .replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, '')
    .replaceAll(/\bclip\d+/g, (clip) => clipName(clip))
    .replace(
      /^<svg [^>]*?(width="[^"]*") (height="[^"]*") (viewBox="[^"]*")[^>]*>/,
      `<svg class="${className}" role="img" aria-label="${attribute(label)}" $1 $2 $3>`,
    );
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
