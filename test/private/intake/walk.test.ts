import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { planIntake } from '#private/intake/plan.ts';
import { findFiles } from '#private/intake/walk.ts';

const top = mkdtempSync(join(tmpdir(), 'kenpo-walk-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const folder = (name: string) => {
  const path = join(top, name);
  mkdirSync(path);
  return path;
};

const consent = '加入者ID,フラグ,開始日,終了日,基準日\nM1,不開示,2024-04-01,,2025-04-30\n';

test('links and pipes in a folder are refused by name, not passed over and not followed', async () => {
  const inbox = folder('links');
  writeFileSync(join(inbox, 'real.csv'), consent);
  symlinkSync(join(inbox, 'real.csv'), join(inbox, 'link.csv'));
  symlinkSync(top, join(inbox, 'up'));
  execFileSync('mkfifo', [join(inbox, 'pipe.csv')]);
  const plan = await planIntake(findFiles([inbox]), 1);
  expect(plan.files.map(({ name }) => name)).toEqual(['real.csv']);
  expect(plan.refused.map(({ file, error }) => [file.name, error.code])).toEqual([
    ['link.csv', 'INTAKE_REFUSED'],
    ['pipe.csv', 'INTAKE_REFUSED'],
    ['up', 'INTAKE_REFUSED'],
  ]);
});

test('a link that is named itself is followed', () => {
  const inbox = folder('named');
  writeFileSync(join(inbox, 'real.csv'), consent);
  symlinkSync(inbox, join(top, 'named-link'));
  expect(findFiles([join(top, 'named-link')]).map(({ name }) => name)).toEqual(['real.csv']);
});

test('a file whose name is no UTF-8 is refused, the others go on', async () => {
  const inbox = folder('garbled');
  writeFileSync(join(inbox, 'good.csv'), consent);
  const garbled = Buffer.concat([Buffer.from(`${inbox}/`), Buffer.from([0x83, 0x65]), Buffer.from('.csv')]);
  writeFileSync(garbled, consent);
  const plan = await planIntake(findFiles([inbox]), 1);
  expect(plan.files.map(({ name }) => name)).toEqual(['good.csv']);
  expect(plan.refused.map(({ error }) => error.code)).toEqual(['INPUT_UNREADABLE']);
});

test('a file that vanished after it was found is refused', async () => {
  const path = join(folder('gone'), 'a.csv');
  writeFileSync(path, consent);
  const found = findFiles([path]);
  rmSync(path);
  expect((await planIntake(found, 1)).refused.map(({ error }) => error.code)).toEqual(['INPUT_UNREADABLE']);
});

test('control and direction characters of a name never reach the terminal', () => {
  const inbox = folder('steering');
  writeFileSync(join(inbox, 'a\u001b[31m\n\u009b\u202ex.csv'), consent);
  expect(findFiles([inbox]).map(({ name }) => name)).toEqual(['a?[31m???x.csv']);
});
