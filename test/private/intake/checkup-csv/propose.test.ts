import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { draftMapping } from '#private/intake/checkup-csv/draft.ts';
import { parseLayout } from '#private/intake/checkup-csv/layout.ts';
import { makeLayout } from '#private/intake/checkup-csv/new-layout.ts';
import { proposeColumns } from '#private/intake/checkup-csv/propose.ts';
import { recogniseLayout } from '#private/intake/checkup-csv/recognise.ts';
import { written } from './make.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-layouts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const heading =
  '健保記号番号,カナ氏名,性別,生年月日,受診日,医療機関コード,身長（ｃｍ）,判定,腹囲（mm）,判定,食事からの時間,中性脂肪,判定,ＧＯＴ,白血球数（×10^2/μL）,LDL（nkat/L）,謎の検査,090-1234-5678';
const row = '12-34,ﾃｽﾄ ｶﾅﾘﾔ,男,S50.4.1,R7.5.1,1310000001,170,A,850,A,10時間以上,100,A,20,55,10,秘密,x';
const sample = `健診結果一覧\r\n${heading}\r\n${row}\r\n`;

/** The items of a drafted mapping by column. */
function drafted(text: string) {
  const draft = draftMapping('mine', proposeColumns(Buffer.from(text))!);
  const layout = parseLayout('mine', draft);
  return { draft, layout, items: new Map(layout.items.map(({ column, ...item }) => [column, item])) };
}

test('items are proposed by their names, with the unit in brackets', () => {
  const { items, layout } = drafted(sample);
  expect(items.get('身長(cm)')).toEqual({ code: '9N001000000000001' });
  expect(items.get('腹囲(mm)')).toEqual({ code: '9N016160100000001', unit: 'mm' });
  expect(items.get('白血球数(×102/μL)')).toEqual({ code: '2A010000001930101', unit: '10*2/uL' });
  expect(items.get('GOT')).toEqual({ code: '3B035000002327201' });
  expect(layout.person).toMatchObject({ symbol_number: '健保記号番号', day: '受診日', ignored: ['判定'] });
});

test('triglyceride is fasting or casual by the time since the meal, where there is such a column', () => {
  const codes = { 2: '3F015000002327101', 3: '3F015129902327101', 4: '3F015129902327101' };
  expect(drafted(sample).items.get('中性脂肪')).toEqual({ by: '食事からの時間', codes });
  expect(drafted(sample.replace('食事からの時間', '別の列')).items.get('中性脂肪')).toEqual({
    code: codes[2],
  });
});

test('what a person must decide is marked; a head that is no plain word is told by its number', () => {
  const { draft } = drafted(sample);
  expect(draft).toMatch(/要確認: "謎の検査"/);
  expect(draft).toMatch(/要確認: 18 列目/);
  expect(draft).toMatch(/"LDL\(nkat\/L\)" = .*要確認/);
  expect(draft).not.toContain('090');
});

test('nothing of a row gets into the mapping', async () => {
  const { path } = await makeLayout('none-of-rows', written(sample), folder);
  const text = readFileSync(path, 'utf8');
  for (const cell of row.split(',').filter((one) => one.length > 4 && one !== '10時間以上'))
    expect(text).not.toContain(cell);
});

test('a file whose first lines are rows about persons is refused, not written down', async () => {
  await expect(makeLayout('rows', written(`${row}\n${row}\n`), folder)).rejects.toMatchObject({
    code: 'INTAKE_CONTRACT',
  });
});

test('the mapping reads the file it was made from, and a second one of its name is refused', async () => {
  const file = written(sample);
  const made = await makeLayout('mine', file, folder);
  expect(made).toMatchObject({ person: 6, items: 7, isUsable: true });
  const layout = parseLayout('mine', readFileSync(made.path, 'utf8'));
  expect(recogniseLayout(Buffer.from(sample), [layout])?.heading.records).toBe(2);
  await expect(makeLayout('mine', file, folder)).rejects.toMatchObject({ code: 'USAGE' });
});

test('without a column that says who it is about, the mapping says so', async () => {
  const made = await makeLayout('nobody', written(sample.replace('生年月日', '何か')), folder);
  expect(made.isUsable).toBe(false);
  expect(readFileSync(made.path, 'utf8')).toContain('birth_date = "要確認"');
});

test.each(['X', 'Ab', '../up', 'a/b', '-a', ''])('「%s」 is no name of a mapping', async (name) => {
  await expect(makeLayout(name, written(sample), folder)).rejects.toMatchObject({ code: 'USAGE' });
});

test('a file that is not there is told', async () => {
  await expect(makeLayout('gone', join(folder, 'gone.csv'), folder)).rejects.toMatchObject({
    code: 'INPUT_UNREADABLE',
  });
});

test('any heading gives a mapping that can be read again', () => {
  const known = heading.split(',');
  fc.assert(
    fc.property(
      fc.shuffledSubarray(known, { minLength: 8 }),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 4 }),
      (names, odd) => {
        const line = [...names, ...odd.map((text) => `"${text.replaceAll('"', '""')}"`)].join(',');
        const proposals = proposeColumns(Buffer.from(`${line}\n`));
        if (proposals !== undefined) parseLayout('mine', draftMapping('mine', proposals));
      },
    ),
  );
});
