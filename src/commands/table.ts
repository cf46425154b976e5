import type { Command } from '#shared/define.ts';

/** Every command, loaded only when it is used: name → its definition. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./demo.ts')).default,
  init: async () => (await import('./init.ts')).default,
  ingest: async () => (await import('./ingest.ts')).default,
  inspect: async () => (await import('./inspect.ts')).default,
  build: async () => (await import('./build.ts')).default,
  release: async () => (await import('./release.ts')).default,
  approve: async () => (await import('./approve.ts')).default,
  serve: async () => (await import('./serve.ts')).default,
  protect: async () => (await import('./protect.ts')).default,
  verify: async () => (await import('./verify.ts')).default,
  doctor: async () => (await import('./doctor.ts')).default,
};
