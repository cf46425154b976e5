import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from './errors.ts';

/** The folder that holds everything of one society; the sub-folders mirror the zones. */
export function homeOf(directory: string) {
  const root = resolve(directory);
  const at = (...parts: string[]) => join(root, ...parts);
  return {
    root,
    settings: at('society.toml'),
    private: at('private'),
    keys: at('private', 'keys'),
    inbox: at('private', 'inbox'),
    raw: at('private', 'raw'),
    vault: at('private', 'vault.sqlite'),
    warehouse: at('private', 'warehouse.duckdb'),
    proofs: at('private', 'proofs'),
    candidates: at('private', 'candidates'),
    drafts: at('private', 'drafts'),
    outbox: at('private', 'outbox'),
    ledgerKept: at('private', 'ledger-kept.json'),
    inUse: at('private', 'in-use'),
    scheduleInUse: at('private', 'schedule-in-use'),
    tmp: at('private', 'tmp'),
    logs: at('private', 'logs'),
    sample: at('private', 'sample'),
    officeDirectory: at('office'),
    office: at('office', 'office.sqlite'),
    public: at('public'),
    releases: at('public', 'releases'),
    current: at('public', 'current'),
    releaseKey: at('public', 'release.pub'),
  } as const;
}

export type Home = ReturnType<typeof homeOf>;

/** The home of `--home`, else of `KENPO_HOME`, else `./society`. */
export function chooseHome(option: string | boolean | undefined, environment: NodeJS.ProcessEnv): Home {
  return homeOf(typeof option === 'string' ? option : (environment['KENPO_HOME'] ?? 'society'));
}

/**
 * The chosen home, which must exist.
 * @throws {UserError} HOME_MISSING
 */
export function requireHome(option: string | boolean | undefined, environment: NodeJS.ProcessEnv): Home {
  const home = chooseHome(option, environment);
  if (!existsSync(home.settings)) {
    throw new UserError(
      'HOME_MISSING',
      {
        ja: '組合のフォルダーに society.toml が見つかりません。',
        en: 'No society.toml was found in the home folder.',
      },
      {
        hint: {
          ja: '--home で場所を指定するか、kenpo init --home フォルダー で作ってください。試すだけなら kenpo demo です。',
          en: 'Point --home at it, or make one with kenpo init --home DIR. To try things out: kenpo demo.',
        },
      },
    );
  }
  return home;
}
