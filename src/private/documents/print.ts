import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onePersonOnly } from '#office/ledger/refusals.ts';
import { listPeople } from '#office/people.ts';
import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';
import { dateOf } from '#shared/month.ts';
import { loadPurposes, requirePurpose } from '#shared/purposes.ts';
import { notSelected } from '../not-selected.ts';
import { runDay } from '../run-day.ts';
import { openForSelection } from '../warehouse.ts';
import { requireFreshConsent } from './consent.ts';
import { type DraftHeader, openDraft } from './draft.ts';
import { kindOf, kinds } from './kinds.ts';
import { type PrintResult, requirePrintable } from './print-draft.ts';
import type { PrintAnswer, PrintMessage } from './print-process.ts';
import { printerFailed } from './refusals.ts';
import { type Withheld, withheldPersons } from './withheld.ts';

const program = fileURLToPath(new URL('./print-child.ts', import.meta.url));

/**
 * Prints a confirmed draft in a process of its own, which alone opens the vault; this one never sees a name.
 * Whom the newest consent flags and the newest ledger keep off it is looked up now: what came after the draft is heeded
 * (not for a report that the law asks for).
 * @param person id of the registered person who prints; the passphrase is this person's own
 * @throws {UserError} as `printDraft`; SAME_PERSON also where no registered person made the draft and the confirmer prints
 *   (a demo has too few persons for that), VAULT_NOT_GRANTED, PASSPHRASE_WRONG, PRINT_FAILED,
 *   CONSENT_STALE (on the day of printing, whatever day the draft describes), PURPOSE_NOT_ADOPTED, MODEL_FAILED
 */
export async function print(
  home: Home,
  settings: Settings,
  draft: string,
  person: string,
  passphrase: string,
  effects: Effects,
): Promise<PrintResult> {
  const { draft: made, confirmedBy } = requirePrintable(home, draft, person);
  const isKnown = listPeople(home).some(({ id }) => id === made.maker);
  if (confirmedBy === person && !isKnown && !settings.society.demo) throw onePersonOnly();
  const { header, close } = openDraft(home, draft);
  close();
  requireStillAdopted(header, settings, effects);
  const withheld = kindOf(kinds, header.kind).heedsConsent
    ? await withheldNow(home, settings, header, effects)
    : { everywhere: [], households: [] };
  const message = { draft, person, passphrase, withheld, home: home.root, language: effects.language };
  return printInChild(program, message, effects);
}

/** Whom the newest consent list and ledger keep off a draft. @throws {UserError} CONSENT_STALE, MODEL_FAILED */
async function withheldNow(
  home: Home,
  settings: Settings,
  { kind, asOf }: DraftHeader,
  effects: Effects,
): Promise<Withheld> {
  const warehouse = await openForSelection(home.warehouse, home.tmp);
  return notSelected({ ja: '印刷', en: 'printing' }, async () => {
    await requireFreshConsent(warehouse, await runDay(settings, warehouse, effects));
    return withheldPersons(warehouse, kind, asOf);
  }).finally(() => warehouse.close());
}

/** The purpose of a draft may have been withdrawn since; printing is the use that looks at names and addresses. */
function requireStillAdopted(
  { purpose, kind, labels }: DraftHeader,
  settings: Settings,
  effects: Effects,
): void {
  const what = labels?.[kind] ?? { ja: kind, en: kind };
  const addressing = loadPurposes().find(({ id }) => id === purpose)?.addressing ?? [];
  requirePurpose({ what, purpose, classes: [], addressing }, settings, dateOf(effects.now()));
}

/** Starts a print process and waits for its answer or its end. */
export function printInChild(
  module: string,
  message: PrintMessage,
  effects: Effects,
  nodeOptions: readonly string[] = [],
): Promise<PrintResult> {
  const { promise, resolve, reject } = Promise.withResolvers<PrintResult>();
  const child = fork(module, {
    // What a crashing library prints may quote data.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [...nodeOptions],
    env: { TZ: 'Asia/Tokyo', PATH: process.env['PATH'] },
  });
  child.on('message', (answer: PrintAnswer) => {
    if (answer.type === 'progress') effects.progress(answer.step, answer.done, answer.total);
    else if (answer.type === 'done') resolve(answer.result);
    else if (answer.type === 'failed') reject(printerFailed(answer.place));
    else {
      const { code, text, hint } = answer.error;
      reject(new UserError(code, text, hint ? { hint } : {}));
    }
  });
  child.once('error', () => reject(printerFailed('start')));
  child.once('exit', (code, signal) => reject(printerFailed(signal ?? `exit ${code}`)));
  child.send(message, (error) => error && reject(printerFailed('start')));
  return promise.finally(() => child.connected && child.disconnect());
}
