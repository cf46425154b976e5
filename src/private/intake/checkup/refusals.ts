import { UserError } from '#shared/errors.ts';

const nothingStored = { ja: '何も保存していません。', en: 'Nothing was stored.' };

/** A ZIP without any document about a person. @param isExchange whether an index or summary was in it */
export function noDocuments(name: string, isExchange: boolean): UserError {
  if (isExchange) {
    return new UserError(
      'INTAKE_EMPTY',
      {
        ja: `${name} には健診結果の文書が一つも入っていません。${nothingStored.ja}`,
        en: `${name} holds no checkup document. ${nothingStored.en}`,
      },
      { hint: { ja: '送付元に確認してください。', en: 'Ask the sender.' } },
    );
  }
  return new UserError(
    'INTAKE_UNKNOWN_KIND',
    {
      ja: `${name} は ZIP ですが、健診結果の電子的データではありません。${nothingStored.ja}`,
      en: `${name} is a ZIP but no exchange archive of checkup results. ${nothingStored.en}`,
    },
    {
      hint: {
        ja: '読めるのは特定健診の電子的データ（ix08・hc08 の XML を収めた ZIP）です。Excel などほかの種類は、CSV に書き出してから取り込んでください（docs/csv-contracts.md）。',
        en: 'What is read: the exchange archive of specific health checkups (a ZIP of ix08 and hc08 XML). Write other kinds, such as Excel, to CSV first (docs/csv-contracts.md).',
      },
    },
  );
}

/** Most documents belong to another insurer. */
export function otherInsurersArchive(name: string, foreign: number, documents: number): UserError {
  return new UserError(
    'INTAKE_OTHER_INSURER',
    {
      ja: `${name} はほかの保険者の健診結果です（${documents} 件のうち ${foreign} 件の保険者番号が違います）。${nothingStored.ja}`,
      en: `${name} holds another insurer's checkups (${foreign} of ${documents} carry another insurer number). ${nothingStored.en}`,
    },
    {
      hint: {
        ja: '受け取り先を確かめてください。自組合のファイルなら society.toml の保険者番号を確かめてください。',
        en: 'Check where the file belongs; if it is yours, check the insurer number in society.toml.',
      },
      data: { foreign, documents },
    },
  );
}
