import { guidanceLevel } from '../guidance-level.ts';
import type { Random } from '../random.ts';
import type { Result } from '../results.ts';
import type { Channel } from './channels.ts';
import { codes } from './item-codes.ts';
import type { Judged } from './judge.ts';

/** The levels an institution delivers, as observations; none where it delivers none. */
export type Delivered = {
  readonly level: Judged['level'] | undefined;
  readonly metabolic: Judged['metabolic'] | undefined;
  readonly results: readonly Result[];
};

const levelCodes = {
  intensive: '1',
  motivational: '2',
  information: '3',
  excluded: '3',
  undecidable: '4',
} as const;
const metabolicCodes = { present: '1', borderline: '2', absent: '3', undecidable: '4' } as const;
const lower = { intensive: 'motivational', motivational: 'information' } as const;

/**
 * メタボ判定 and 保健指導レベル as the institution gives them: mostly true; one forgets the smoking, all slip now and then,
 * and the employer's own list has none.
 */
export function deliver(channel: Channel, { level, metabolic, body }: Judged, random: Random): Delivered {
  if (channel.kind === 'employer-csv') return { level: undefined, metabolic: undefined, results: [] };
  const forgetsSmoking = channel.kind === 'archive' && channel.institution === 2;
  const own = forgetsSmoking ? guidanceLevel({ ...body, smokes: false }) : level;
  const isWrong = random.chance(0.03);
  const given = isWrong && (own === 'intensive' || own === 'motivational') ? lower[own] : own;
  const shown = isWrong && metabolic === 'present' ? 'borderline' : metabolic;
  const results: Result[] = [choice(codes.metabolic, metabolicCodes[shown], '1008')];
  if (body.age < 40) return { level: undefined, metabolic: shown, results };
  results.push(choice(codes.level, levelCodes[given], '3001'));
  return { level: given, metabolic: shown, results };
}

function choice(code: string, answer: string, list: string): Result {
  return { code, state: 'choice', choice: answer, list, ordered: false };
}
