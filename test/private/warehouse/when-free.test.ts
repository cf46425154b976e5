import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenFree } from '#private/warehouse/when-free.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Fails as the engine does while the file is locked, `times` times. */
const lockedFor = (times: number) => {
  let left = times;
  return vi.fn(async () => {
    if (left-- > 0) throw new Error('IO Error: Could not set lock on file "x": Conflicting lock is held');
    return 'open';
  });
};

test('waits for a lock that goes away', async () => {
  const open = lockedFor(49);
  const opened = whenFree(open);
  await vi.runAllTimersAsync();
  expect(await opened).toBe('open');
  expect(open).toHaveBeenCalledTimes(50);
});

test('gives up on one that stays, with what to do next', async () => {
  const open = lockedFor(Number.POSITIVE_INFINITY);
  const refused = expect(whenFree(open)).rejects.toMatchObject({ code: 'HOME_IN_USE' });
  await vi.runAllTimersAsync();
  await refused;
  expect(open).toHaveBeenCalledTimes(50);
});

test('any other error is not waited for', async () => {
  const open = vi.fn(async () => {
    throw new Error('IO Error: the file is damaged');
  });
  await expect(whenFree(open)).rejects.toThrow('damaged');
  expect(open).toHaveBeenCalledTimes(1);
});
