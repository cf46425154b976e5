import { approveRelease } from '#gate/approve.ts';
import { actorsOf, appendAudit } from '#office/audit/chain.ts';
import { samePerson } from '#office/ledger/refusals.ts';
import type { RegisteredPerson } from '#office/people.ts';
import type { Manifest } from '#release/form.ts';
import { loadSettings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import { sha256 } from '#shared/fingerprint.ts';
import { type Home, requireHome } from '#shared/home.ts';
import { signIn, signInOptions } from './sign-in.ts';

export default defineCommand({
  summary: { ja: '公開候補を公開する', en: 'make a candidate the current release' },
  usage: 'kenpo approve ID [--by NAME] [--passphrase-file FILE] [--home DIR]',
  example: 'kenpo approve 2026-11-21-0a1b2c3d --by "確認 担当" --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    ...signInOptions,
  },
  async run(invocation) {
    const { positionals, options, effects, json } = invocation;
    const [id] = positionals;
    if (id === undefined || positionals.length > 1) {
      throw new UserError('USAGE', {
        ja: '公開候補の番号を1つ指定してください。',
        en: 'Name one candidate id.',
      });
    }
    const home = requireHome(options['home'], process.env);
    const { person } = await signIn(home, invocation, loadSettings(home));
    await recordApproval(home, id, person, effects);
    const done =
      effects.language === 'ja' ? `${id} を公開しました。\n` : `${id} is now the current release.\n`;
    effects.output(json ? `${JSON.stringify({ release: id })}\n` : done);
    return 0;
  },
});

/** `approveRelease` by another registered person than made the candidate, entered in the audit chain. */
async function recordApproval(
  home: Home,
  id: string,
  person: RegisteredPerson,
  effects: Effects,
): Promise<Manifest> {
  if (actorsOf(home.office, 'release', id).includes(person.id)) throw samePerson();
  const manifest = await approveRelease(home, id);
  appendAudit(home.office, {
    at: effects.now().toISOString(),
    actor: person.id,
    action: 'approve',
    subject: id,
    digest: sha256(JSON.stringify(manifest)),
  });
  return manifest;
}
