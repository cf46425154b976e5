import type { Highs, InitOptions } from 'highs';

type Load = (options: InitOptions) => Promise<Highs>;

let loaded: Promise<Highs> | undefined;

async function load(): Promise<Highs> {
  const module = await import('highs');
  // The package types its ES module as CommonJS, so the compiler sees the loader one level too deep.
  const start = module.default as unknown as Load;
  return start({ print: () => {}, printErr: () => {} });
}

/** HiGHS (WebAssembly, one thread), loaded once and only when a table set needs it. */
export function loadSolver(): Promise<Highs> {
  loaded ??= load();
  return loaded;
}
