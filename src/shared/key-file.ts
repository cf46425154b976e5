import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './errors.ts';
import type { Home } from './home.ts';

/** Text of a key file of a home (`private/keys/<name>`). @throws {UserError} NOT_FOUND naming the file */
export function readKeyFile(home: Home, name: string): string {
  const path = join(home.keys, name);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw new UserError(
    'NOT_FOUND',
    {
      ja: `鍵のファイル private/keys/${name} が見つかりません。データは変わっていません。`,
      en: `The key file private/keys/${name} is missing. No data was changed.`,
    },
    {
      hint: {
        ja: '保管してある鍵を元の場所に戻し、kenpo doctor で確かめてください。鍵はバックアップには含まれません。',
        en: 'Put the kept key back and check with kenpo doctor; backups do not contain keys.',
      },
    },
  );
}
