import type { LinkedCheckup } from '../checkups.ts';
import { checkupInstitutions, employerSender, otherCheckupInstitutions } from '../institutions.ts';
import type { Channel } from './channels.ts';

/** Checkups by fiscal year, judgement, number of the institution and `delivered computed`. */
export type PlantedLevels = Record<
  string,
  Record<'guidance' | 'metabolic', Record<string, Record<string, number>>>
>;

/** The 10 digits under which a checkup is delivered. */
export function institutionOf(channel: Channel): string {
  if (channel.kind === 'archive') return checkupInstitutions[channel.institution]!.number;
  if (channel.kind === 'employer-archive') return employerSender.number;
  if (channel.kind === 'employer-csv') return checkupInstitutions[0]!.number;
  return otherCheckupInstitutions[channel.kind].number;
}

/** Counts delivered levels beside the true ones; whoever takes medicine has `information` in the official forms. */
export function createLevelBooks(): {
  readonly add: (checkup: LinkedCheckup) => void;
  readonly planted: () => PlantedLevels;
} {
  const years: PlantedLevels = {};
  return {
    add({ fiscalYear, channel, delivered, judged }) {
      years[fiscalYear] ??= { guidance: {}, metabolic: {} };
      const institution = institutionOf(channel);
      const shown = (level: string) => (level === 'excluded' ? 'information' : level);
      const count = (kind: 'guidance' | 'metabolic', given: string | undefined, computed: string) => {
        if (given === undefined) return;
        const pairs = years[fiscalYear]![kind];
        pairs[institution] ??= {};
        const pair = `${shown(given)} ${shown(computed)}`;
        pairs[institution][pair] = (pairs[institution][pair] ?? 0) + 1;
      };
      count('guidance', delivered.level, judged.level);
      count('metabolic', delivered.metabolic, judged.metabolic);
    },
    planted: () => years,
  };
}
