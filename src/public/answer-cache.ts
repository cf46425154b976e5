import type { Site } from './site.ts';

/** Answers kept at most: filters multiply addresses, a release is small. */
const limit = 500;

/** Remembers finished answers of one release by address; a new release starts empty, a failure is not kept. */
export function answerCache<T>() {
  let kept: { site: Site; answers: Map<string, Promise<T>> } | undefined;
  return (site: Site, address: string, make: () => Promise<T>): Promise<T> => {
    if (kept?.site !== site) kept = { site, answers: new Map() };
    const { answers } = kept;
    const known = answers.get(address);
    if (known) return known;
    const answer = make();
    if (answers.size >= limit) answers.clear();
    answers.set(address, answer);
    answer.catch(() => answers.delete(address));
    return answer;
  };
}
