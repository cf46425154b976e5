import { inUse } from '../home-lock.ts';

/** Milliseconds between two attempts, and how often it is tried: a command that only looks is done in five seconds. */
const pause = 100;
const attempts = 50;

/**
 * Opens a file of the engine, which locks it against other processes; waits a few seconds for one that is just done.
 * @throws {UserError} HOME_IN_USE where the other process goes on
 */
export async function whenFree<T>(open: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof Error && /could not set lock/i.test(error.message))) throw error;
      if (attempt === attempts) throw inUse();
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
