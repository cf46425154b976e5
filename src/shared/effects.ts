import type { Language } from './text.ts';

/** Progress of one named step: `done` of `total` (`total` undefined while unknown). */
export type Progress = (step: string, done: number, total?: number) => void;

/** Everything a command does to the world besides its own files; tests pass a silent one with a fixed clock. */
export type Effects = {
  readonly language: Language;
  /** Human-readable line on stderr. */
  readonly log: (line: string) => void;
  readonly progress: Progress;
  /** Text on stdout. */
  readonly output: (text: string) => void;
  readonly now: () => Date;
};

/** Silent effects with a fixed clock (default: noon of 2026-11-21 in Japan), for tests and benchmarks. */
export function silentEffects(now = new Date('2026-11-21T12:00:00+09:00')): Effects {
  return { language: 'ja', log: () => {}, progress: () => {}, output: () => {}, now: () => now };
}
