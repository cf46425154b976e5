import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proofDigest } from '#gate/stored-proof.ts';
import { actorsOf, appendAudit } from '#office/audit/chain.ts';
import { addPerson } from '#office/people.ts';
import { writeRelease } from '#release/write.ts';
import { silentEffects } from '#shared/effects.ts';
import { type Home, homeOf } from '#shared/home.ts';
import approve from '../../src/commands/approve.ts';
import { initialiseHome } from '../../src/commands/init.ts';
import { membersBySex, sampleContent } from '../release/sample-release.ts';

const effects = silentEffects();
const passphrase = 'correct horse battery';
const refused = (code: string) => expect.objectContaining({ code });
let home: Home;
let id: string;

beforeAll(async () => {
  home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-approve-')));
  const society = { name: 'みほん', insurerNumber: '06999991', demo: false, purposes: [] };
  await initialiseHome(home, society, effects);
  const content = sampleContent([membersBySex({ total: 60, male: 40, female: 20 })], {
    proofDigest: proofDigest(home, { secret: 1 }),
  });
  ({ id } = writeRelease(home.candidates, content, readFileSync(join(home.keys, 'release.key'))));
  mkdirSync(join(home.proofs, id), { recursive: true });
  writeFileSync(join(home.proofs, id, 'proof.json'), JSON.stringify({ proof: { secret: 1 } }));
  writeFileSync(join(home.root, 'passphrase.txt'), passphrase, { mode: 0o600 });
}, 120_000);
afterAll(() => rmSync(home.root, { recursive: true }));

function approveBy(name: string): Promise<number> {
  const options = { home: home.root, by: name, 'passphrase-file': join(home.root, 'passphrase.txt') };
  return approve.run({ positionals: [id], options, effects, json: true });
}

test('a release is approved by a registered person who did not make it, and by nobody else', async () => {
  await expect(approveBy('作成')).rejects.toThrow(refused('PERSON_UNKNOWN'));
  const maker = addPerson(home, '作成', passphrase, effects);
  const other = addPerson(home, '承認', passphrase, effects);
  const made = { at: effects.now().toISOString(), action: 'release', subject: id } as const;
  appendAudit(home.office, { ...made, actor: 'operator' }, { ...made, actor: maker.id });
  await expect(approveBy('作成')).rejects.toThrow(refused('SAME_PERSON'));
  expect(existsSync(home.current)).toBe(false);
  expect(await approveBy('承認')).toBe(0);
  expect(readFileSync(home.current, 'utf8').trim()).toBe(id);
  expect(actorsOf(home.office, 'approve', id)).toEqual([other.id]);
});
