import type { Command } from '#shared/define.ts';

/** Every command, loaded only when it is used: name → its definition. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./demo.ts')).default,
  init: async () => (await import('./init.ts')).default,
  person: async () => (await import('./person.ts')).default,
  today: async () => (await import('./today.ts')).default,
  ingest: async () => (await import('./ingest.ts')).default,
  inspect: async () => (await import('./inspect.ts')).default,
  rule: async () => (await import('./rule.ts')).default,
  build: async () => (await import('./build.ts')).default,
  revisions: async () => (await import('./revisions.ts')).default,
  unmapped: async () => (await import('./unmapped.ts')).default,
  release: async () => (await import('./release.ts')).default,
  approve: async () => (await import('./approve.ts')).default,
  list: async () => (await import('./list.ts')).default,
  notice: async () => (await import('./notice.ts')).default,
  confirm: async () => (await import('./confirm.ts')).default,
  print: async () => (await import('./print.ts')).default,
  report: async () => (await import('./report.ts')).default,
  schedule: async () => (await import('./schedule.ts')).default,
  serve: async () => (await import('./serve.ts')).default,
  protect: async () => (await import('./protect.ts')).default,
  audit: async () => (await import('./audit.ts')).default,
  verify: async () => (await import('./verify.ts')).default,
  doctor: async () => (await import('./doctor.ts')).default,
};
