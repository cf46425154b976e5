import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile } from '#private/intake/inspect.ts';
import { inspectionText } from '#private/intake/inspect-words.ts';
import { silentEffects } from '#shared/effects.ts';
import command from '../../../src/commands/inspect.ts';
import { joinLines, procedure, receiptLines } from './receipt/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-inspect-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const receipts = file(
  'カナリヤ.csv',
  joinLines([receiptLines({ points: 100, month: '202701', body: [procedure('60', '160000310', 99, 1)] })]),
);
const employers = file(
  'employers.csv',
  '事業所コード,事業所名,業種,都道府県,グループコード,適用開始日,適用終了日,基準日\r\n' +
    'E01,カナリヤ工業,製造業,13,,2020-04-01,,2026-11-01\r\nE02,カナリヤ商店,小売業,13,,x,,2026-11-01\r\n',
);

async function run(paths: string[], json: boolean) {
  const written: string[] = [];
  const effects = { ...silentEffects(), output: (text: string) => void written.push(text) };
  const exit = await command.run({ positionals: paths, options: {}, effects, json });
  return { exit, output: written.join('') };
}

describe('kenpo inspect', () => {
  it('reads a ledger as an ingest would, without a home and without a value', async () => {
    const inspection = await inspectFile(employers, new Date('2026-11-21T12:00:00+09:00'));
    expect(inspection).toMatchObject({
      kind: 'employer',
      form: 'csv',
      encoding: 'utf-8',
      records: 2,
      byRecord: { employer: 1 },
    });
    expect(Object.values(inspection.quarantined ?? {})).toEqual([1]);
    expect(JSON.stringify(inspection)).not.toContain('カナリヤ');
  });

  it('one file: one JSON object; several: an array in their order', async () => {
    const one = await run([receipts], true);
    expect(one.exit).toBe(0);
    expect(JSON.parse(one.output)).toMatchObject({ kind: 'receipt', quarantined: { future_month: 1 } });
    const several = await run([employers, receipts], true);
    expect(JSON.parse(several.output).map((entry: { kind: string }) => entry.kind)).toEqual([
      'employer',
      'receipt',
    ]);
  });

  it('one refused file of several does not stop the others', async () => {
    const { exit, output } = await run([file('empty', ''), receipts], true);
    expect(exit).toBe(10);
    expect(JSON.parse(output)).toMatchObject([{ error: { code: 'INTAKE_EMPTY' } }, { kind: 'receipt' }]);
  });

  it('a single refused file is an error', async () => {
    await expect(run([file('empty', '')], true)).rejects.toMatchObject({ code: 'INTAKE_EMPTY' });
    await expect(run([join(folder, 'none')], true)).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' });
    await expect(run([], true)).rejects.toMatchObject({ code: 'USAGE' });
  });

  it('the text has words for what was found, no code and no value', async () => {
    const { output } = await run([receipts], false);
    expect(output).toContain('保険者向けレセ電コード情報');
    expect(output).toContain('合計点数と明細の合計が合わない');
    expect(output).toContain('診療（調剤）年月が未来: 1');
    expect(output).not.toMatch(/カナリヤ|future_month|undefined|NaN|1980/);
  });

  it('English too', async () => {
    const inspection = await inspectFile(receipts, new Date('2026-11-21T12:00:00+09:00'));
    expect(inspectionText(inspection, 'en')).toContain('the month of care lies in the future: 1');
  });
});
