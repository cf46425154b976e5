import { type ErrorCode, UserError } from '#shared/errors.ts';

/** All sentences about archives: positions only, never a member's name (it may hold a person's number). */
function refusal(
  code: ErrorCode,
  ja: string,
  en: string,
  hint: { ja: string; en: string },
  position?: number,
) {
  const data = position === undefined ? {} : { data: { member: position } };
  return new UserError(
    code,
    {
      ja: `${ja}このファイルからは何も取り込んでいません。`,
      en: `${en} Nothing was taken from this file.`,
    },
    { hint, ...data },
  );
}

const again = {
  ja: '送付元に、通常の ZIP で作り直してもらってください。',
  en: 'Ask the sender to make it again as an ordinary ZIP.',
};

export function encryptedArchive(): UserError {
  return refusal('INTAKE_ENCRYPTED', 'パスワード付きの ZIP です。', 'The ZIP is protected by a password.', {
    ja: 'パスワードで展開し、パスワードなしの ZIP に作り直してから取り込んでください。',
    en: 'Unpack it with its password and pack it again without one.',
  });
}

export function damagedArchive(): UserError {
  return refusal(
    'INTAKE_TRUNCATED',
    'ZIP が壊れているか、途中で切れています。',
    'The ZIP is damaged or cut off.',
    { ja: 'もう一度受け取るかコピーし直してください。', en: 'Receive or copy it again.' },
  );
}

const unsafe = (ja: string, en: string, position?: number) =>
  refusal('INTAKE_ARCHIVE_UNSAFE', ja, en, again, position);

/** Reasons for not opening an archive. @param position 1 for its first file */
export const unsafeArchive = {
  tooManyMembers: (limit: number) =>
    unsafe(`ZIP の中のファイルが ${limit} 個を超えています。`, `The ZIP holds more than ${limit} files.`),
  nested: (position: number) =>
    unsafe(
      `ZIP の中の ${position} 番目のファイルが、さらに圧縮ファイルです。`,
      `File ${position} inside the ZIP is itself an archive.`,
      position,
    ),
  outside: (position: number) =>
    unsafe(
      `ZIP の中の ${position} 番目のファイルの名前が、ZIP の外の場所を指しています。`,
      `The name of file ${position} inside the ZIP points outside of it.`,
      position,
    ),
  twice: (position: number) =>
    unsafe(
      `ZIP の中の ${position} 番目のファイルと同じ名前のファイルが、もう一つあります。`,
      `The name of file ${position} inside the ZIP stands there twice.`,
      position,
    ),
  method: (position: number) =>
    unsafe(
      `ZIP の中の ${position} 番目のファイルは、扱えない圧縮方式です。`,
      `File ${position} inside the ZIP is packed by a method we do not read.`,
      position,
    ),
  tooLarge: (position: number) =>
    unsafe(
      `ZIP の中の ${position} 番目のファイルまでで、展開後の大きさが上限を超えます。`,
      `The unpacked size passes the limit at file ${position} of the ZIP.`,
      position,
    ),
  bomb: (position: number) =>
    unsafe(
      `ZIP の中の ${position} 番目のファイルは、展開すると不自然に大きくなります（ZIP 爆弾の疑い）。`,
      `File ${position} inside the ZIP grows unnaturally when unpacked (a ZIP bomb?).`,
      position,
    ),
  larger: (position: number) =>
    unsafe(
      `ZIP の中の ${position} 番目のファイルは、記載された大きさより大きく展開されます（ZIP 爆弾の疑い）。`,
      `File ${position} inside the ZIP unpacks to more than it declares (a ZIP bomb?).`,
      position,
    ),
  overlap: () =>
    unsafe(
      'ZIP の中のファイルどうしが重なっています（ZIP 爆弾の疑い）。',
      'Files inside the ZIP overlap (a ZIP bomb?).',
    ),
  ambiguous: (position?: number) =>
    unsafe(
      'ZIP の目次と中身の記載が食い違っています。',
      'The directory of the ZIP contradicts its content.',
      position,
    ),
  split: () => unsafe('分割された ZIP の一部です。', 'This is one part of a split ZIP.'),
};
