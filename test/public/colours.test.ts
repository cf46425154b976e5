import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { appOf, get, sampleSite } from './sample-site.ts';

const styles = fileURLToPath(new URL('../../src/public/styles/', import.meta.url));
const css = readdirSync(styles).map((name) => [name, readFileSync(join(styles, name), 'utf8')] as const);
const tokens = readFileSync(
  join(createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens'), '..', 'tokens.css'),
  'utf8',
);
const known = new Set([...tokens.matchAll(/#[0-9a-f]{6}\b/gi)].map(([one]) => one.toLowerCase()));
/** White, black, the page ground of the dashboard guide book, and the dark surface between two tokens. */
const allowed = new Set([...known, '#ffffff', '#000000', '#f8f8fb', '#262626']);

describe('colours', () => {
  test('are tokens only, and stand in the token file only', () => {
    expect(known.size).toBeGreaterThan(100);
    for (const [name, text] of css)
      for (const [colour] of text.matchAll(/#[0-9a-f]{3,8}\b/gi)) {
        if (name !== '1-tokens.css') expect(colour, name).toBe('#fff');
        expect(allowed.has(long(colour)), `${name} ${colour}`).toBe(true);
      }
    for (const [name, text] of css) expect(text, name).not.toMatch(/rgba?\(|hsl|color-mix/);
  });

  test('of charts are names of roles, so that one drawing serves light, dark and print', async () => {
    const text = await (await get(appOf(await sampleSite()), '/cost')).text();
    const paints = [...text.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, paint]) => paint ?? '');
    expect(paints.length).toBeGreaterThan(200);
    for (const paint of new Set(paints))
      expect(paint).toMatch(/^(none|transparent|url\(#hatch\)|var\(--[a-z0-9-]+\))$/);
  });

  test.each([
    ['--text', '--page', 4.5],
    ['--text', '--surface', 4.5],
    ['--sub', '--page', 4.5],
    ['--link', '--page', 4.5],
    ['--on-own', '--own', 4.5],
    ['--own', '--surface', 3],
    ['--bench', '--surface', 3],
    ['--male', '--surface', 3],
    ['--female', '--surface', 3],
    ['--c1', '--surface', 3],
    ['--c2', '--surface', 3],
    ['--c3', '--surface', 3],
    ['--c4', '--surface', 3],
    ['--c5', '--surface', 3],
    ['--c6', '--surface', 3],
    ['--strong', '--hatch-ground', 4.5],
    ['--warn-text', '--warn-bg', 4.5],
  ])('%s on %s: %s to 1, light and dark', (front, back, least) => {
    for (const theme of themes())
      expect(contrast(theme[front] ?? '', theme[back] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

test('no font size under 14 px on screen or 9 pt in print', () => {
  for (const [name, text] of css)
    for (const [, size, unit] of text.matchAll(/font(?:-size)?:[^;]*?\b([\d.]+)(px|pt)/g))
      expect(Number(size), `${name} ${size}${unit}`).toBeGreaterThanOrEqual(unit === 'px' ? 14 : 9);
});

function themes(): readonly Record<string, string>[] {
  const text = css.find(([name]) => name === '1-tokens.css')?.[1] ?? '';
  const [light = '', dark = ''] = text.split('@media');
  const read = (part: string) =>
    Object.fromEntries(
      [...part.matchAll(/(--[a-z0-9-]+): (#[0-9a-f]+)/g)].map(([, name, colour]) => [name, colour]),
    );
  return [read(light), { ...read(light), ...read(dark) }];
}

function long(colour: string): string {
  return (colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour).toLowerCase();
}

/** Contrast of two colours (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map(luminance).sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(long(colour).slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
