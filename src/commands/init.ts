import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { appendAudit } from '#office/audit/chain.ts';
import { type NewSociety, settingsText } from '#office/settings-template.ts';
import { createKeys } from '#private/keys.ts';
import { defineCommand } from '#shared/define.ts';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import { chooseHome, type Home } from '#shared/home.ts';
import type { Text } from '#shared/text.ts';

export default defineCommand({
  summary: { ja: '組合のフォルダーを新しく作る（鍵・設定）', en: 'make a new home: keys and settings' },
  usage: 'kenpo init --home DIR --name NAME --insurer NUMBER',
  example: 'kenpo init --home ./society --name "みほん健康保険組合" --insurer 06999991',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    name: { type: 'string', value: 'NAME', summary: { ja: '組合の名前', en: 'name of the society' } },
    insurer: {
      type: 'string',
      value: 'NUMBER',
      summary: { ja: '保険者番号（8桁）', en: 'insurer number, 8 digits' },
    },
  },
  async run({ options, effects, json }) {
    const home = chooseHome(options['home'], process.env);
    const name = options['name'];
    const insurerNumber = options['insurer'];
    if (typeof name !== 'string' || typeof insurerNumber !== 'string' || !/^\d{8}$/.test(insurerNumber)) {
      throw new UserError(
        'USAGE',
        {
          ja: '組合の名前と8桁の保険者番号が要ります。',
          en: 'A name and an 8-digit insurer number are needed.',
        },
        {
          hint: {
            ja: '例: kenpo init --name "…" --insurer 06999991',
            en: 'Example: kenpo init --name "…" --insurer 06999991',
          },
        },
      );
    }
    await initialiseHome(home, { name, insurerNumber, demo: false, purposes: [] }, effects);
    if (json) effects.output(`${JSON.stringify({ home: home.root })}\n`);
    else effects.output(made(home.root)[effects.language]);
    return 0;
  },
});

function made(root: string): Text {
  return {
    ja: `${root} を作りました。\n次にすること: society.toml を開き、公表した利用目的を書いてください。作る人と、確認・承認・印刷をする人は kenpo person add で登録します。そのあと kenpo ingest でファイルを取り込みます。\n`,
    en: `${root} was made.\nNext: open society.toml and write down the purposes you published. Register who makes and who confirms, approves and prints with kenpo person add. Then take files in with kenpo ingest.\n`,
  };
}

/**
 * Makes the folders, keys and settings of a new home.
 * @throws {UserError} HOME_EXISTS where there is a home already.
 */
export async function initialiseHome(home: Home, society: NewSociety, effects: Effects): Promise<void> {
  if (existsSync(home.settings)) {
    throw new UserError(
      'HOME_EXISTS',
      {
        ja: 'このフォルダーには、もう組合のデータがあります。何も変えていません。',
        en: 'This folder already holds a society. Nothing was changed.',
      },
      { hint: { ja: '別の --home を指定してください。', en: 'Choose another --home.' } },
    );
  }
  const closed = [
    home.private,
    home.keys,
    home.inbox,
    home.raw,
    home.proofs,
    home.candidates,
    home.drafts,
    home.outbox,
    home.tmp,
    home.logs,
  ];
  for (const folder of closed) mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const folder of [home.officeDirectory, home.public, home.releases])
    mkdirSync(folder, { recursive: true, mode: 0o750 });
  writeFileSync(home.settings, settingsText(society), { mode: 0o640 });
  await createKeys(home);
  appendAudit(home.office, {
    at: effects.now().toISOString(),
    actor: 'system',
    action: 'init',
    subject: 'home',
  });
}
