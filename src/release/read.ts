import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '#shared/errors.ts';
import { sha256 } from '#shared/fingerprint.ts';
import { decodeCells } from './arrow.ts';
import { type Cell, type Manifest, manifestFile, manifestSchema, releaseId, signatureFile } from './form.ts';
import { isSigned } from './sign.ts';

export type { Cell, Manifest } from './form.ts';

/** A verified release; every byte was checked against the signature when it was opened. */
export type Release = {
  readonly manifest: Manifest;
  readonly directory: string;
  /** Cells of one analysis, in file order. Throws NOT_FOUND for a name that is not in the release. */
  cells(analysis: string): readonly Cell[];
  /** The Arrow IPC file of one analysis: the download. Throws NOT_FOUND likewise. */
  arrow(analysis: string): Uint8Array;
};

/**
 * Opens what `public/current` names, trusting `public/release.pub`.
 * @throws {UserError} RELEASE_MISSING where nothing was approved yet; RELEASE_ALTERED where any byte is not as signed.
 */
export async function openCurrentRelease(publicDirectory: string): Promise<Release> {
  const id = readMaybe(join(publicDirectory, 'current'))?.toString('utf8').trim();
  const publicKey = readMaybe(join(publicDirectory, 'release.pub'))?.toString('utf8');
  if (id === undefined || publicKey === undefined) throw missing();
  if (!releaseId.safeParse(id).success) throw altered('current');
  return openRelease(join(publicDirectory, 'releases', id), publicKey, id);
}

/**
 * Opens one release folder: signature, id, file list and the digest of every file are checked.
 * @throws {UserError} RELEASE_MISSING, RELEASE_ALTERED
 */
export async function openRelease(directory: string, publicKey: string, id: string): Promise<Release> {
  const bytes = readMaybe(join(directory, manifestFile));
  if (bytes === undefined) throw missing();
  const signature = readMaybe(join(directory, signatureFile));
  if (signature === undefined || !verified(publicKey, bytes, signature)) throw altered(manifestFile);
  const release = load(directory, bytes);
  if (release.manifest.id !== id) throw altered(manifestFile);
  return release;
}

/**
 * Reads a release of unknown origin, to attack it: form and digests are checked, the signature is not.
 * Nothing that shows figures may use it.
 * @throws {UserError} RELEASE_MISSING, RELEASE_ALTERED
 */
export function readUnsigned(directory: string): Release {
  const bytes = readMaybe(join(directory, manifestFile));
  if (bytes === undefined) throw missing();
  return load(directory, bytes);
}

function load(directory: string, bytes: Buffer): Release {
  const manifest = parseManifest(bytes);
  const listed = [manifestFile, signatureFile, ...manifest.analyses.map((analysis) => analysis.file)];
  const stranger = readdirSync(directory).find((name) => !listed.includes(name));
  if (stranger !== undefined) throw altered(manifestFile);
  const files = new Map(
    manifest.analyses.map(({ name, file, sha256: digest, dimensions }) => {
      const data = readMaybe(join(directory, file));
      if (data === undefined || sha256(data) !== digest) throw altered(file);
      return [name, { data, cells: read(file, Object.keys(dimensions), data) }];
    }),
  );
  const of = (name: string) => {
    const file = files.get(name);
    if (file === undefined) throw unknownAnalysis();
    return file;
  };
  return { manifest, directory, cells: (name) => of(name).cells, arrow: (name) => of(name).data };
}

function verified(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    return isSigned(publicKey, bytes, signature);
  } catch {
    return false;
  }
}

function parseManifest(bytes: Buffer): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw altered(manifestFile, cause);
  }
}

function read(file: string, dimensions: readonly string[], data: Uint8Array): readonly Cell[] {
  try {
    return decodeCells(dimensions, data);
  } catch (cause) {
    throw altered(file, cause);
  }
}

function readMaybe(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function missing(): UserError {
  return new UserError(
    'RELEASE_MISSING',
    { ja: '公開版がまだありません。', en: 'There is no release yet.' },
    {
      hint: {
        ja: 'kenpo release で候補を作り、kenpo approve で公開してください。',
        en: 'Make a candidate with kenpo release and publish it with kenpo approve.',
      },
    },
  );
}

function altered(file: string, cause?: unknown): UserError {
  return new UserError(
    'RELEASE_ALTERED',
    {
      ja: `公開版の「${file}」が、署名した時の内容と違います。何も表示していません。`,
      en: `"${file}" of the release is not what was signed. Nothing is shown.`,
    },
    {
      cause,
      hint: {
        ja: 'ファイルを元に戻すか、kenpo release と kenpo approve で作り直してください。元のデータは変わっていません。',
        en: 'Restore the file, or make the release anew with kenpo release and kenpo approve. The data itself is unchanged.',
      },
    },
  );
}

function unknownAnalysis(): UserError {
  return new UserError('NOT_FOUND', {
    ja: 'その名前の分析は公開版にありません。',
    en: 'The release holds no analysis of this name.',
  });
}
