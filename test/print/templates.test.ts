import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const templates = ['src', 'pipelines', 'dashboards']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.typ'))
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

test('there are templates to look at', () => {
  expect(templates).toContain('src/print/letter.typ');
});

describe.each(templates)('%s', (path) => {
  const text = textOf(path);

  test('names no font but those of base.typ: an unknown one would leave empty boxes', () => {
    if (path === 'src/print/base.typ') return;
    for (const [, font] of text.matchAll(/\bfont:\s*([^,)\s]+)/g)) expect(['digits', 'sans']).toContain(font);
  });

  test('takes its colours from colours.typ', () => {
    if (path === 'src/print/colours.typ') return;
    expect(text).not.toMatch(/rgb\(|luma\(|cmyk\(|oklch\(/);
  });

  test('reads its data and no other file', () => {
    for (const [, read] of text.matchAll(
      /\b(?:read|json|csv|toml|yaml|xml|cbor|plugin|image)\(\s*("[^"]*")/g,
    ))
      expect(read).toBe('"/data.json"');
  });
});

test('colours of paper are design tokens, and those of the pages where the roles have the same name', () => {
  const tokens = readFileSync(
    join(createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens'), '..', 'tokens.css'),
    'utf8',
  ).toLowerCase();
  const pages = textOf('src/public/styles/1-tokens.css');
  const light = new Map(
    [...pages.slice(0, pages.indexOf('@media')).matchAll(/--([a-z0-9-]+): (#[0-9a-f]+);/g)].map(
      ([, role, colour]) => [role, colour!.length === 4 ? colour!.replace(/[0-9a-f]/g, '$&$&') : colour],
    ),
  );
  const roles = [...textOf('src/print/colours.typ').matchAll(/#let ([a-z0-9-]+) = rgb\("(#[0-9a-f]{6})"\)/g)];
  expect(roles.length).toBeGreaterThan(4);
  for (const [, role, colour] of roles) {
    expect(tokens, role).toContain(colour);
    if (light.has(role)) expect(colour, role).toBe(light.get(role));
  }
  expect(roles.filter(([, role]) => light.has(role)).length).toBeGreaterThan(4);
});
