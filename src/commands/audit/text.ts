import type { Place } from '#gate/attack/figures.ts';
import type { AuditReport } from '#gate/attack/report.ts';
import type { Language, Text } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';

const header = { ja: ['調べたこと', '件数'], en: ['looked at', 'count'] } as const;

const words = {
  cells: { ja: '公開版の数字', en: 'figures of the release' },
  hidden: { ja: '　うち非表示', en: '  of them hidden' },
  relations: { ja: '外部の人が書ける関係式', en: 'relations an outsider can write down' },
  exposed: { ja: '計算で分かる非表示の数字', en: 'hidden figures that can be computed' },
  tried: { ja: '範囲を絞ろうとした人数', en: 'counts attacked by their range' },
  safe: { ja: '　ほかの表が見つかり、絞れない', en: '  safe: another table fits' },
  fractions: { ja: '　小数の表だけが見つかった', en: '  safe by a table in fractions only' },
  undecided: { ja: '　決められた手数では判定できない', en: '  undecided within fixed limits' },
  small: { ja: '少人数と分かる人数・組', en: 'counts and groups known to be small' },
  contradictions: { ja: '合わない数字', en: 'figures that do not fit together' },
  differences: { ja: 'ほかの公開版との差で分かる数字', en: 'figures another release gives away' },
  changed: { ja: 'ほかの公開版と違う数字', en: 'figures that differ from another release' },
  others: { ja: '比べたほかの公開版', en: 'other releases compared' },
  unreadable: { ja: '読めなかったほかの公開版', en: 'other releases that cannot be read' },
  witnesses: { ja: '保管された証明の表', en: 'tables of the stored proof' },
} as const satisfies Record<string, Text>;

const signatures = {
  valid: { ja: '署名は正しい。', en: 'The signature is valid.' },
  'not-checked': {
    ja: '署名は確かめていない（鍵がない）。',
    en: 'The signature was not checked (no key).',
  },
  unsigned: { ja: '署名がない。', en: 'There is no signature.' },
} as const;

const verdicts = {
  clean: { ja: '弱点は見つかりませんでした。', en: 'No weakness was found.' },
  undecided: {
    ja: '弱点は見つかりませんでしたが、判定できない数字があります。',
    en: 'No weakness was found, but some figures are undecided.',
  },
  failure: {
    ja: '弱点があります。この公開版を配らず、kenpo release で作り直してください。',
    en: 'There are weaknesses. Do not hand this release out; make a new one with kenpo release.',
  },
} as const;

/** Places listed on the terminal; `--json` lists all. */
const MOST_PLACES = 20;

/** The report for reading. */
export function auditText(report: AuditReport, language: Language): string {
  const { release, signature, attack, proof, verdict } = report;
  const rows = countsOf(report).map(([word, count]) => [words[word][language], count.toLocaleString('en')]);
  const found = [
    ...attack.exposed.map((place): [keyof typeof words, string] => ['exposed', nameOf(place)]),
    ...attack.knownSmall.map((ids): [keyof typeof words, string] => ['small', ids.join(' + ')]),
    ...attack.contradictions.map((id): [keyof typeof words, string] => ['contradictions', id]),
    ...attack.differences.map(({ release: other, place }): [keyof typeof words, string] => [
      'differences',
      `${nameOf(place)} (${other})`,
    ]),
  ];
  const listed = found.slice(0, MOST_PLACES).map(([word, name]) => `× ${words[word][language]}: ${name}`);
  const more = found.length - listed.length;
  return [
    `${release}  ${signatures[signature][language]}`,
    textTable(header[language], rows),
    ...listed,
    ...(more > 0
      ? [language === 'ja' ? `ほか ${more} 件（--json で全部）` : `and ${more} more (--json lists all)`]
      : []),
    ...(proof ? [proofText(proof, language)] : []),
    verdicts[verdict][language],
  ].join('\n');
}

function countsOf({ attack, others, unreadable, proof }: AuditReport): [keyof typeof words, number][] {
  const { intervals } = attack;
  return [
    ['cells', attack.cells],
    ['hidden', attack.hidden],
    ['relations', attack.relations],
    ['exposed', attack.exposed.length],
    ['tried', intervals.tried],
    ['safe', intervals.safe],
    ['fractions', intervals.safeInFractions],
    ['undecided', intervals.undecided],
    ['small', attack.knownSmall.length],
    ['contradictions', attack.contradictions.length],
    ['others', others],
    ...(unreadable > 0 ? [['unreadable', unreadable] as [keyof typeof words, number]] : []),
    ['changed', attack.changed],
    ['differences', attack.differences.length],
    ...(proof ? [['witnesses', proof.witnesses] as [keyof typeof words, number]] : []),
  ];
}

function nameOf({ analysis, period, measure, at }: Place): string {
  return `${analysis} ${period} ${measure} ${Object.values(at).join('×')}`;
}

function proofText(
  { checked, digest, holds }: NonNullable<AuditReport['proof']>,
  language: Language,
): string {
  if (!checked) return language === 'ja' ? '× 証明が保管されていません。' : '× No proof is on file.';
  if (!digest)
    return language === 'ja'
      ? '× 保管された証明は、この公開版のものではありません。'
      : '× The stored proof is not that of this release.';
  if (!holds)
    return language === 'ja'
      ? '× 保管された証明が成り立たないか、公開版と一致しません。'
      : '× The stored proof does not hold, or is not about what the release prints.';
  return language === 'ja'
    ? '保管された証明は成り立ち、公開版と一致します。'
    : 'The stored proof holds and is about what the release prints.';
}
