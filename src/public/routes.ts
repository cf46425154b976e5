import type { Language } from '#shared/text.ts';

/** `/en/…` is the English twin of every page. */
export function languageOf(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'ja';
}

/** The path without the language prefix and without a slash at its end. */
export function pathOf(path: string): string {
  const bare = languageOf(path) === 'en' ? path.slice('/en'.length) : path;
  return bare.replace(/\/+$/, '') || '/';
}
