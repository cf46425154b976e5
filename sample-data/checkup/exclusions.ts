import { ageAtYearEnd, compactDay, type Day, isoDay, monthEnd, monthStart } from '../calendar.ts';
import { type Person, spanOn } from '../people.ts';
import { stream } from '../random.ts';
import type { TextFile } from '../text-file.ts';

const words = { pregnancy: '妊産婦', hospital: '長期入院', abroad: '海外在住' } as const;

/** Why a person is out of the target population of 特定健診 in a fiscal year, and the days of it. */
export type Exclusion = { readonly reason: keyof typeof words; readonly from: Day; readonly to: Day };

export const exclusionHead = '加入者ID,除外理由,開始日,終了日,基準日';

/** The exclusion of a person in a fiscal year, if there is one; drawn from a stream of its own. */
export function exclusionOf(person: Person, fiscalYear: number): Exclusion | undefined {
  const age = ageAtYearEnd(person.birth, fiscalYear);
  if (age < 40 || age > 74) return undefined;
  const [start, end] = [monthStart(fiscalYear * 12 + 3), monthEnd(fiscalYear * 12 + 14)];
  const random = stream(...person.key, 86, fiscalYear);
  const draw = random.next();
  const pregnant = person.sex === 'F' && age <= 45 ? 0.03 : 0;
  const reason =
    draw < pregnant
      ? 'pregnancy'
      : draw < pregnant + 0.002
        ? 'hospital'
        : draw < pregnant + 0.006
          ? 'abroad'
          : undefined;
  if (reason === undefined) return undefined;
  const from = start + random.below(120);
  return spanOn(person, from) === undefined ? undefined : { reason, from, to: Math.min(end, from + 240) };
}

/** Writes the row of an exclusion that is known on the day of the ledgers. */
export function writeExclusion(file: TextFile, person: Person, exclusion: Exclusion, asOf: Day): void {
  const { reason, from, to } = exclusion;
  if (from > asOf) return;
  const cells = [person.memberId, words[reason], isoDay(from), isoDay(to), isoDay(asOf)];
  file.write(`${cells.join(',')}\r\n`);
}

export function exclusionFile(asOf: Day): string {
  return `特定健診除外者一覧_${compactDay(asOf)}.csv`;
}
