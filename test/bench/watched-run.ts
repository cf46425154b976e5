import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a program needed, its child processes included. */
export type Watched<T> = {
  readonly answer: T;
  /** Processor seconds. */
  readonly cpu: number;
  /** Megabytes of all its processes together, at most. */
  readonly peakMb: number;
};

const everyMilliseconds = 50;
const ticksPerSecond = 100;

/**
 * Runs a program of ours in a process of its own and watches that process and its children in `/proc` (elsewhere the
 * figures are 0). It prints one line of JSON, its answer.
 */
export async function watchedRun<T>(program: string, order: unknown): Promise<Watched<T>> {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const cpu = new Map<number, number>();
  let peakMb = 0;
  const watch = setInterval(() => {
    let now = 0;
    for (const pid of familyOf(child.pid!)) {
      const seen = lookAt(pid);
      now += seen.mb;
      cpu.set(pid, Math.max(cpu.get(pid) ?? 0, seen.cpu));
    }
    peakMb = Math.max(peakMb, now);
  }, everyMilliseconds);
  let text = '';
  for await (const part of child.stdout) text += String(part);
  clearInterval(watch);
  if (text === '') throw new Error(`${program} gave no answer`);
  const total = [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0);
  return { answer: JSON.parse(text) as T, cpu: total, peakMb: Math.round(peakMb) };
}

/** A process and all below it. */
function familyOf(pid: number): number[] {
  const tasks = listed(`/proc/${pid}/task`);
  const children = tasks.flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(familyOf)];
}

function lookAt(pid: number): { mb: number; cpu: number } {
  const resident = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0;
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ');
  return {
    mb: Number(resident) / 1024,
    cpu: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond,
  };
}

/** A process may end at any moment: then there is nothing to read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
