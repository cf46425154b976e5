import type { Effects } from '../effects.ts';
import type { Language } from '../text.ts';

/** Real effects: a progress line on a terminal, one line per finished step elsewhere. */
export function terminalEffects(language: Language): Effects {
  const live = process.stderr.isTTY === true;
  let shown = '';
  const clear = () => {
    if (live && shown) process.stderr.write('\r\x1b[2K');
    shown = '';
  };
  return {
    language,
    now: () => new Date(),
    output: (text) => {
      clear();
      process.stdout.write(text);
    },
    log: (line) => {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress: (step, done, total) => {
      if (!live) return;
      const line = total ? `${bar(done / total)} ${step}` : `${step} ${done.toLocaleString('ja-JP')}`;
      if (line === shown) return;
      process.stderr.write(`\r\x1b[2K${line}`);
      shown = line;
    },
  };
}

function bar(share: number): string {
  const full = Math.max(0, Math.min(20, Math.round(share * 20)));
  return `[${'█'.repeat(full)}${'·'.repeat(20 - full)}] ${String(Math.round(share * 100)).padStart(3)}%`;
}
