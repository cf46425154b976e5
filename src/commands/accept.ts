import { existsSync } from 'node:fs';
import { withHomeLock } from '#private/home-lock.ts';
import { type Batch, confirmedBatches, waitingBatches } from '#private/intake/batches.ts';
import { confirmBatches } from '#private/intake/confirmation.ts';
import { ensureRawTables } from '#private/intake/sources.ts';
import { openForBuild, openInMemory, type Warehouse } from '#private/warehouse.ts';
import { loadSettings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { type Home, requireHome } from '#shared/home.ts';
import { acceptedText, batchesText, nextText, noneText } from './accept/words.ts';
import { requireYes } from './require-yes.ts';
import { signIn, signInOptions } from './sign-in.ts';

export default defineCommand({
  summary: {
    ja: '届いた健診・保健指導のファイルを確かめて、集計に入れる（確定）',
    en: 'look at files of checkups and guidance that came in, and let them take effect',
  },
  usage: 'kenpo accept [NUMBER… | --all | --confirmed] [--by NAME] [--passphrase-file FILE] [--home DIR]',
  example: 'kenpo accept --all --by "確認 担当" --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    all: { type: 'boolean', summary: { ja: '待っているすべてのファイル', en: 'every file that waits' } },
    confirmed: {
      type: 'boolean',
      summary: { ja: '確定したファイルを見る', en: 'look at the files that are in effect' },
    },
    ...signInOptions,
  },
  async run(invocation) {
    const { positionals, options, effects, json } = invocation;
    const { language } = effects;
    const home = requireHome(options['home'], process.env);
    const settings = loadSettings(home);
    if (options['confirmed'] === true) {
      const confirmed = await inWarehouse(home, confirmedBatches);
      effects.output(json ? `${JSON.stringify({ confirmed })}\n` : batchesText(confirmed, language));
      return 0;
    }
    const waiting = await inWarehouse(home, waitingBatches);
    if (options['all'] !== true && positionals.length === 0) {
      const text =
        waiting.length > 0 ? `${batchesText(waiting, language)}\n${nextText(language)}` : noneText(language);
      effects.output(json ? `${JSON.stringify({ waiting })}\n` : text);
      return 0;
    }
    const chosen =
      options['all'] === true ? waiting : positionals.map((number) => chosenBatch(waiting, number));
    const { person } = await signIn(home, invocation, settings);
    if (!json) {
      effects.output(batchesText(chosen, language));
      if (chosen.length > 0) await requireYes(question, refused, effects);
    }
    await inWarehouse(home, (warehouse) => confirmBatches(warehouse, home, chosen, person, effects.now()));
    const accepted = chosen.map(({ id }) => id);
    effects.output(
      json
        ? `${JSON.stringify({ accepted, confirmedBy: person.id })}\n`
        : acceptedText(accepted.length, person, language),
    );
    return 0;
  },
});

const question = { ja: 'この内容で確定しますか（はい = y）: ', en: 'Let them take effect (yes = y): ' };
const refused = {
  ja: '確定しませんでした。ファイルは待ったままです。',
  en: 'Nothing was confirmed. The files wait as before.',
};

/** Nothing has come in yet where there is no warehouse; then one is made in memory. */
function inWarehouse<T>(home: Home, work: (warehouse: Warehouse) => Promise<T>): Promise<T> {
  return withHomeLock(home, async () => {
    const warehouse = existsSync(home.warehouse)
      ? await openForBuild(home.warehouse, home.tmp)
      : await openInMemory();
    try {
      await ensureRawTables(warehouse);
      return await work(warehouse);
    } finally {
      warehouse.close();
    }
  });
}

/** @throws {UserError} NOT_FOUND */
function chosenBatch(waiting: readonly Batch[], number: string): Batch {
  const batch = waiting.find(({ id }) => String(id) === number);
  if (batch) return batch;
  throw new UserError(
    'NOT_FOUND',
    {
      ja: 'その番号のファイルは、確定を待っていません。何も確定していません。',
      en: 'No file of this number waits to be confirmed. Nothing was confirmed.',
    },
    {
      hint: {
        ja: 'kenpo accept だけを実行すると、待っているファイルの番号が出ます。',
        en: 'kenpo accept alone lists the numbers of the files that wait.',
      },
    },
  );
}
