import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding, Words } from '#shared/define.ts';
import { dashboardsDirectory, loadDashboards } from '../../src/public/dashboards.ts';
import { sampleRelease } from './sample-site.ts';

const { pages } = await loadDashboards();
const { manifest } = await sampleRelease();
const charts = readdirSync(dashboardsDirectory, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.vl.json'),
);

describe('chart files', () => {
  test.each(charts)('%s: data by name only, no address, no inline value, no filter', (name) => {
    const text = readFileSync(join(dashboardsDirectory, name), 'utf8');
    const spec: { data: unknown } = JSON.parse(text);
    const analysis = manifest.analyses.find(
      (one) => JSON.stringify(spec.data) === JSON.stringify({ name: one.name }),
    );
    expect(analysis !== undefined || /^(analysis|employer-report)\//.test(name)).toBe(true);
    expect(text).not.toMatch(/"url":|"transform"|"filter"|"datasets"|https?:|"#[0-9a-f]/);
  });
});

describe.each(pages)('page $name', (page) => {
  test('names analyses, measures, dimensions and codes that exist', () => {
    const refs = [
      ...page.tiles.flatMap((tile) => [tile.of, ...tile.rows.map((row) => row.of)]),
      ...page.figures.flatMap(({ frame }) => [frame, ...(frame.lead ? [frame.lead] : [])]),
      ...[...page.answer, ...page.figures.map((figure) => figure.title)].flatMap(slotsOf),
    ];
    expect(refs.length).toBeGreaterThan(10);
    for (const ref of refs) {
      const analysis = manifest.analyses.find((one) => one.name === ref.analysis);
      expect(Object.keys(analysis?.measures ?? {}), ref.analysis).toContain(ref.measure);
      for (const [name, code] of Object.entries(ref.at ?? {})) {
        const list = manifest.lists[analysis?.dimensions[name]?.list ?? ''] ?? [];
        expect(
          list.map((entry) => entry.code),
          `${ref.analysis}.${name}`,
        ).toContain(code);
      }
    }
  });

  test('the last version of every statement needs no more than the first', () => {
    for (const figure of page.figures) expect(figure.title.at(-1)?.ja.slots.length, figure.name).toBe(0);
  });

  test('no digit in a text that is not part of a word: figures come from cells', () => {
    const texts = [...page.answer, ...page.figures.map((figure) => figure.title)]
      .flat()
      .flatMap(({ ja, en }: { ja: Words; en: Words }) => [...ja.strings, ...en.strings]);
    for (const text of texts) expect(text.replaceAll('1人当たり', '')).not.toMatch(/[0-9０-９]/);
  });
});

function slotsOf(finding: Finding) {
  return finding
    .flatMap(({ ja, en }) => [...ja.slots, ...en.slots])
    .flatMap((slot) => ('of' in slot ? [slot.of] : []));
}
