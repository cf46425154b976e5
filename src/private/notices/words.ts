/** One list entry; with a `mark` it stands only in letters where a line has that flag. */
type Entry = { readonly text: string; readonly mark: string | undefined };

type Section = {
  readonly heading: string;
  readonly paragraph: string;
  readonly entries: readonly Entry[];
};

/** The words of a letter, from text.ja.md. */
export type LetterWords = { readonly title: string; readonly sections: ReadonlyMap<string, Section> };

/**
 * Reads text.ja.md: `# title`, then sections `## key heading` with a paragraph or entries `- text`; `- [flag] text`
 * stands only where a line of the letter has the flag. `{asOf}` is the day of the run.
 */
export function parseWords(text: string, asOf: string): LetterWords {
  const [head = '', ...parts] = text.replaceAll('{asOf}', asOf).split(/^## /m);
  const sections = parts.map((part) => {
    const [first = '', ...lines] = part.trim().split('\n');
    const [, key = '', heading = ''] = /^(\S+)\s*(.*)$/.exec(first) ?? [];
    const body = lines.filter((line) => line.trim() !== '');
    const entries = body.filter((line) => line.startsWith('- ')).map(entryOf);
    const paragraph = body.filter((line) => !line.startsWith('- ')).join('');
    return [key, { heading, paragraph, entries }] as const;
  });
  return { title: head.replace(/^# /, '').trim(), sections: new Map(sections) };
}

function entryOf(line: string): Entry {
  const [, mark, text = ''] = /^- (?:\[(\w+)\] )?(.*)$/.exec(line) ?? [];
  return { text, mark };
}

/** A section that must be there. */
export function sectionOf(words: LetterWords, key: string): Section {
  const section = words.sections.get(key);
  if (!section) throw new Error(`text.ja.md has no section ${key}`);
  return section;
}
