import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  memberKey,
  normaliseKana,
  normaliseSymbol,
  type PersonMarks,
  personKeys,
} from '#private/vault/keys.ts';

const key = Buffer.alloc(32, 1);
const marks: PersonMarks = {
  insurer: '06999991',
  symbol: '12',
  number: '345',
  branch: '01',
  birthDate: '1980-04-01',
  sex: '1',
  kana: 'カナリヤタロウ',
};

describe('personKeys', () => {
  it('is the same however symbol, number, branch and kana are written', () => {
    const other = { ...marks, symbol: '００１２', number: '3-45', branch: '1', kana: 'ｶﾅﾘﾔ　ﾀﾛｳ' };
    expect(personKeys(key, other)).toEqual(personKeys(key, marks));
  });

  it('differs with every single mark, and with the key of the society', () => {
    const changes: Partial<PersonMarks>[] = [
      { insurer: '06999992' },
      { symbol: '13' },
      { number: '346' },
      { birthDate: '1980-04-02' },
      { sex: '2' },
    ];
    const bases = [marks, ...changes.map((change) => ({ ...marks, ...change }))].map(
      (each) => personKeys(key, each).base,
    );
    expect(new Set([...bases, personKeys(Buffer.alloc(32, 2), marks).base]).size).toBe(changes.length + 2);
  });

  it('tells twins apart by branch and by name, not by base', () => {
    const twin = personKeys(key, { ...marks, branch: '02', kana: 'カナリヤハナコ' });
    const first = personKeys(key, marks);
    expect(twin.base).toBe(first.base);
    expect(twin.branch).not.toBe(first.branch);
    expect(twin.name).not.toBe(first.name);
  });

  it('has no branch or name key where there is none', () => {
    const { branch: _branch, kana: _kana, ...bare } = marks;
    expect(personKeys(key, bare)).toMatchObject({ branch: null, name: null });
    expect(personKeys(key, { ...marks, branch: '', kana: '　' })).toMatchObject({ branch: null, name: null });
  });

  it('does not let symbol run into number', () => {
    const shifted = personKeys(key, { ...marks, symbol: '123', number: '45' });
    expect(shifted.base).not.toBe(personKeys(key, marks).base);
  });

  it('is 16 bytes and shows nothing of the marks', () => {
    const keys = [personKeys(key, marks).base, memberKey(key, 'M000001')];
    for (const value of keys) expect(Buffer.from(value, 'base64url')).toHaveLength(16);
  });
});

describe('normalisation', () => {
  it('is stable: doing it twice is doing it once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseSymbol(normaliseSymbol(text))).toBe(normaliseSymbol(text));
        expect(normaliseKana(normaliseKana(text))).toBe(normaliseKana(text));
      }),
    );
  });

  it.each([
    ['ｼｮｳｼﾞ ﾂｷﾞ', 'シヨウジツギ'],
    ['しょうじ', 'シヨウジ'],
    ['シヨウジ', 'シヨウジ'],
  ])('reads the kana %s as %s', (written, read) => {
    expect(normaliseKana(written)).toBe(read);
  });
});

describe('the keyed value', () => {
  it('is HMAC-SHA-256 of the text, its first 16 bytes, for any text and any length of the key', () => {
    const text = fc.string({ unit: 'binary', maxLength: 3000 });
    fc.assert(
      fc.property(text, fc.constantFrom(1, 32, 64, 65, 200), (id, length) => {
        const own = Buffer.alloc(length, 9);
        const expected = createHmac('sha256', own)
          .update(`kenpo-lens member 1\u001f${id.normalize('NFKC').trim()}`)
          .digest()
          .subarray(0, 16)
          .toString('base64url');
        expect(memberKey(own, id)).toBe(expected);
        expect(memberKey(own, id)).toBe(expected);
      }),
    );
  });
});
