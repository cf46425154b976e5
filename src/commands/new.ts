import { makeLayout, type NewLayout } from '#private/intake/checkup-csv/new-layout.ts';
import { defineCommand } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import type { Language } from '#shared/text.ts';

export default defineCommand({
  summary: {
    ja: '健診・保健指導の CSV の新しい対応表を、見本のファイルの見出しから下書きする',
    en: 'draft a mapping for a new layout of checkup CSV from the heading of a sample file',
  },
  usage: 'kenpo new checkup-csv NAME --from FILE',
  example: 'kenpo new checkup-csv dock-west --from ./sample.csv',
  options: {
    from: {
      type: 'string',
      value: 'FILE',
      summary: {
        ja: '見本の CSV（見出しだけを読み、行の中身は使いません）',
        en: 'a sample CSV (only its heading is used, no row)',
      },
    },
  },
  async run({ positionals, options, effects, json }) {
    const [kind, name, ...others] = positionals;
    const { from } = options;
    if (kind !== 'checkup-csv' || name === undefined || others.length > 0 || typeof from !== 'string')
      throw usage();
    const made = await makeLayout(name, from);
    effects.output(json ? `${JSON.stringify(made)}\n` : madeText(made, effects.language));
    return 0;
  },
});

function madeText(
  { path, person, items, ignored, undecided, isUsable }: NewLayout,
  language: Language,
): string {
  const counts = {
    ja: `人の列 ${person}、項目 ${items}、読み飛ばす列 ${ignored}、要確認 ${undecided} か所`,
    en: `columns of the person ${person}, items ${items}, passed over ${ignored}, to be decided ${undecided}`,
  };
  const next = isUsable
    ? {
        ja: '「要確認」を直してから kenpo inspect ファイル で確かめ、kenpo ingest で取り込んでください。',
        en: 'Settle what is marked 要確認, look at kenpo inspect FILE, then take files in with kenpo ingest.',
      }
    : {
        ja: '番号・生年月日・性別・健診日の列が足りないので、このままではファイルを見分けられません。「要確認」を直してください。',
        en: 'A column of number, birth, sex or day is missing, so that files are not recognised yet. Settle what is marked 要確認.',
      };
  return `${path}\n${counts[language]}\n${next[language]}\n`;
}

function usage(): UserError {
  return new UserError(
    'USAGE',
    {
      ja: '作るものの種類（checkup-csv）、名前、見本のファイルを指定してください。何も作っていません。',
      en: 'Name the kind (checkup-csv), a name and a sample file. Nothing was made.',
    },
    {
      hint: {
        ja: '例: kenpo new checkup-csv dock-west --from ./sample.csv',
        en: 'Example: kenpo new checkup-csv dock-west --from ./sample.csv',
      },
    },
  );
}
