import { codes } from './checkup/item-codes.ts';
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
  return [...list, { code: codes.smoking, list: '24060', answer: smoke }];
}

/** The same answers on the questionnaire before fiscal 2024 (第3期), which had fewer of them. */
export function olderAnswers(answers: readonly Answer[]): Answer[] {
  return answers.map((one) => {
    const answer = Number(one.answer);
    if (one.code === codes.smoking) return { ...one, list: '2003', answer: answer === 1 ? '1' : '2' };
    if (one.code === codes.drinkingOften)
      return { ...one, list: '2005', answer: answer === 1 ? '1' : answer <= 6 ? '2' : '3' };
    if (one.code === codes.drinkingAmount)
      return { ...one, list: '2006', answer: String(Math.min(4, answer)) };
    return one.code === codes.guidanceHistory ? { ...one, code: codes.guidanceWish } : one;
  });
}

/** Which habits are good, as far as all questions of a habit are answered. */
export function judgedHabits(answers: readonly Answer[]): readonly { habit: string; good: boolean }[] {
  const of = (code: string) => answers.find((one) => one.code.startsWith(code));
  const answersTo = (...asked: readonly string[]) => {
    const given = asked.map((code) => of(code)?.answer);
    return given.every((one) => one !== undefined) ? given : undefined;
  };
  const count = (...good: readonly boolean[]) => good.filter(Boolean).length;
  const judged: { habit: string; good: boolean }[] = [];
  const add = (habit: string, good: boolean | undefined) => {
    if (good !== undefined) judged.push({ habit, good });
  };
  const moves = answersTo('9N746', '9N751', '9N756');
  const eats = answersTo('9N766', '9N771', '9N782', '9N781');
  const smokes = of('9N736')?.answer;
  const rests = of('9N796')?.answer;
  add('smoking', smokes === undefined ? undefined : smokes !== '1');
  add('exercise', moves && count(...moves.map((one) => one === '1')) >= 2);
  add('eating', eats && count(eats[0] !== '1', eats[1] === '2', eats[2] !== '1', eats[3] === '2') >= 3);
  add('drinking', drinksLittle(of('9N786'), of('9N791')));
  add('sleep', rests === undefined ? undefined : rests === '1');
  return judged;
}

/** Under two go a day when daily, under three when sometimes, or none. */
function drinksLittle(often: Answer | undefined, amount: Answer | undefined): boolean | undefined {
  if (often === undefined) return undefined;
  const [isDaily, isRare] = [
    often.answer === '1',
    often.list === '2005' ? often.answer === '3' : often.answer > '6',
  ];
  if (isRare) return true;
  return amount === undefined ? undefined : Number(amount.answer) <= (isDaily ? 2 : 3);
}
