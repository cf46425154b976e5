import { existsSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { verifyChain } from '#office/chain.ts';
import { ledgerDrafts, ledgerEntries } from '#office/ledger.ts';
import { sha256File } from '#private/documents/files.ts';
import type { Home } from '#shared/home.ts';
import type { Language } from '#shared/text.ts';
import type { Line } from './line.ts';

const area = { ja: '文書', en: 'documents' };
const words = {
  drafts: { ja: '下書きが台帳の記録と同じ', en: 'drafts are what the ledger recorded' },
  outbox: {
    ja: '発送箱の文書が台帳の記録と同じ',
    en: 'documents in the outbox are what the ledger recorded',
  },
};

/**
 * The sealed drafts and the documents of the outbox that are there, each against the digest the ledger holds. What a
 * broken ledger says proves nothing: every file is red then.
 */
export function documentLines(home: Home, language: Language): readonly Line[] {
  const isProof = verifyChain(home.office, 'ledger').broken === undefined;
  const drafts = new Map(isProof ? ledgerDrafts(home).map(({ draft, digest }) => [draft, digest]) : []);
  const documents = new Map(isProof ? ledgerEntries(home).map(({ number, digest }) => [number, digest]) : []);
  return [
    compared(area[language], words.drafts[language], home.drafts, drafts, !isProof),
    compared(area[language], words.outbox[language], home.outbox, documents, true),
  ];
}

/**
 * Files of a folder against what is known of them by name. A name without a digest was interrupted before its file was
 * registered; half-written parts are no files yet. A draft that never came into the ledger is of no use to anybody.
 */
function compared(
  area: string,
  name: string,
  folder: string,
  known: ReadonlyMap<string, string | undefined>,
  mustBeKnown: boolean,
): Line {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const files = entries.filter(({ name }) => !name.endsWith('.part'));
  const wrong = files.filter((file) => {
    if (!file.isFile()) return true;
    const id = parse(file.name).name;
    if (!known.has(id)) return mustBeKnown;
    const digest = known.get(id);
    return digest !== undefined && sha256File(join(folder, file.name)) !== digest;
  });
  const named = wrong.map((file) => parse(file.name).name).filter((id) => known.has(id));
  const list = named.length > 0 ? ` (${named.join(', ')})` : '';
  return {
    area,
    name: `${name}${list}`,
    ok: wrong.length === 0,
    failing: wrong.length,
    of: files.length,
  };
}
