import { UserError } from '#shared/errors.ts';
import type { Text } from '#shared/text.ts';

const unchanged: Text = {
  ja: '何も公開していません。いまの公開版はそのままです。',
  en: 'Nothing was published; the current release stays as it is.',
};

/** GATE_CONTRACT: an analysis does not keep its own contract. */
export function contractBroken(analysis: string, what: Text): UserError {
  return new UserError(
    'GATE_CONTRACT',
    {
      ja: `分析「${analysis}」が契約に合いません（${what.ja}）。${unchanged.ja}`,
      en: `Analysis "${analysis}" does not keep its contract (${what.en}). ${unchanged.en}`,
    },
    {
      hint: {
        ja: `pipelines/analyses/${analysis}/ の contract.ts と model.sql を見直してください。`,
        en: `Check contract.ts and model.sql in pipelines/analyses/${analysis}/.`,
      },
    },
  );
}

/** GATE_UNKNOWN_PERSON: rows about persons the membership does not know. */
export function unknownPersons(analysis: string, rows: number): UserError {
  return new UserError(
    'GATE_UNKNOWN_PERSON',
    {
      ja: `分析「${analysis}」に、加入者の一覧にいない人の行が${rows}行あります。${unchanged.ja}`,
      en: `Analysis "${analysis}" has ${rows} rows about persons who are not in the membership. ${unchanged.en}`,
    },
    {
      hint: {
        ja: 'kenpo build をやり直しても直らないときは、model.sql が core の表だけから作られているか見てください。',
        en: 'If kenpo build does not mend it, check that model.sql reads core tables only.',
      },
    },
  );
}

/** GATE_TOO_LARGE: a table too fine to be proved safe. */
export function tooFine(analysis: string, table: readonly string[]): UserError {
  return new UserError(
    'GATE_TOO_LARGE',
    {
      ja: `分析「${analysis}」の表（${table.join('×')}）は4次元以上で、安全を証明できません。${unchanged.ja}`,
      en: `The table ${table.join(' × ')} of "${analysis}" has more than three dimensions and cannot be proved safe. ${unchanged.en}`,
    },
    {
      hint: {
        ja: '3つまでの組み合わせに分けるか、次元を1つ減らしてください。',
        en: 'Split it into tables of at most three dimensions, or leave one out.',
      },
    },
  );
}

/** GATE_K_LOWERED: k may be raised, not lowered. */
export function kLowered(k: number, before: number): UserError {
  return new UserError(
    'GATE_K_LOWERED',
    {
      ja: `基準の人数（k = ${k}）が、公開済みの版（k = ${before}）より小さくなっています。${unchanged.ja}`,
      en: `k = ${k} is smaller than that of a release already public (k = ${before}). ${unchanged.en}`,
    },
    {
      hint: {
        ja: `society.toml の publication の k を ${before} 以上に戻してください。大きくすることはできます。`,
        en: `Set k of [publication] in society.toml to ${before} or more; it may be raised.`,
      },
    },
  );
}

/** NOT_FOUND: no period is closed yet. */
export function nothingClosed(): UserError {
  return new UserError(
    'NOT_FOUND',
    {
      ja: `公開できる期間（締まった診療月）がまだありません。${unchanged.ja}`,
      en: `No period is closed yet. ${unchanged.en}`,
    },
    {
      hint: {
        ja: '診療月から close_after_months か月が過ぎ、翌月分のレセプトを取り込んだら、kenpo build と kenpo release をやり直してください。',
        en: 'Run kenpo build and kenpo release again when close_after_months have passed since a month of care and the next claims were taken in.',
      },
    },
  );
}

/** GATE_AUDIT_FAILED: a figure that must be hidden would be shown. */
export function leak(figures: number): UserError {
  return new UserError(
    'GATE_AUDIT_FAILED',
    {
      ja: `守るべき数字が${figures}個、隠れていません。${unchanged.ja}`,
      en: `${figures} figures that must be protected are not. ${unchanged.en}`,
    },
    {
      hint: {
        ja: '表の区分を粗くするか、次元を減らして、kenpo release をやり直してください。',
        en: 'Coarsen the tables or leave a dimension out, then run kenpo release again.',
      },
    },
  );
}
