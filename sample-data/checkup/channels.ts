import type { Day } from '../calendar.ts';
import { ageOn } from '../calendar.ts';
import type { Person, Span } from '../people.ts';
import type { Random } from '../random.ts';
import type { CsvLayoutName } from './csv-layouts.ts';

/** How the result of a checkup reaches the society. */
export type Channel =
  | { readonly kind: 'archive'; readonly institution: number }
  /** 事業者健診 by an archive of results received (実施区分 4), or by the employer's own CSV. */
  | { readonly kind: 'employer-archive' }
  | { readonly kind: 'employer-csv' }
  | { readonly kind: 'dock' }
  | { readonly kind: 'public-tool' }
  | { readonly kind: 'paper' };

/** Whose insured are examined by the employer alone, and how the results come (index of the employer). */
const employerCsv = new Set([5]);
const employerArchive = new Set([10]);

/** The channel of a checkup; `institution` is where most of the workplace goes. */
export function channelOf(
  random: Random,
  person: Person,
  span: Span,
  day: Day,
  institution: number,
): Channel {
  const draw = random.next();
  if (span.relation === 'insured') {
    if (employerCsv.has(span.employer)) return { kind: 'employer-csv' };
    if (employerArchive.has(span.employer)) return { kind: 'employer-archive' };
    if (draw < 0.08 && ageOn(person.birth, day) >= 50) return { kind: 'dock' };
  } else if (draw < 0.12) return { kind: 'public-tool' };
  else if (draw < 0.17) return { kind: 'paper' };
  return { kind: 'archive', institution };
}

/** Of a channel that is a CSV by names: its layout. */
export function layoutOf(channel: Channel): CsvLayoutName | undefined {
  if (channel.kind === 'employer-csv') return 'employer-checkup';
  if (channel.kind === 'dock') return 'dock-vendor';
  return channel.kind === 'paper' ? 'paper-entry' : undefined;
}
