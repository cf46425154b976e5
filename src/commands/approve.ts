import { approveRelease } from '#gate/approve.ts';
import { appendAudit } from '#office/audit/chain.ts';
import type { Manifest } from '#release/form.ts';
import { defineCommand } from '#shared/define.ts';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import { sha256 } from '#shared/fingerprint.ts';
import { type Home, requireHome } from '#shared/home.ts';

export default defineCommand({
  summary: { ja: '公開候補を公開する', en: 'make a candidate the current release' },
  usage: 'kenpo approve ID [--home DIR]',
  example: 'kenpo approve 2026-11-21-0a1b2c3d --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
  },
  async run({ positionals, options, effects, json }) {
    const [id] = positionals;
    if (id === undefined || positionals.length > 1) {
      throw new UserError('USAGE', {
        ja: '公開候補の番号を1つ指定してください。',
        en: 'Name one candidate id.',
      });
    }
    const home = requireHome(options['home'], process.env);
    await recordApproval(home, id, effects);
    const done =
      effects.language === 'ja' ? `${id} を公開しました。\n` : `${id} is now the current release.\n`;
    effects.output(json ? `${JSON.stringify({ release: id })}\n` : done);
    return 0;
  },
});

/** `approveRelease`, entered in the audit chain. */
async function recordApproval(home: Home, id: string, effects: Effects): Promise<Manifest> {
  const manifest = await approveRelease(home, id);
  appendAudit(home.office, {
    at: effects.now().toISOString(),
    actor: 'system',
    action: 'approve',
    subject: id,
    digest: sha256(JSON.stringify(manifest)),
  });
  return manifest;
}
