import { readFileSync } from 'node:fs';

const tokens = readFileSync(new URL('../styles/1-tokens.css', import.meta.url), 'utf8');

/** Colours of the light theme by their names: a file by itself and a PDF have no theme to switch. */
const colours = new Map(
  [...tokens.slice(0, tokens.indexOf('@media')).matchAll(/--([a-z0-9-]+): (#[0-9a-f]+)/g)].map(
    ([, name = '', code = '']) => [name, code],
  ),
);

/** The code of a colour by its token. @throws Error for a name that is no token */
export function colour(name: string): string {
  const found = colours.get(name);
  if (found === undefined) throw new Error(`no colour ${name}`);
  return found;
}

/** Theme variables replaced by their colours. */
export function withColours(text: string): string {
  return text.replaceAll(/var\(--([a-z0-9-]+)\)/g, (_, name: string) => colour(name));
}
