import type { Effects } from '#shared/effects.ts';

/** The steps of a demo: each tells what it is, and how many seconds it took is kept under its name. */
export type Steps = {
  readonly step: <T>(name: string, title: string, work: () => Promise<T>) => Promise<T>;
  readonly seconds: Record<string, number>;
};

export function startSteps(effects: Effects): Steps {
  const seconds: Record<string, number> = {};
  return {
    seconds,
    async step(name, title, work) {
      const start = performance.now();
      effects.log(title);
      const value = await work();
      seconds[name] = Math.round((performance.now() - start) / 10) / 100;
      return value;
    },
  };
}
