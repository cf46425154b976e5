import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadSettings, type Settings } from '#shared/config.ts';
import { UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';
import { advice, type Diagnosis, fine, problem, same } from './diagnosis.ts';

const keyFiles = [
  'index.key',
  'raw.key',
  'proof.key',
  'vault.key',
  'vault.pub',
  'release.key',
  'release.pub',
];

/** Settings, folders, keys and rights of an existing home, and what is still to be done in it. */
export function examineHome(home: Home): Diagnosis[] {
  const { settings, diagnosis } = examineSettings(home);
  return [
    diagnosis,
    examineFolders(home),
    examinePrivate(home),
    examinePublic(home),
    examineKeys(home),
    examinePassphrase(home, settings?.society.demo ?? false),
    examineReleaseKey(home),
    examineScratch(home),
    examineProgress(home),
  ];
}

function examineSettings(home: Home): { settings?: Settings; diagnosis: Diagnosis } {
  const name = same('society.toml');
  try {
    return { settings: loadSettings(home), diagnosis: fine(name) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { diagnosis: problem(name, error.text, error.hint ?? error.text) };
  }
}

function examineFolders(home: Home): Diagnosis {
  const name = { ja: 'フォルダー', en: 'folders' };
  const needed = [home.private, home.keys, home.inbox, home.raw, home.proofs, home.tmp, home.logs];
  const missing = [...needed, home.officeDirectory, home.public, home.releases].filter(
    (path) => !existsSync(path),
  );
  if (missing.length === 0) return fine(name);
  const list = missing.map((path) => path.slice(home.root.length + 1)).join(', ');
  return problem(
    name,
    { ja: `ありません: ${list}`, en: `missing: ${list}` },
    {
      ja: 'バックアップから戻すか、同じ名前のフォルダーを作ってください（private の中は chmod 700）。',
      en: 'Restore them from a backup, or make folders of these names (chmod 700 inside private).',
    },
  );
}

/** Nobody but the owner may enter `private/`, or read a key. */
function examinePrivate(home: Home): Diagnosis {
  const name = { ja: 'private の権限', en: 'rights of private' };
  const keys = filesIn(home.keys).map((file) => join(home.keys, file));
  const open = [home.private, home.keys, home.drafts, home.outbox, ...keys].filter(
    (path) => (modeOf(path) & 0o077) !== 0,
  );
  if (open.length === 0) return fine(name);
  const list = open.map((path) => path.slice(home.root.length + 1)).join(', ');
  return problem(
    name,
    { ja: `ほかの利用者にも開いています: ${list}`, en: `open to other users: ${list}` },
    {
      ja: 'chmod 700 private private/keys private/drafts private/outbox と chmod 600 private/keys/* を実行してください。',
      en: 'Run chmod 700 private private/keys private/drafts private/outbox and chmod 600 private/keys/*.',
    },
  );
}

/** `serve` may run as another user who reads `public/`; only the owner may write there. */
function examinePublic(home: Home): Diagnosis {
  const name = { ja: 'public の権限', en: 'rights of public' };
  const released = filesIn(home.releases).flatMap((id) => {
    const folder = join(home.releases, id);
    return [folder, ...filesIn(folder).map((file) => join(folder, file))];
  });
  const all = [home.public, home.releases, home.current, home.releaseKey, ...released];
  const writable = all.filter((path) => (modeOf(path) & 0o022) !== 0).length;
  if (writable === 0) return fine(name);
  return problem(
    name,
    { ja: `ほかの利用者が書き換えられるもの: ${writable} 件`, en: `writable by other users: ${writable}` },
    {
      ja: 'chmod -R go-w public を実行してください。',
      en: 'Run chmod -R go-w public.',
    },
  );
}

function examineKeys(home: Home): Diagnosis {
  const name = { ja: '鍵', en: 'keys' };
  const missing = keyFiles.filter((file) => !existsSync(join(home.keys, file)));
  if (missing.length === 0) return fine(name);
  return problem(
    name,
    { ja: `ありません: ${missing.join(', ')}`, en: `missing: ${missing.join(', ')}` },
    {
      ja: '保管してある鍵を private/keys に戻してください。鍵はバックアップに含まれず、作り直すと以前のデータを開けません。',
      en: 'Put the kept keys back into private/keys. Backups have none, and new ones cannot open what the old ones sealed.',
    },
  );
}

function examinePassphrase(home: Home, demo: boolean): Diagnosis {
  const name = { ja: '氏名の金庫の合言葉', en: 'passphrase of the vault' };
  if (demo || !existsSync(join(home.keys, 'vault-passphrase.txt'))) return fine(name);
  return advice(
    name,
    { ja: '同じ場所にファイルのまま残っています', en: 'still lies beside the key in a file' },
    {
      ja: 'private/keys/vault-passphrase.txt を紙か別の金庫に移し、このファイルを消してください。',
      en: 'Keep private/keys/vault-passphrase.txt on paper or in another safe, then delete the file.',
    },
  );
}

function examineReleaseKey(home: Home): Diagnosis {
  const name = { ja: '公開用の鍵', en: 'public release key' };
  const own = join(home.keys, 'release.pub');
  if (
    existsSync(own) &&
    existsSync(home.releaseKey) &&
    readFileSync(own).equals(readFileSync(home.releaseKey))
  ) {
    return fine(name);
  }
  return problem(
    name,
    { ja: 'public と private で違います', en: 'differs between public and private' },
    {
      ja: 'private/keys/release.pub を public/ に写してください。身に覚えがなければ kenpo verify で公開版を確かめてください。',
      en: 'Copy private/keys/release.pub to public/. If nobody knows why, check the releases with kenpo verify.',
    },
  );
}

function examineScratch(home: Home): Diagnosis {
  const name = { ja: '作業用の一時ファイル', en: 'scratch files' };
  const left = filesIn(home.tmp).length;
  if (left === 0) return fine(name);
  return advice(
    name,
    { ja: `${left} 件残っています`, en: `${left} left` },
    {
      ja: '実行中のコマンドがなければ、次の kenpo ingest が始めに消します。',
      en: 'Unless a command is running, the next kenpo ingest removes them first.',
    },
  );
}

function examineProgress(home: Home): Diagnosis {
  const name = { ja: '公開まで', en: 'on the way to a release' };
  if (existsSync(home.current)) {
    return fine(name, { ja: '公開中の版があります', en: 'a release is live' });
  }
  if (existsSync(home.warehouse)) {
    return advice(
      name,
      { ja: '公開中の版がありません', en: 'no release is live' },
      {
        ja: 'kenpo build → kenpo release → kenpo approve ID の順に進めてください。',
        en: 'Go on with kenpo build, kenpo release and kenpo approve ID.',
      },
    );
  }
  return advice(
    name,
    { ja: 'まだ取り込んでいません', en: 'nothing was taken in yet' },
    {
      ja: `ファイルを ${basename(home.root)}/private/inbox に置き、kenpo ingest を実行してください。`,
      en: `Put files into ${basename(home.root)}/private/inbox and run kenpo ingest.`,
    },
  );
}

/** Rights of a path; 0 where it is absent. */
function modeOf(path: string): number {
  return existsSync(path) ? statSync(path).mode : 0;
}

function filesIn(folder: string): string[] {
  return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : [];
}
