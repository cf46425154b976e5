import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createKeys } from '#private/keys.ts';
import { openForCount, type Row } from '#private/warehouse.ts';
import { parseSettings } from '#shared/config.ts';
import { type Home, homeOf } from '#shared/home.ts';
import { joinLines, ourInsurer, type ReceiptOptions, receiptLines, searchNumber } from './receipt/files.ts';

export const settings = parseSettings(`[society]\nname = "みほん"\ninsurer_number = "${ourInsurer}"\n`);

/** A new home with keys and an empty inbox, in the system's folder for temporary files. */
export async function newHome(): Promise<Home> {
  const home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-intake-')));
  for (const folder of [home.inbox, home.raw, home.tmp]) mkdirSync(folder, { recursive: true });
  await createKeys(home);
  return home;
}

/** Puts a file into the inbox; returns its path. */
export function deliver(home: Home, name: string, content: string | Uint8Array): string {
  const path = join(home.inbox, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

export const ledgerHeader =
  '加入者ID,被保険者の加入者ID,記号,番号,枝番,氏名,氏名カナ,生年月日,性別,続柄区分,事業所コード,資格取得日,資格喪失日,喪失理由,郵便番号,住所,基準日';

type Member = {
  readonly id?: string;
  readonly insured?: string;
  readonly number?: string;
  readonly branch?: string;
  readonly kana?: string;
  readonly birth?: string;
  readonly sex?: string;
  readonly relation?: string;
  readonly gained?: string;
  readonly lost?: string;
  readonly address?: string;
  readonly asOf?: string;
};

/** One row of the eligibility ledger; fits the receipts of `receiptLines`. */
export function ledgerRow(member: Member = {}): string {
  const {
    id = 'M1',
    insured = id,
    number = '456',
    branch = '',
    kana = 'カナリヤ タロウ',
    birth = '1980-01-15',
  } = member;
  const {
    sex = '1',
    relation = '1',
    gained = '2020-04-01',
    lost = '',
    address = '架空市1',
    asOf = '2026-10-31',
  } = member;
  const reason = lost === '' ? '' : '1';
  return [
    id,
    insured,
    '123',
    number,
    branch,
    'カナリヤ　太郎',
    kana,
    birth,
    sex,
    relation,
    'E1',
    gained,
    lost,
    reason,
    '000-0000',
    address,
    asOf,
  ].join(',');
}

export function ledger(...rows: readonly string[]): string {
  return `${[ledgerHeader, ...rows].join('\r\n')}\r\n`;
}

/** A medical receipt of `points` in one unit. */
export function receipt(n: number, points: number, options: ReceiptOptions = {}): string[] {
  return receiptLines({ search: searchNumber(n), points, ...options });
}

export function receiptFile(...receipts: readonly string[][]): Buffer {
  return joinLines(receipts);
}

/** Rows of the warehouse, opened and closed again. */
export async function query(home: Home, sql: string): Promise<Row[]> {
  const warehouse = await openForCount(home.warehouse);
  try {
    return await warehouse.rows(sql);
  } finally {
    warehouse.close();
  }
}
