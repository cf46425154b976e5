import { UserError } from '#shared/errors.ts';
import type { Text } from '#shared/text.ts';

/** Whole files that are not taken in. Nothing of them is stored; each message says so and what to do. */
const nothingStored: Text = { ja: '何も保存していません。', en: 'Nothing was stored.' };

const askAgain: Text = {
  ja: '審査支払機関の画面からもう一度受け取り、取り込み直してください。',
  en: 'Fetch the file again from the review body and ingest it again.',
};

export function receiptTooLarge(name: string, line: number): UserError {
  return new UserError(
    'INTAKE_CONTRACT',
    {
      ja: `${name} の ${line} 行目から始まるレセプトが 64 MiB を超えています。レセプトの区切りが失われたファイルとみられます。${nothingStored.ja}`,
      en: `${name}: the receipt that begins in line ${line} is larger than 64 MiB; the file seems to have lost its divisions. ${nothingStored.en}`,
    },
    { hint: askAgain, data: { line } },
  );
}

export function otherInsurersFile(name: string, foreign: number, receipts: number): UserError {
  return new UserError(
    'INTAKE_OTHER_INSURER',
    {
      ja: `${name} はほかの保険者のレセプトです（${receipts} 件のうち ${foreign} 件の保険者番号が違います）。${nothingStored.ja}`,
      en: `${name} holds another insurer's receipts (${foreign} of ${receipts} carry another insurer number). ${nothingStored.en}`,
    },
    {
      hint: {
        ja: '受け取り先を確かめてください。自組合のファイルなら society.toml の保険者番号を確かめてください。',
        en: 'Check where the file belongs; if it is yours, check the insurer number in society.toml.',
      },
      data: { foreign, receipts },
    },
  );
}
