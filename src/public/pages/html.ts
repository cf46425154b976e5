import { raw, html as tagged } from 'hono/html';

/** Escaped HTML; nested pieces and lists of pieces are taken as they are. */
export type Html = ReturnType<typeof tagged>;

export const html: (strings: TemplateStringsArray, ...values: readonly Piece[]) => Html = tagged;

export type Piece = Html | string | number | undefined | null | false | readonly Piece[];

/** SVG of our own making. */
export function svg(text: string): Html {
  return raw(text);
}
