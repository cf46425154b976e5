import type { ListedPerson, RegisteredPerson } from '#office/people.ts';
import { UserError } from '#shared/errors.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';
import type { Registered } from './register.ts';

export function listText(people: readonly ListedPerson[], language: Language): string {
  if (people.length === 0) {
    const none = {
      ja: '登録された人はまだいません。kenpo person add で、2人以上を登録してください。\n',
      en: 'Nobody is registered yet. Register two persons or more with kenpo person add.\n',
    };
    return none[language];
  }
  const header = { ja: ['番号', '名前', '状態'], en: ['id', 'name', 'state'] }[language];
  const states = { ja: ['有効', '停止'], en: ['active', 'disabled'] }[language];
  const rows = people.map(({ id, name, disabled }) => [id, name, states[disabled ? 1 : 0] ?? '']);
  return `${textTable(header, rows)}\n`;
}

export function addedText({ id, name, mayPrint }: Registered) {
  const print = mayPrint
    ? { ja: '', en: '' }
    : {
        ja: '印刷はまだできません。金庫の合言葉を持つ人が --vault-passphrase-file を付けて、もう一度実行してください。\n',
        en: 'The person cannot print yet: run it again with --vault-passphrase-file.\n',
      };
  return {
    ja: `${name}（${id}）を登録しました。合言葉は本人だけが知るようにしてください（ファイルに書いたときは消します）。\n${print.ja}`,
    en: `${name} (${id}) is registered. Keep the passphrase to this person alone, and delete the file if there is one.\n${print.en}`,
  };
}

export function disabledText({ id, name }: RegisteredPerson) {
  return {
    ja: `${name}（${id}）の登録を止めました。これまでの記録は残ります。\n`,
    en: `${name} (${id}) may do nothing any more. What was recorded stays.\n`,
  };
}

export function usage(): UserError {
  return new UserError(
    'USAGE',
    {
      ja: '登録するか、止めるか、一覧するかと、その人の名前を指定してください。何も変えていません。',
      en: 'Say whether to add, disable or list, and whom. Nothing was changed.',
    },
    {
      hint: {
        ja: '例: kenpo person add "確認 担当" --passphrase-file ファイル ／ kenpo person list',
        en: 'Example: kenpo person add "NAME" --passphrase-file FILE, or kenpo person list',
      },
    },
  );
}
