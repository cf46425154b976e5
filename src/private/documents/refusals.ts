import { UserError } from '#shared/errors.ts';

export function draftMissing(): UserError {
  return new UserError(
    'NOT_FOUND',
    {
      ja: 'その番号の下書きが private/drafts にありません。何も変えていません。',
      en: 'There is no draft of this id in private/drafts. Nothing was changed.',
    },
    {
      hint: {
        ja: 'kenpo list や kenpo notice が表示した番号を指定するか、下書きを作り直してください。',
        en: 'Use the id that kenpo list or kenpo notice printed, or make the draft anew.',
      },
    },
  );
}

/** A document that was finished before would come out with other content: identities or flags changed since. */
export function documentDiffers(): UserError {
  return new UserError(
    'DOCUMENT_DIFFERS',
    {
      ja: '印刷済みの部分と内容が変わるため、止めました（印刷のあとで、氏名・住所・世帯・資格・配慮フラグか文書の体裁が変わっています）。できあがっている文書はそのままです。',
      en: 'Stopped: what was printed before would come out differently, because names, addresses, households, cover, consent flags or the layout have changed since. The finished documents are as they were.',
    },
    {
      hint: {
        ja: '下書きを作り直し、確認してから印刷してください。前の文書は文書台帳に残ります。',
        en: 'Make the draft anew, confirm it and print that one. The earlier document stays in the ledger.',
      },
    },
  );
}

/** A file of the outbox is not the one the ledger recorded. */
export function outboxAltered(number: string): UserError {
  return new UserError(
    'DOCUMENT_ALTERED',
    {
      ja: `private/outbox の文書 ${number} が、文書台帳に記録したものと違います。上書きしていません。`,
      en: `Document ${number} in private/outbox is not the one the ledger recorded. It was not overwritten.`,
    },
    {
      hint: {
        ja: 'そのファイルを別の場所に移して原因を確かめ、もう一度 kenpo print を実行してください。同じ番号・同じ内容で作り直します。',
        en: 'Move the file away, find out why, and run kenpo print again: it makes the same document under the same number.',
      },
    },
  );
}

export function keyNotGranted(): UserError {
  return new UserError(
    'VAULT_NOT_GRANTED',
    {
      ja: 'この人には、氏名の金庫を開ける鍵がまだ渡されていません。何も印刷していません。',
      en: 'This person was not given a key to the vault of names yet. Nothing was printed.',
    },
    {
      hint: {
        ja: '金庫の合言葉を持つ人が、kenpo person add をもう一度実行してください（--vault-passphrase-file）。',
        en: 'Whoever keeps the passphrase of the vault runs kenpo person add again (--vault-passphrase-file).',
      },
    },
  );
}

/** The process that joins the names ended without an answer. `place` is a place in the program, no message. */
export function printerFailed(place: string): UserError {
  return new UserError(
    'PRINT_FAILED',
    {
      ja: `印刷の処理が途中で止まりました（${place}）。できあがった文書はそのままで、番号も失われません。`,
      en: `Printing stopped half-way (${place}). Finished documents are as they were and no number is lost.`,
    },
    {
      hint: {
        ja: 'もう一度 kenpo print を実行すると続きから完成します。繰り返すときは、この行を開発元へ知らせてください。',
        en: 'Run kenpo print again: it completes the rest. If it happens again, report this line.',
      },
    },
  );
}
