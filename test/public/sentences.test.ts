import { describe, expect, test } from 'vitest';
import type { Cell } from '#release/form.ts';
import { cell, change, type Finding, gap, moved, top, unsure, words, year } from '#shared/define.ts';
import { cellsOf } from '../../src/public/cells.ts';
import { plain, say } from '../../src/public/say.ts';
import { sampleRelease } from './sample-site.ts';

const release = await sampleRelease();
const rate = { analysis: 'checkup-participation', measure: 'participation_rate' };
const people = { analysis: 'members', measure: 'members' };

/** The sample release with some figures replaced: measure and period → value (null: hidden). */
function cellsWith(changes: Readonly<Record<string, number | null>>) {
  return cellsOf({
    ...release,
    cells: (name) =>
      release.cells(name).map((one): Cell => {
        const isTotal = Object.values(one.at).every((code) => code === 'total');
        const value = isTotal ? changes[`${one.measure} ${one.period}`] : undefined;
        if (value === undefined) return one;
        return value === null ? { ...one, value, status: 'hidden' } : { ...one, value, status: 'ok' };
      }),
  });
}

function said(finding: Finding, changes: Readonly<Record<string, number | null>> = {}) {
  return plain(say(finding, { cells: cellsWith(changes), year: 2025, language: 'ja' }));
}

const both = (ja: ReturnType<typeof words>) => ({ ja, en: ja });
const verdict: Finding = [
  both(words`${change(rate)}${moved(rate, { up: '高い', down: '低い' })}`),
  both(words`${unsure(rate)}差があるとは言えない`),
  both(words`値はない`),
];

describe('a share of persons rises or falls only beyond chance', () => {
  const of = (now: number, before: number, base: number) =>
    said(verdict, {
      'participation_rate 2025': now,
      'participation_rate 2024': before,
      'target 2025': base,
      'target 2024': base,
    });
  test.each([
    [60, 50, 1000, '+10.0ポイント高い'],
    [50, 60, 1000, '−10.0ポイント低い'],
    [50.5, 50, 1000, '差があるとは言えない'],
    [50, 50, 1000, '差があるとは言えない'],
    // At half and half, the limit for 2 × 200 persons is 1.96 × √(.25 × 2 / 200) = 9.8 points.
    [54.8, 45.2, 200, '差があるとは言えない'],
    [55, 45, 200, '+10.0ポイント高い'],
  ])('%s after %s of %s: %s', (now, before, base, text) => {
    expect(of(now, before, base)).toBe(text);
  });
});

test('the highest of some codes only', () => {
  const risk = { analysis: 'checkup-risk', measure: 'risk_rate' };
  const name = (only?: readonly string[]) =>
    said([both(words`${top(risk, { over: 'risk', show: 'name', ...(only && { only }) })}`)]);
  expect(name()).toBe('脂質');
  expect(name(['glucose', 'liver'])).toBe('血糖');
  expect(name([])).toBe('');
});

describe('what cannot be shown is not said', () => {
  test.each(['participation_rate 2025', 'participation_rate 2024', 'target 2024'])('%s hidden', (hidden) => {
    expect(said(verdict, { [hidden]: null })).toBe('値はない');
  });
  test('counts move with every person; equal counts neither rise nor fall', () => {
    const finding: Finding = [
      both(words`${gap(people)}${moved(people, { up: '増', down: '減' })}`),
      both(words`${unsure(people)}同じ`),
    ];
    expect(said(finding, { 'members 2025': 101, 'members 2024': 100 })).toBe('1人増');
    expect(said(finding, { 'members 2025': 99, 'members 2024': 100 })).toBe('1人減');
    expect(said(finding, { 'members 2025': 100, 'members 2024': 100 })).toBe('同じ');
  });
  test('no version fits: nothing is said', () => {
    expect(
      say([both(words`${cell(people)}`)], {
        cells: cellsWith({ 'members 2025': null }),
        year: 2025,
        language: 'ja',
      }),
    ).toBeUndefined();
    expect(
      say([both(words`${cell(people)}`)], { cells: cellsWith({}), year: 1999, language: 'ja' }),
    ).toBeUndefined();
  });
});

describe('the highest', () => {
  const disease = { analysis: 'disease-cost', measure: 'yen' };
  const finding: Finding = [
    both(words`${year()}は${top(disease, { over: 'disease', show: 'name' })}`),
    both(words`表示の中では${top(disease, { over: 'disease', show: 'name', among: 'shown' })}`),
  ];
  const withHidden = (code: string) =>
    cellsOf({
      ...release,
      cells: (name) =>
        release
          .cells(name)
          .map((one) =>
            one.at['disease'] === code && name === 'disease-cost'
              ? { ...one, value: null, status: 'hidden' as const }
              : one,
          ),
    });
  test('of all, where all are shown', () => {
    expect(said(finding)).toBe('2025年度は新生物');
  });
  test('where one is hidden, only of the shown; the hidden one is never named', () => {
    const text = (code: string) =>
      plain(say(finding, { cells: withHidden(code), year: 2025, language: 'ja' }));
    expect(text('16')).toBe('表示の中では新生物');
    expect(text('02')).toBe('表示の中では循環器系');
  });
});

test('a sentence takes nothing but released cells', () => {
  // @ts-expect-error a number is no cell
  expect(() => words`${42}`).not.toThrow();
  // @ts-expect-error a string is no cell
  expect(() => words`${'196,440'}`).not.toThrow();
});
