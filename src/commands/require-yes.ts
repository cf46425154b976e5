import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import type { Text } from '#shared/text.ts';
import { ask } from './passphrase.ts';

/**
 * On a terminal the person says yes; elsewhere the own passphrase has said it.
 * @param refused what is told where the answer is another one
 * @throws {UserError} NOT_CONFIRMED
 */
export async function requireYes(question: Text, refused: Text, { language }: Effects): Promise<void> {
  if (process.stdin.isTTY !== true) return;
  const answer = await ask(question[language], false);
  if (['y', 'yes', 'はい'].includes(answer.normalize('NFKC').trim().toLowerCase())) return;
  throw new UserError('NOT_CONFIRMED', refused);
}
