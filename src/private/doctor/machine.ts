import { readFileSync, statfsSync, statSync } from 'node:fs';
import { advice, type Diagnosis, fine, problem, same } from './diagnosis.ts';

/** What is asked of the machine; tests pass their own. */
export type Machine = {
  readonly nodeVersion: string;
  /** Bytes a user may still write where `path` lies. */
  readonly freeBytes: (path: string) => number;
  /** True where the volume of `path` is known to be encrypted; undefined where that cannot be told. */
  readonly isEncrypted: (path: string) => boolean | undefined;
};

export const thisMachine: Machine = {
  nodeVersion: process.versions.node,
  freeBytes(path) {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  },
  isEncrypted: isEncryptedVolume,
};

const neededNode = 24;
/** Below this nothing is sure to be written; an intake needs about three times the size of its files. */
const leastFree = 2 ** 30;
const intakeFactor = 3;

/** Node.js, free space and encryption of the volume. @param waitingBytes size of the files in the inbox */
export function examineMachine(machine: Machine, path: string, waitingBytes: number): Diagnosis[] {
  return [
    examineNode(machine.nodeVersion),
    examineSpace(machine.freeBytes(path), waitingBytes),
    examineVolume(machine, path),
  ];
}

function examineNode(version: string): Diagnosis {
  const name = same('Node.js');
  if (Number.parseInt(version, 10) === neededNode) return fine(name, same(version));
  return problem(name, same(version), {
    ja: `Node.js ${neededNode} が要ります。npm ci のあと npx kenpo … で実行すると、付属の Node.js で動きます。`,
    en: `Node.js ${neededNode} is needed. After npm ci, npx kenpo … runs with the one that comes along.`,
  });
}

function examineSpace(free: number, waiting: number): Diagnosis {
  const name = { ja: '空き容量', en: 'free space' };
  const found = same(`${(free / 2 ** 30).toFixed(1)} GiB`);
  const hint = {
    ja: '空きを増やすか、--home を大きなディスクに移してください。足りないまま取り込んでも、途中の状態は残りません。',
    en: 'Free some space, or move the home to a larger disk. An intake that runs out of space leaves nothing half done.',
  };
  if (free < leastFree) return problem(name, found, hint);
  return free < waiting * intakeFactor ? advice(name, found, hint) : fine(name, found);
}

function examineVolume(machine: Machine, path: string): Diagnosis {
  const name = { ja: 'ディスクの暗号化', en: 'disk encryption' };
  const encrypted = machine.isEncrypted(path);
  if (encrypted) return fine(name, { ja: '暗号化されています', en: 'encrypted' });
  return advice(
    name,
    encrypted === false
      ? { ja: '暗号化されていません', en: 'not encrypted' }
      : { ja: '調べられません', en: 'cannot be told' },
    {
      ja: '原本と氏名は封印されていますが、集計用のデータベースはディスクの暗号化（LUKS・BitLocker など）で守ってください。',
      en: 'Originals and names are sealed; protect the warehouse by encrypting the disk (LUKS, BitLocker …).',
    },
  );
}

/** Linux tells by the device mapper whether a volume is dm-crypt. */
function isEncryptedVolume(path: string): boolean | undefined {
  if (process.platform !== 'linux') return undefined;
  const device = statSync(path).dev;
  const [major, minor] = [(device >> 8) & 0xfff, (device & 0xff) | ((device >> 12) & 0xfff00)];
  try {
    return readFileSync(`/sys/dev/block/${major}:${minor}/dm/uuid`, 'utf8').startsWith('CRYPT-');
  } catch {
    return undefined;
  }
}
