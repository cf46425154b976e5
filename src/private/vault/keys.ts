import { hash } from 'node:crypto';

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

/** The key of a row in files that divide what they say of a person among them. */
export function rowKey(indexKey: Buffer, text: string): string {
  return indexValue(indexKey, 'row', text);
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

/** A key beside room for the message (inner) and for the inner digest (outer), as HMAC (RFC 2104) wants them. */
type Prepared = { inner: Buffer; readonly outer: Buffer };

const blockBytes = 64;
const digestBytes = 32;
const prepared = new WeakMap<Buffer, Prepared>();

function preparedKey(indexKey: Buffer): Prepared {
  const known = prepared.get(indexKey);
  if (known) return known;
  const key = indexKey.length > blockBytes ? hash('sha256', indexKey, 'buffer') : indexKey;
  const made = { inner: Buffer.alloc(1024, 0x36), outer: Buffer.alloc(blockBytes + digestBytes, 0x5c) };
  key.forEach((byte, at) => {
    made.inner[at] = byte ^ 0x36;
    made.outer[at] = byte ^ 0x5c;
  });
  prepared.set(indexKey, made);
  return made;
}

/** HMAC-SHA-256 by two digests of one call each: an HMAC object of the library costs ten times as much. */
function indexValue(indexKey: Buffer, purpose: string, marks: string): string {
  const key = preparedKey(indexKey);
  const text = `kenpo-lens ${purpose} 1\u001f${marks}`;
  const mostBytes = blockBytes + text.length * 3;
  if (key.inner.length < mostBytes) key.inner = Buffer.concat([key.inner.subarray(0, blockBytes)], mostBytes);
  const end = blockBytes + key.inner.write(text, blockBytes, 'utf8');
  key.outer.write(hash('sha256', key.inner.subarray(0, end), 'binary'), blockBytes, 'latin1');
  return Buffer.from(hash('sha256', key.outer, 'binary').slice(0, 16), 'latin1').toString('base64url');
}
