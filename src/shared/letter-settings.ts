import { z } from 'zod';
import type { Settings } from './config.ts';
import { UserError } from './errors.ts';

const text = z.string().min(1);

/**
 * `[letters]` of society.toml: sender and contact of letters, and the window of the envelope in mm from its top left
 * corner (長形3号, lying lengthwise). The window must leave room for the sender beside it and the title below it.
 */
export const lettersSchema = z
  .strictObject({
    sender: text.optional(),
    postal_code: z.string().regex(/^\d{3}-\d{4}$/),
    address: text,
    department: text,
    phone: z.string().regex(/^[0-9-]{6,20}$/),
    hours: text,
    window: z
      .strictObject({
        left: z.number().min(12).max(40).default(20),
        top: z.number().min(8).max(30).default(12),
        width: z.number().min(75).max(110).default(90),
        height: z.number().min(40).max(60).default(45),
      })
      .refine(({ left, width }) => left + width <= 125, 'left + width must be at most 125')
      .refine(({ top, height }) => top + height <= 68, 'top + height must be at most 68')
      .prefault({}),
  })
  .optional();

/** Sender, contact and window of a society's letters. Lengths in mm. */
export type LetterSettings = NonNullable<ReturnType<typeof toLetters>>;

/** The sender is the society itself unless it names another. */
export function toLetters(table: z.infer<typeof lettersSchema>, society: string) {
  if (!table) return undefined;
  const { sender = society, postal_code: postalCode, address, department, phone, hours, window } = table;
  return { sender, postalCode, address, department, phone, hours, window };
}

/**
 * The settings of letters, which a society must have written before its first letter.
 * @throws {UserError} CONFIG_INVALID where society.toml has no `[letters]`.
 */
export function requireLetters(settings: Settings): LetterSettings {
  if (settings.letters) return settings.letters;
  throw new UserError(
    'CONFIG_INVALID',
    {
      ja: 'society.toml に通知の差出人（[letters]）がありません。',
      en: 'society.toml has no sender of letters ([letters]).',
    },
    {
      hint: {
        ja: 'docs/settings.md の説明に合わせて [letters] を書き、もう一度実行してください。何も印刷していません。',
        en: 'Write [letters] as docs/settings.md says and run the command again. Nothing was printed.',
      },
    },
  );
}
