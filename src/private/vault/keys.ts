import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** What a receipt, a checkup or the ledger says about who somebody is. */
export type PersonMarks = {
  /** 保険者番号, 8 digits. */
  readonly insurer: string;
  /** 記号 */
  readonly symbol: string;
  /** 番号 */
  readonly number: string;
  /** 枝番 */
  readonly branch?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly sex: '1' | '2';
  /** 氏名カナ, half or full width. */
  readonly kana?: string | undefined;
};

/** Keyed index values that stand for a person outside the vault; equal marks give equal keys. */
export type PersonKeys = {
  readonly base: string;
  readonly branch: string | null;
  readonly name: string | null;
};

const separators = /[\s\-‐‑‒–—―−ー・･.,·/／]/gu;
const smallKana = 'ァィゥェォッャュョヮヵヶ';
const largeKana = 'アイウエオツヤユヨワカケ';

/**
 * The keys of a person, most telling first when linking: `branch`, then `name`, then `base`.
 * Each is base64url of the first 16 bytes of HMAC-SHA-256 over the normalised marks; without the index key of the
 * society nobody can compute or reverse one.
 */
export function personKeys(indexKey: Buffer, marks: PersonMarks): PersonKeys {
  const common = [
    marks.insurer,
    normaliseSymbol(marks.symbol),
    normaliseSymbol(marks.number),
    marks.birthDate,
    marks.sex,
  ].join('\u001f');
  const branch = marks.branch === undefined ? '' : normaliseSymbol(marks.branch);
  const kana = marks.kana === undefined ? '' : normaliseKana(marks.kana);
  return {
    base: indexValue(indexKey, 'base', common),
    branch: branch === '' ? null : indexValue(indexKey, 'branch', `${common}\u001f${branch}`),
    name: kana === '' ? null : indexValue(indexKey, 'name', `${common}\u001f${kana}`),
  };
}

/** The key of a society's own 加入者ID: what the vault knows a person by from ledger to ledger. */
export function memberKey(indexKey: Buffer, memberId: string): string {
  return indexValue(indexKey, 'member', memberId.normalize('NFKC').trim());
}

/** 記号, 番号 and 枝番 as compared: width folded, separators dropped, leading zeros dropped. */
export function normaliseSymbol(text: string): string {
  return text.normalize('NFKC').replace(separators, '').replace(/^0+/, '');
}

/** Kana as compared: full-width katakana, no spaces, small letters as large (ｼｮｳｼﾞ, ショウジ and シヨウジ are one name). */
export function normaliseKana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s・.]/gu, '')
    .replace(/[ぁ-ゖ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
    .replace(/[ァィゥェォッャュョヮヵヶ]/gu, (letter) => largeKana[smallKana.indexOf(letter)]!);
}

/** Preparing a key costs four times one digest, so each is prepared once. */
const prepared = new WeakMap<Buffer, KeyObject>();

function preparedKey(indexKey: Buffer): KeyObject {
  const known = prepared.get(indexKey);
  if (known) return known;
  const key = createSecretKey(indexKey);
  prepared.set(indexKey, key);
  return key;
}

function indexValue(indexKey: Buffer, purpose: string, text: string): string {
  const digest = createHmac('sha256', preparedKey(indexKey))
    .update(`kenpo-lens ${purpose} 1\u001f${text}`)
    .digest();
  return digest.subarray(0, 16).toString('base64url');
}
