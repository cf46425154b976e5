import { UserError } from '#shared/errors.ts';

/** A line with its number in the input, from 1. */
export type Line = { readonly number: number; readonly text: string };

/** Characters a line may have: a person takes a few hundred. */
const longest = 100_000;

/**
 * The lines of a stream, those of one chunk at a time, so that each is answered as soon as it has come. Empty lines are
 * left out and counted.
 * @throws {UserError} INPUT_UNREADABLE where a line does not end
 */
export async function* linesByChunk(
  chunks: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder();
  let number = 0;
  let rest = '';
  const numbered = (texts: readonly string[]) =>
    texts.map((text) => ({ number: ++number, text: text.trim() })).filter(({ text }) => text !== '');
  for await (const chunk of chunks) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const texts = rest.split('\n');
    rest = texts.pop() ?? '';
    if (rest.length > longest) throw endless(number + texts.length + 1);
    if (texts.length > 0) yield numbered(texts);
  }
  yield numbered([rest + decoder.decode()]);
}

function endless(line: number): UserError {
  return new UserError(
    'INPUT_UNREADABLE',
    {
      ja: `${line} 行目が長すぎるため、そこで止めました。それより前の行の結果は正しいものです。`,
      en: `Line ${line} is too long, so this stopped there. The results of the lines before it are right.`,
    },
    {
      hint: {
        ja: `1行に1人ずつ、${longest} 文字までで書いてください。`,
        en: `Write one person a line, of at most ${longest} characters.`,
      },
      data: { line },
    },
  );
}
