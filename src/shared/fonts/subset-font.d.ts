declare module 'subset-font' {
  /** Cuts the glyphs of `text` out of a font. */
  export default function subset(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2' | 'sfnt'; noHinting?: boolean },
  ): Promise<Buffer>;
}
