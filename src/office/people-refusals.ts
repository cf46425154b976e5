import { UserError } from '#shared/errors.ts';

export function unknownPerson(): UserError {
  return new UserError(
    'PERSON_UNKNOWN',
    {
      ja: 'その名前の人は登録されていません。何も変えていません。',
      en: 'Nobody of this name is registered. Nothing was changed.',
    },
    {
      hint: {
        ja: 'kenpo person list で登録された人を見るか、kenpo person add で登録してください。',
        en: 'See who is with kenpo person list, or register the person with kenpo person add.',
      },
    },
  );
}

export function disabledPerson(): UserError {
  return new UserError(
    'PERSON_DISABLED',
    {
      ja: 'この人の登録は止められています。何も変えていません。',
      en: 'The registration of this person has ended. Nothing was changed.',
    },
    {
      hint: {
        ja: '登録された別の人が行ってください（kenpo person list）。',
        en: 'Another registered person has to do it (kenpo person list).',
      },
    },
  );
}

export function wrongPassphrase(): UserError {
  return new UserError(
    'PASSPHRASE_WRONG',
    { ja: '合言葉が違います。何も変えていません。', en: 'The passphrase is wrong. Nothing was changed.' },
    {
      hint: {
        ja: '本人の合言葉を入れ直してください。忘れたときは、別の名前で登録し直し、前の登録を kenpo person disable で止めます。',
        en: 'Enter the own passphrase again. If it is lost, register under another name and end the old one with kenpo person disable.',
      },
    },
  );
}

export function knownPerson(): UserError {
  return new UserError(
    'USAGE',
    {
      ja: 'その名前はもう登録されています。何も変えていません。',
      en: 'This name is registered already. Nothing was changed.',
    },
    {
      hint: {
        ja: '同じ名前の別の人は、部署名などを付けて区別してください。',
        en: 'Tell another person of the same name apart, for example by the department.',
      },
    },
  );
}

export function unnamed(): UserError {
  return new UserError('USAGE', {
    ja: '登録する人の名前を1〜40文字で指定してください。何も変えていません。',
    en: 'Name the person, in 1 to 40 characters. Nothing was changed.',
  });
}

export function shortPassphrase(): UserError {
  return new UserError(
    'USAGE',
    {
      ja: '合言葉は12文字以上にしてください。何も変えていません。',
      en: 'A passphrase has at least 12 characters. Nothing was changed.',
    },
    {
      hint: {
        ja: '覚えやすい言葉をいくつか並べると、長くて強い合言葉になります。',
        en: 'A few words in a row make a long and strong passphrase.',
      },
    },
  );
}
