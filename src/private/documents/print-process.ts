import { systemRefusal } from '#shared/cli/system-refusal.ts';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import { homeOf } from '#shared/home.ts';
import type { Language } from '#shared/text.ts';
import { placeOf } from '../intake/messages.ts';
import { openVaultKey } from '../vault/person-key.ts';
import type { Kinds } from './kinds.ts';
import { type PrintOrder, type PrintResult, printDraft } from './print-draft.ts';

/** What the parent tells the print process, over a channel no other process can read. */
export type PrintMessage = Omit<PrintOrder, 'vaultKey'> & {
  readonly home: string;
  /** The printing person's own: it opens the vault. */
  readonly passphrase: string;
  readonly language: Language;
};

/** What the print process answers: numbers and digests; a failure carries its place in the program, never a message. */
export type PrintAnswer =
  | { readonly type: 'progress'; readonly step: string; readonly done: number; readonly total?: number }
  | { readonly type: 'done'; readonly result: PrintResult }
  | { readonly type: 'refused'; readonly error: Pick<UserError, 'code' | 'text' | 'hint'> }
  | { readonly type: 'failed'; readonly place: string };

/** Waits for one order, carries it out and answers; ends when its parent lets go of it or ends. */
export function servePrinting(kinds: Kinds): void {
  process.once('disconnect', () => process.exit());
  process.once('message', async (message: PrintMessage) => process.send?.(await carryOut(message, kinds)));
}

async function carryOut(message: PrintMessage, kinds: Kinds): Promise<PrintAnswer> {
  const { passphrase, language, ...order } = message;
  try {
    const home = homeOf(message.home);
    const vaultKey = openVaultKey(home, order.person, passphrase);
    const result = await printDraft(home, { ...order, vaultKey }, kinds, childEffects(language));
    return { type: 'done', result };
  } catch (thrown) {
    const error = systemRefusal(thrown) ?? thrown;
    if (!(error instanceof UserError)) return { type: 'failed', place: placeOf(error) };
    const { code, text, hint } = error;
    return { type: 'refused', error: { code, text, hint } };
  }
}

function childEffects(language: Language): Effects {
  return {
    language,
    log: () => {},
    output: () => {},
    now: () => new Date(),
    progress: (step, done, total) =>
      process.send?.({ type: 'progress', step, done, ...(total === undefined ? {} : { total }) }),
  };
}
