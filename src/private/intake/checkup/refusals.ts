import { UserError } from '#shared/errors.ts';

const nothingStored = { ja: '何も保存していません。', en: 'Nothing was stored.' };

/** A ZIP or XML without any document about a person. @param isExchange whether an index or summary was in it */
export function noDocuments(name: string, isExchange: boolean): UserError {
  if (isExchange) {
    return new UserError(
      'INTAKE_EMPTY',
      {
        ja: `${name} には健診結果・保健指導結果の文書が一つも入っていません。${nothingStored.ja}`,
        en: `${name} holds no document of a checkup or of guidance. ${nothingStored.en}`,
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
        ja: '読めるのは特定健診・特定保健指導の電子的データ（ix08・hc08・hg08 の XML を収めた ZIP、または XML）です。Excel などほかの種類は、CSV に書き出してから取り込んでください（docs/csv-contracts.md）。',
        en: 'What is read: exchange archives of specific health checkups and guidance (a ZIP of ix08, hc08 and hg08 XML, or a single XML). Write other kinds, such as Excel, to CSV first (docs/csv-contracts.md).',
      },
    },
  );
}

/** Most documents belong to another insurer. */
export function otherInsurersArchive(name: string, foreign: number, documents: number): UserError {
  return new UserError(
    'INTAKE_OTHER_INSURER',
    {
      ja: `${name} はほかの保険者のデータです（${documents} 件のうち ${foreign} 件の保険者番号が違います）。${nothingStored.ja}`,
      en: `${name} holds another insurer's documents (${foreign} of ${documents} carry another insurer number). ${nothingStored.en}`,
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

/** An XML document outside of an archive that ends too early or is none. @param line up to which it could be read */
export function brokenXml(name: string, line: number): UserError {
  return new UserError(
    'INTAKE_TRUNCATED',
    {
      ja: `${name} は XML として最後まで読めません（${line} 行目まで）。${nothingStored.ja}`,
      en: `${name} cannot be read to its end as XML (up to line ${line}). ${nothingStored.en}`,
    },
    {
      hint: {
        ja: 'もう一度受け取るかコピーし直してください。続くときは送付元に確認してください。',
        en: 'Receive or copy it again; if it stays so, ask the sender.',
      },
      data: { line },
    },
  );
}
