import { em, fullWidth, heightOf, noteGap, notePoints } from './metrics.ts';
import { wrap } from './wrap.ts';

/** A block of short remarks under a title. */
export type Note = { readonly title: string; readonly items: readonly string[] };

/** Breaks a note into lines for one of so many columns `beside` each other; tops in mm from its own top. */
export function noteOf(note: Note, beside: number) {
  const width = (fullWidth - (beside - 1) * noteGap) / beside;
  const indent = em(notePoints);
  let top = 7;
  const lines = note.items.map((item) => {
    const broken = wrap(item, width - indent, notePoints);
    const at = top;
    top += heightOf(broken.length, notePoints, 0.4) + em(notePoints) * 0.5;
    return { top: at, text: broken.join('\n') };
  });
  return { title: note.title, width, lines, height: top };
}
