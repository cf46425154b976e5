import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach } from 'vitest';
import { type Effects, silentEffects } from '#shared/effects.ts';
import { type Home, homeOf } from '#shared/home.ts';

/** An empty home for each test, and a way to change its books by other means than the program. */
export function useBooks(): { home: () => Home; tamper: (sql: string) => void } {
  let home: Home;
  beforeEach(() => {
    home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-office-')));
  });
  afterEach(() => rmSync(home.root, { recursive: true }));
  return {
    home: () => home,
    tamper(sql) {
      const office = new DatabaseSync(home.office);
      office.exec(sql);
      office.close();
    },
  };
}

/** Effects with the clock at noon of a day in Japan. */
export function onDay(day: string): Effects {
  return silentEffects(new Date(`${day}T12:00:00+09:00`));
}
