import { UserError } from '../errors.ts';

/**
 * What the operating system refuses is no defect of the program: a full disk, missing rights, a read-only disk. Engines
 * say so in words only.
 * @returns DISK_FULL or ACCESS_DENIED; undefined for every other error
 */
export function systemRefusal(error: unknown): UserError | undefined {
  if (!(error instanceof Error) || error instanceof UserError) return undefined;
  const told = `${'code' in error ? error.code : ''} ${error.message}`;
  if (/\b(ENOSPC|EDQUOT)\b|no space left on device|disk is full/i.test(told)) return diskFull(error);
  if (/\b(EACCES|EPERM|EROFS)\b|permission denied|read-?only (file system|database)/i.test(told))
    return accessDenied(error);
  return undefined;
}

function diskFull(cause: Error): UserError {
  return new UserError(
    'DISK_FULL',
    {
      ja: 'ディスクの空きがなくなったため、途中で止めました。途中まで作ったものは使われません。',
      en: 'The disk is full, so this was stopped. What was half made is not used.',
    },
    {
      cause,
      hint: { ja: '空きを作ってから、もう一度実行してください。', en: 'Free some space and run it again.' },
    },
  );
}

function accessDenied(cause: Error): UserError {
  return new UserError(
    'ACCESS_DENIED',
    {
      ja: '組合のフォルダーを読み書きする権限がないため、止めました。データは変わっていません。',
      en: 'There is no right to read or write the home folder. No data was changed.',
    },
    {
      cause,
      hint: {
        ja: 'このフォルダーの持ち主で実行しているか、ディスクが読み取り専用でないかを確かめてください（kenpo doctor）。',
        en: 'Run it as the owner of the folder, on a disk that is not read-only (kenpo doctor).',
      },
    },
  );
}
