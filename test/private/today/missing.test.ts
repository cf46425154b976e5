import { describe, expect, it } from 'vitest';
import type { Held } from '#private/today/held.ts';
import { missingOn } from '#private/today/missing.ts';
import { addMonths, type Month } from '#shared/month.ts';

const months = (first: Month, count: number) =>
  Array.from({ length: count }, (_, index) => addMonths(first, index));

/** Everything that should be there on 2026-08-24. */
const whole: Held = {
  eligibility: '2026-07-31',
  employer: '2020-01-01',
  consent: '2026-07-31',
  medical: months('2024-05', 26),
  pharmacy: months('2024-05', 26),
  dental: months('2024-05', 26),
  checkups: [2024, 2025],
  exclusions: '2026-03-31',
  drug: '2026-04-01',
  procedure: '2026-06-01',
};
const codes = (day: string, held: Partial<Held> = {}) =>
  missingOn(day, { ...whole, ...held }).map(({ code }) => code);
const said = (day: string, held: Partial<Held>) => missingOn(day, { ...whole, ...held })[0]?.text.ja;

describe('what is missing on a day', () => {
  it('is nothing while everything is there', () => {
    expect(whole.medical.at(-1)).toBe('2026-06');
    expect(codes('2026-08-24')).toEqual([]);
  });

  it('asks for the receipts of a claim month from the 25th of the next month on', () => {
    expect(codes('2026-08-25')).toEqual(['medical', 'pharmacy', 'dental']);
    expect(codes('2026-08-25', { medical: months('2024-05', 27) })).toEqual(['pharmacy', 'dental']);
    expect(codes('2026-08-24', { dental: [] })).toEqual(['dental']);
  });

  it('names the months between two deliveries, but none before the first', () => {
    const gap = whole.medical.filter((month) => month !== '2025-02');
    expect(said('2026-08-24', { medical: gap })).toContain(': 2025-02（1 か月）');
    const many = whole.medical.filter((month) => month < '2025-02' || month > '2025-06');
    expect(said('2026-08-24', { medical: many })).toContain('2025-02〜2025-06（5 か月）');
    expect(codes('2026-08-24', { medical: whole.medical.slice(3) })).toEqual([]);
    expect(codes('2026-08-24', { medical: [] })).toEqual(['medical']);
  });

  it.each(['eligibility', 'consent'] as const)('%s: 31 days old is fresh, 32 is not', (code) => {
    expect(codes('2026-08-24', { [code]: '2026-07-24' })).toEqual([]);
    expect(codes('2026-08-24', { [code]: '2026-07-23' })).toEqual([code]);
    expect(codes('2026-08-24', { [code]: null })).toEqual([code]);
  });

  it('asks from July on for the exclusions of the year before, where it has checkups', () => {
    expect(codes('2026-08-24', { exclusions: '2026-03-30' })).toEqual(['exclusions']);
    expect(codes('2026-08-24', { exclusions: null })).toEqual(['exclusions']);
    const [june, july] = [{ eligibility: '2026-06-15', consent: '2026-06-15' }, {}];
    expect(codes('2026-06-30', { ...june, exclusions: null })).not.toContain('exclusions');
    expect(codes('2026-07-01', { ...july, exclusions: null })).toContain('exclusions');
    expect(codes('2027-03-31', { exclusions: '2026-03-30' })).toContain('exclusions');
    expect(codes('2027-04-01', { exclusions: '2026-03-30' })).not.toContain('exclusions');
    expect(codes('2026-08-24', { exclusions: null, checkups: [2024] })).not.toContain('exclusions');
    expect(said('2026-08-24', { exclusions: null })).toContain('2025年度');
  });

  it('asks for employers once', () => {
    expect(codes('2026-08-24', { employer: null })).toEqual(['employer']);
  });

  it('asks for the checkups of a fiscal year from October on, and for those of the year before', () => {
    const all = months('2024-05', 28);
    const later = {
      eligibility: '2026-10-01',
      consent: '2026-10-01',
      medical: all,
      pharmacy: all,
      dental: all,
    };
    expect(codes('2026-09-30', later)).toEqual([]);
    expect(codes('2026-10-01', later)).toEqual(['checkups']);
    expect(codes('2026-10-01', { ...later, checkups: [2025, 2026] })).toEqual([]);
    expect(said('2026-08-24', { checkups: [2024] })).toContain('2025年度');
  });

  it('asks for the drug master of every April and the procedure master of June of every even year', () => {
    expect(codes('2026-08-24', { drug: '2026-03-31' })).toEqual(['drug']);
    expect(codes('2026-08-24', { drug: null, procedure: null })).toEqual(['drug', 'procedure']);
    expect(codes('2026-08-24', { procedure: '2026-05-31' })).toEqual(['procedure']);
    const may = { eligibility: '2026-05-01', consent: '2026-05-01', procedure: '2024-06-01' };
    expect(codes('2026-05-31', may)).toEqual([]);
    expect(codes('2026-06-01', may)).toEqual(['procedure']);
    expect(codes('2026-03-31', { drug: '2025-04-01', procedure: '2024-06-01' })).not.toContain('drug');
  });
});
