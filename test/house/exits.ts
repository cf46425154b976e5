import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { root } from './source-files.ts';

/** What `docs/exits.csv` lists, as `kind exit`. */
export function listedExits(text = readFileSync(join(root, 'docs/exits.csv'), 'utf8')): string[] {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([kind, exit]) => `${kind} ${exit}`)
    .sort();
}

/** Exits that exist and are not listed, and lines that list what does not exist. */
export function compareExits(listed: readonly string[], existing: readonly string[]) {
  return {
    unlisted: existing.filter((exit) => !listed.includes(exit)),
    gone: listed.filter((exit) => !existing.includes(exit)),
  };
}

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Paths of all leaves of a JSON schema: `analyses[].measures{}.unit.ja`. */
export function schemaLeaves(schema: JsonSchema | boolean | undefined, path = ''): string[] {
  if (typeof schema !== 'object') return [path];
  if (schema.type === 'null') return [];
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (variants.length > 0) return [...new Set(variants.flatMap((variant) => schemaLeaves(variant, path)))];
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, inner]) =>
      schemaLeaves(inner, path ? `${path}.${name}` : name),
    );
  }
  if (schema.prefixItems || Array.isArray(schema.items)) return [`${path}[]`];
  if (schema.items !== undefined) return schemaLeaves(schema.items, `${path}[]`);
  if (typeof schema.additionalProperties === 'object')
    return schemaLeaves(schema.additionalProperties, `${path}{}`);
  return [path];
}
