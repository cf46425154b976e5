import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson } from '#office/people.ts';
import { settingsText } from '#office/settings-template.ts';
import { ingest } from '#private/intake/ingest.ts';
import { silentEffects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { kenpo } from '../fixtures/kenpo.ts';
import { csvOf } from '../private/intake/checkup-csv/make.ts';
import { deliver, newHome, settings } from '../private/intake/society.ts';

let home: Home;
let passphrase: string;
const effects = silentEffects();

beforeAll(async () => {
  home = await newHome();
  writeFileSync(
    home.settings,
    settingsText({ name: 'みほん', insurerNumber: '06999991', purposes: [], demo: false }),
  );
  passphrase = join(home.root, 'passphrase.txt');
  writeFileSync(passphrase, 'correct horse battery\n', { mode: 0o600 });
  addPerson(home, '確認 担当', 'correct horse battery', effects);
  const sheets = [
    { 用紙番号: 'A', 入力回: '1', 身長: '170.1' },
    { 用紙番号: 'A', 入力回: '2', 身長: '171.9' },
    { 用紙番号: 'B', 入力回: '1', 身長: '160.3' },
    { 用紙番号: 'B', 入力回: '2', 身長: '160.3' },
  ];
  deliver(home, 'paper.csv', csvOf('paper-entry', sheets));
  deliver(home, 'dock.csv', csvOf('dock-vendor', [{ 尿蛋白: '4+', BMI: 'ふつう' }]));
});
afterAll(() => rmSync(home.root, { recursive: true }));

const accept = (...args: readonly string[]) => kenpo('accept', ...args, '--home', home.root);
const signed = () => ['--by', '確認 担当', '--passphrase-file', passphrase];

test('what waits is told with its findings; somebody has to sign for it, once', async () => {
  const { waiting, setAside } = await ingest(home, settings, [], effects);
  expect(waiting).toBe(2);
  expect(setAside).toMatchObject([
    { name: 'paper.csv', line: 2, lineEnd: 3, reason: 'paper_differs', columns: ['身長'] },
  ]);

  const listed = accept();
  expect(listed.code).toBe(0);
  expect(listed.out).toContain('dock.csv');
  expect(listed.out).toContain('1A010000000191111');
  expect(listed.out).not.toMatch(/170\.1|171\.9|ふつう|ミホン/);

  expect(accept('--all', '--by', 'だれか', '--passphrase-file', passphrase).code).toBe(12);
  expect(accept('99', ...signed()).code).toBe(13);

  const numbers = JSON.parse(accept('--json').out).waiting.map(({ id }: { id: number }) => String(id));
  expect(numbers).toHaveLength(2);
  const one = accept(numbers[0], ...signed(), '--json');
  expect(JSON.parse(one.out)).toEqual({ accepted: [Number(numbers[0])], confirmedBy: 'P0001' });
  expect(accept(numbers[0], ...signed()).code).toBe(13);
  expect(accept('--all', ...signed()).out).toContain('1 件のファイルを確定しました');
  expect(accept().out).toContain('確定を待つファイルはありません');
}, 120_000);
