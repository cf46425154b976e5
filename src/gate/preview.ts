import { type Analysis, discoverAnalyses } from '#shared/analyses.ts';
import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import { type ErrorCode, UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';
import { dateOf } from '#shared/month.ts';
import { requirePurpose } from '#shared/purposes.ts';
import { countAll } from './count/all.ts';
import type { Counted } from './count/count.ts';
import type { Society } from './count/society.ts';
import { disclosureReport } from './disclosure-report.ts';
import { type Guarded, protectAll } from './one-system.ts';
import { nothingClosed } from './refusals.ts';

/** The steps of a preview: finer ones would tell figures apart by the k at which they go. */
export const previewSteps: readonly number[] = [5, 10, 20];

/** Hidden share of something, 0…1; `undefined` where there is nothing of it. */
export type Shares = {
  readonly cells: number;
  readonly hidden: number;
  readonly persons: number | undefined;
  readonly yen: number | undefined;
};

export type Step = {
  readonly k: number;
  readonly analyses: readonly ({ readonly name: string } & Shares)[];
  /** Why the tables cannot be protected at this k. */
  readonly refused?: ErrorCode;
};

/**
 * What would be hidden at each k, as if nothing had been published before: cells, and the persons and yen in the hidden
 * cells of the finest tables. Counts once; writes nothing. The shares are private.
 * @throws {UserError} PURPOSE_NOT_ADOPTED, GATE_CONTRACT, GATE_UNKNOWN_PERSON; NOT_FOUND where nothing is closed
 */
export async function previewK(
  home: Home,
  settings: Settings,
  ks: readonly number[],
  effects: Effects,
  given?: readonly Analysis[],
): Promise<readonly Step[]> {
  const analyses = given ?? (await discoverAnalyses());
  for (const { name, contract } of analyses)
    requirePurpose(
      { what: { ja: `分析「${name}」`, en: `analysis "${name}"` }, ...contract },
      settings,
      dateOf(effects.now()),
    );
  const publications = ks.map((k) => ({ ...settings.publication, k }));
  const { society, counted } = await countAll(home, analyses, publications, effects);
  if (society.closedThrough === undefined || counted[0]?.length === 0) throw nothingClosed();
  const steps: Step[] = [];
  for (const [at, publication] of publications.entries()) {
    const all = counted[at]!;
    const guarded = await guard(publication, society, all, effects);
    steps.push({
      k: publication.k,
      ...(typeof guarded === 'string'
        ? { analyses: [], refused: guarded }
        : { analyses: sharesOf(all, society, guarded) }),
    });
  }
  return steps;
}

/** The protected system, or the code of its refusal by the algorithm. */
async function guard(
  publication: Settings['publication'],
  society: Society,
  counted: readonly Counted[],
  effects: Effects,
): Promise<Guarded | ErrorCode> {
  try {
    return await protectAll(publication, society, counted, () => new Map(), effects);
  } catch (error) {
    if (error instanceof UserError && error.code !== 'GATE_CONTRACT') return error.code;
    throw error;
  }
}

function sharesOf(counted: readonly Counted[], society: Society, { figures, result }: Guarded) {
  return disclosureReport('', counted, society, figures, result).analyses.map(
    ({ name, shown, hidden, losses }) => ({
      name,
      cells: shown + hidden,
      hidden,
      persons: share(losses.filter(({ kind }) => kind === 'persons')),
      yen: share(losses.filter(({ unit }) => unit === 'yen')),
    }),
  );
}

function share(losses: readonly { readonly hidden: number; readonly all: number }[]): number | undefined {
  const sum = (of: 'hidden' | 'all') => losses.reduce((total, loss) => total + loss[of], 0);
  return sum('all') === 0 ? undefined : sum('hidden') / sum('all');
}
