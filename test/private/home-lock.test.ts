import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withHomeLock } from '#private/home-lock.ts';
import { type Home, homeOf } from '#shared/home.ts';

let home: Home;
beforeEach(() => {
  home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-lock-')));
});
afterEach(() => rmSync(home.root, { recursive: true }));

describe('withHomeLock', () => {
  it('lets one in at a time and is free again afterwards, also after an error', async () => {
    await withHomeLock(home, async () => {
      await expect(withHomeLock(home, async () => 0)).rejects.toThrow(/HOME_IN_USE/);
    });
    await expect(withHomeLock(home, async () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(await withHomeLock(home, async () => 7)).toBe(7);
    expect(readdirSync(home.private)).toEqual([]);
  });

  it('takes over the lock of a process that is gone', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    mkdirSync(home.private, { recursive: true });
    for (const holder of [`${gone} 12345`, `${process.pid} 1`, 'rubbish']) {
      writeFileSync(join(home.private, 'in-use'), holder);
      expect(await withHomeLock(home, async () => existsSync(join(home.private, 'in-use')))).toBe(true);
    }
  });
});
