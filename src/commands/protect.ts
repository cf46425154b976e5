import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { runProtect } from '#gate/protect-json.ts';
import { defineCommand } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';

async function readTables(file: string | undefined): Promise<string> {
  if (file === undefined || file === '-') return text(process.stdin);
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UserError(
      'INPUT_UNREADABLE',
      { ja: '表のファイルが読めません。', en: 'The file of tables cannot be read.' },
      {
        cause,
        hint: {
          ja: 'ファイルの場所と読み取り権限を確かめてください。',
          en: 'Check its place and permissions.',
        },
      },
    );
  }
}

export default defineCommand({
  summary: {
    ja: '手もとの表に出口の処理をかける（JSON を入れると、隠すべき値を隠した JSON が出る）',
    en: 'the gate on any table set (JSON in, protected JSON out)',
  },
  usage: 'kenpo protect [FILE]',
  example: 'kenpo protect tables.json',
  async run({ positionals, effects }) {
    if (positionals.length > 1) {
      throw new UserError('USAGE', {
        ja: '表のファイルは1つだけ指定してください。',
        en: 'Name one file of tables.',
      });
    }
    const { exit, output } = await runProtect(await readTables(positionals[0]), effects);
    effects.output(output);
    return exit;
  },
});
