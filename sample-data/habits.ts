import { ageRange, facts } from './facts.ts';
import type { Health } from './illness.ts';
import type { Person } from './people.ts';
import { stream } from './random.ts';

/** One question of 標準的な質問票 (令和6年度版): item code, list of answers and their shares. */
type Question = {
  readonly code: string;
  readonly list: string;
  readonly shares: { readonly M: readonly number[]; readonly F: readonly number[] };
};

const shares = (text: string) => text.split('/').map(Number);
const questions: readonly Question[] = facts('questions').map((row) => ({
  code: row['code']!,
  list: row['list']!,
  shares: { M: shares(row['men']!), F: shares(row['women']!) },
}));
const smoking = facts('smoking').map((row) => ({
  from: ageRange(row['ages']!)[0],
  M: Number(row['men']),
  F: Number(row['women']),
}));

export type Answer = { readonly code: string; readonly list: string; readonly answer: string };

/** Whether a person smokes; lasting, by sex, age and workplace. */
export function smokes(person: Person, age: number, workplace: number): boolean {
  const row = smoking.findLast((one) => one.from <= age) ?? smoking[0]!;
  return stream(...person.key, 71).chance(Math.min(0.8, (row[person.sex] / 100) * workplace));
}

/** The questionnaire of a person: lasting answers; heavier people gain weight, move less, eat faster. */
export function answersOf(person: Person, health: Health, age: number, workplace: number): Answer[] {
  const random = stream(...person.key, 72);
  const tilt = 0.06 * health.burden;
  const list = questions.map((question) => {
    const probabilities = question.shares[person.sex];
    let point =
      Math.min(0.999, Math.max(0, random.next() - tilt)) *
      probabilities.reduce((sum, share) => sum + share, 0);
    let answer = 0;
    while (answer < probabilities.length - 1 && point >= probabilities[answer]!)
      point -= probabilities[answer++]!;
    return { code: question.code, list: question.list, answer: String(answer + 1) };
  });
  const smoke = smokes(person, age, workplace)
    ? '1'
    : random.chance(person.sex === 'M' ? 0.35 : 0.12)
      ? '2'
      : '3';
  return [...list, { code: '9N736000000000011', list: '24060', answer: smoke }];
}

/** Which habits are good, by the answers (every question is answered). */
export function judgedHabits(answers: readonly Answer[]): readonly { habit: string; good: boolean }[] {
  const of = (code: string) => answers.find((one) => one.code.startsWith(code))!.answer;
  const count = (...good: readonly boolean[]) => good.filter(Boolean).length;
  const amount = Number(of('9N791'));
  const often = Number(of('9N786'));
  const most = often === 1 ? 2 : often <= 6 ? 3 : 5;
  return [
    { habit: 'smoking', good: of('9N736') !== '1' },
    { habit: 'exercise', good: count(of('9N746') === '1', of('9N751') === '1', of('9N756') === '1') >= 2 },
    {
      habit: 'eating',
      good: count(of('9N766') !== '1', of('9N771') === '2', of('9N782') !== '1', of('9N781') === '2') >= 3,
    },
    { habit: 'drinking', good: amount <= most },
    { habit: 'sleep', good: of('9N796') === '1' },
  ];
}
