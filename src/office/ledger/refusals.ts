import { UserError } from '#shared/errors.ts';

export function unknownDraft(): UserError {
  return new UserError(
    'NOT_FOUND',
    {
      ja: 'その番号の下書きは、文書台帳にありません。何も変えていません。',
      en: 'The ledger knows no draft of this id. Nothing was changed.',
    },
    {
      hint: {
        ja: 'kenpo list や kenpo notice が表示した番号を指定してください。',
        en: 'Use the id that kenpo list or kenpo notice printed.',
      },
    },
  );
}

export function unknownNumber(): UserError {
  return new UserError('NOT_FOUND', {
    ja: 'その指定番号は、文書台帳で割り当てられていません。何も変えていません。',
    en: 'The ledger never gave this number. Nothing was changed.',
  });
}

export function samePerson(): UserError {
  return new UserError(
    'SAME_PERSON',
    {
      ja: '作った本人は、確認・承認・印刷できません。何も変えていません。',
      en: 'Who made it cannot confirm, approve or print it. Nothing was changed.',
    },
    {
      hint: {
        ja: '登録された別の人が、自分の合言葉で行ってください（kenpo person list）。',
        en: 'Another registered person has to do it, with an own passphrase (kenpo person list).',
      },
    },
  );
}

/** Where nobody signed in when the draft was made, the confirmer alone would see a letter from start to end. */
export function onePersonOnly(): UserError {
  return new UserError(
    'SAME_PERSON',
    {
      ja: '作った人が分からない下書きなので、確認した人とは別の人が印刷します。何も印刷していません。',
      en: 'Nobody signed in when this draft was made, so somebody other than its confirmer prints it. Nothing was printed.',
    },
    {
      hint: {
        ja: '登録された別の人が印刷してください。作るときに --by で名乗れば、確認した人が印刷できます。',
        en: 'Another registered person has to print it. Where the maker signs in with --by, the confirmer may print.',
      },
    },
  );
}

export function notConfirmed(): UserError {
  return new UserError(
    'NOT_CONFIRMED',
    {
      ja: 'この下書きは、まだ確認されていません。何も印刷していません。',
      en: 'This draft is not confirmed yet. Nothing was printed.',
    },
    {
      hint: {
        ja: '作った人とは別の人が、kenpo confirm で内容を確かめてください。',
        en: 'Another person than its maker has to check it with kenpo confirm.',
      },
    },
  );
}

export function alteredDraft(): UserError {
  return new UserError(
    'DRAFT_ALTERED',
    {
      ja: '下書きまたは文書の中身が、文書台帳に記録したものと違います。確認も印刷もしていません。',
      en: 'The draft or document is not the one the ledger recorded. Nothing was confirmed or printed.',
    },
    {
      hint: {
        ja: '下書きを作り直して、もう一度確認してください。心当たりがなければ kenpo verify で台帳を確かめてください。',
        en: 'Make the draft anew and confirm that one. If you did not expect this, check the ledger with kenpo verify.',
      },
    },
  );
}
