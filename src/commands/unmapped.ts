import { readUnmapped, type Unmapped } from '#private/unmapped.ts';
import { openForCount } from '#private/warehouse.ts';
import { defineCommand } from '#shared/define.ts';
import { requireHome } from '#shared/home.ts';
import type { Language, Text } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';

/** Lines of the list on the terminal; `--json` has all. */
const shownRows = 30;

/** What a code is, and which file names it. */
const kinds: Readonly<Record<string, { readonly name: Text; readonly mend: Text }>> = {
  disease: {
    name: { ja: '傷病名', en: 'disease' },
    mend: { ja: '傷病名マスター（旧傷病名も）', en: 'disease master (also the one of old names)' },
  },
  'uncoded-disease': {
    name: { ja: '未コード化傷病名', en: 'uncoded disease' },
    mend: {
      ja: '名前だけの傷病なので、医療機関への働きかけのほかに手立てはありません',
      en: 'written out by the institution; no file can name it',
    },
  },
  modifier: {
    name: { ja: '修飾語', en: 'modifier' },
    mend: { ja: '修飾語マスター', en: 'modifier master' },
  },
  procedure: {
    name: { ja: '診療行為', en: 'procedure' },
    mend: { ja: '医科診療行為マスター', en: 'procedure master' },
  },
  dental: {
    name: { ja: '歯科診療行為', en: 'dental procedure' },
    mend: { ja: '歯科診療行為マスター', en: 'dental procedure master' },
  },
  dispensing: {
    name: { ja: '調剤行為', en: 'dispensing fee' },
    mend: { ja: '調剤行為マスター', en: 'dispensing fee master' },
  },
  nursing: {
    name: { ja: '訪問看護療養費', en: 'home nursing fee' },
    mend: { ja: '訪問看護療養費マスター', en: 'home nursing fee master' },
  },
  drug: { name: { ja: '医薬品', en: 'drug' }, mend: { ja: '医薬品マスター', en: 'drug master' } },
  material: {
    name: { ja: '特定器材', en: 'material' },
    mend: { ja: '特定器材マスター', en: 'material master' },
  },
  comment: {
    name: { ja: 'コメント', en: 'comment' },
    mend: { ja: 'コメントマスター', en: 'comment master' },
  },
  record: {
    name: { ja: '読まないレコード', en: 'record not read' },
    mend: {
      ja: '元のファイルに残っています。開発元へ知らせてください',
      en: 'kept in the original; please report it',
    },
  },
  unreadable: {
    name: { ja: 'コードの読めない行', en: 'row with no readable code' },
    mend: {
      ja: '元のファイルに残っています。提出元に確かめてください',
      en: 'kept in the original; ask who sent it',
    },
  },
  other: {
    name: { ja: 'その他のコード', en: 'other code' },
    mend: {
      ja: 'コードの先頭の桁が公的なマスターのものではありません',
      en: 'its first digit is that of no official master',
    },
  },
};

export default defineCommand({
  summary: {
    ja: 'マスターにないコードと読まないレコードを、医療費の多い順に示す',
    en: 'codes no master names and records not read, most yen first',
  },
  usage: 'kenpo unmapped [--home DIR] [--json]',
  example: 'kenpo unmapped --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
  },
  async run({ options, effects, json }) {
    const home = requireHome(options['home'], process.env);
    const warehouse = await openForCount(home.warehouse, home.tmp);
    try {
      const found = await readUnmapped(warehouse);
      effects.output(
        json ? `${JSON.stringify({ codes: found })}\n` : `${describe(found, effects.language)}\n`,
      );
      return 0;
    } finally {
      warehouse.close();
    }
  },
});

function describe(found: readonly Unmapped[], language: Language): string {
  const ja = language === 'ja';
  if (found.length === 0)
    return ja
      ? 'マスターにないコードも、読まないレコードもありません。'
      : 'Every code is named and every record is read.';
  const number = (value: number) => value.toLocaleString('ja-JP');
  const rows = found
    .slice(0, shownRows)
    .map((one) => [
      kinds[one.kind]?.name[language] ?? one.kind,
      one.code,
      number(one.occurrences),
      number(one.receipts),
      number(one.yen),
      one.from === one.to ? one.from : `${one.from}〜${one.to}`,
    ]);
  const header = ja
    ? ['種類', 'コード', '行', 'レセプト', 'その医療費（円）', '診療月']
    : ['kind', 'code', 'rows', 'receipts', 'their yen', 'months of care'];
  const more = found.length - rows.length;
  const mend = [...new Set(found.map(({ kind }) => kind))].flatMap((kind) => {
    const known = kinds[kind];
    return known ? [`→ ${known.name[language]}: ${known.mend[language]}`] : [];
  });
  return [
    textTable(header, rows),
    ...(more > 0
      ? [ja ? `ほか ${number(more)} 件（--json ですべて）` : `and ${number(more)} more (--json has all)`]
      : []),
    '',
    ja
      ? '医療費は、そのコードがあるレセプトの全額です。次のファイルを private/inbox に置き、kenpo ingest と kenpo build を実行してください。'
      : 'Yen are those of the whole receipts. Put these into private/inbox, then run kenpo ingest and kenpo build.',
    ...mend,
  ].join('\n');
}
