import fs, { writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';

/**
 * Loaded before the program (`node --import`): kills the process, without a chance to tidy up, at the n-th thing it
 * does to a database or a sealed file (KILL_AT; with KILL_FILES also to any other file); every other time when the work
 * has begun. Where it ends by itself, KILL_COUNT receives how many things there were.
 */
const killAt = Number(process.env['KILL_AT']);
const countFile = process.env['KILL_COUNT'];
let steps = 0;

function count<T extends object, K extends keyof T>(owner: T, name: K): void {
  const original = owner[name];
  if (typeof original !== 'function') throw new Error('nothing to count');
  const counted = function (this: unknown, ...parameters: unknown[]): unknown {
    const mine = ++steps;
    if (mine === killAt && killAt % 2 === 1) process.kill(process.pid, 'SIGKILL');
    const result: unknown = Reflect.apply(original, this, parameters);
    if (mine === killAt) process.kill(process.pid, 'SIGKILL');
    return result;
  };
  Object.defineProperty(owner, name, { value: counted, configurable: true, writable: true });
}

count(DuckDBPreparedStatement.prototype, 'run');
count(DuckDBConnection.prototype, 'run');
count(DuckDBConnection.prototype, 'runAndReadAll');
count(DatabaseSync.prototype, 'exec');
count(StatementSync.prototype, 'run');
count(promises, 'open');
count(promises, 'rename');
if (process.env['KILL_FILES'] !== undefined) {
  count(fs, 'writeFileSync');
  count(fs, 'renameSync');
}
syncBuiltinESMExports();

process.once('exit', () => {
  if (countFile !== undefined) writeFileSync(countFile, String(steps));
});
