import type { Result } from '../results.ts';
import { choiceOf } from './values.ts';

/** The 22 questions of 標準的な質問票: start of the item code and the answers that are counted. */
const asked: readonly (readonly [code: string, counted: readonly string[]])[] = [
  ['9N701', ['1']],
  ['9N706', ['1']],
  ['9N711', ['1']],
  ['9N716', ['1']],
  ['9N721', ['1']],
  ['9N726', ['1']],
  ['9N731', ['1']],
  ['9N736', ['1']],
  ['9N741', ['1']],
  ['9N746', ['2']],
  ['9N751', ['2']],
  ['9N756', ['2']],
  ['9N872', ['2', '3']],
  ['9N766', ['1']],
  ['9N771', ['1']],
  ['9N782', ['1']],
  ['9N781', ['1']],
  ['9N786', ['1']],
  ['9N791', ['3', '4', '5']],
  ['9N796', ['2']],
  ['9N801', ['1']],
  ['9N808', ['2']],
];

/** Which questions were answered, and whether with an answer that is counted. */
export function questions(results: readonly Result[]): { question: string; isChosen: boolean }[] {
  return asked.flatMap(([code, counted], index) => {
    const answer = choiceOf(results, `${code}000000000011`);
    const question = `q${String(index + 1).padStart(2, '0')}`;
    return answer === undefined ? [] : [{ question, isChosen: counted.includes(answer) }];
  });
}
