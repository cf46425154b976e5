import { UserError } from '#shared/errors.ts';
import type { Text } from '#shared/text.ts';

/**
 * Runs engine calls that select persons or items for a document; the engine's own messages may hold a person's value
 * and are re-worded.
 * @throws {UserError} MODEL_FAILED
 */
export async function notSelected<T>(document: Text, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      'MODEL_FAILED',
      {
        ja: `「${document.ja}」の対象を選べませんでした。下書きは作っていません。`,
        en: `Nothing could be selected for "${document.en}". No draft was made.`,
      },
      {
        hint: {
          ja: 'kenpo build を実行してから、もう一度行ってください（古い表のままのことがあります）。',
          en: 'Run kenpo build and try again (the tables may be from an older version).',
        },
      },
    );
  }
}
