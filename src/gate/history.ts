import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, type Manifest, releaseId, TOTAL } from '#release/form.ts';
import { openRelease, type Release } from '#release/read.ts';
import type { Home } from '#shared/home.ts';
import { readKeyFile } from '#shared/key-file.ts';
import { cellId, figureId } from './coordinates.ts';
import { kLowered } from './refusals.ts';
import type { Figure } from './tables/cells.ts';
import type { Published } from './tables/system.ts';

/** Every release ever approved, by id; what was once public counts for ever. @throws {UserError} NOT_FOUND where the key is missing */
export async function approvedReleases(home: Home): Promise<readonly Release[]> {
  if (!existsSync(home.releases)) return [];
  const ids = readdirSync(home.releases).filter((name) => releaseId.safeParse(name).success);
  const publicKey = readKeyFile(home, 'release.pub');
  return Promise.all(ids.sort().map((id) => openRelease(join(home.releases, id), publicKey, id)));
}

/**
 * Those hidden at a larger k would be shown at a smaller one.
 * @throws {UserError} GATE_K_LOWERED where an approved release has a larger k
 */
export function requireNotLowered(k: number, approved: readonly Release[]): void {
  const largest = Math.max(0, ...approved.map(({ manifest }) => manifest.k));
  if (k < largest) throw kLowered(k, largest);
}

/**
 * What outsiders already know: figures shown before with the same value stay shown, hidden ones stay hidden.
 * (A figure whose value has changed since is left open here; approval refuses it.)
 */
export function publishedFigures(
  releases: readonly Release[],
  figures: ReadonlyMap<string, Figure>,
): Published {
  const known = new Map<string, 'shown' | 'hidden'>();
  for (const release of releases) {
    for (const { name, measures } of release.manifest.analyses) {
      for (const { period, at, measure, value, status } of release.cells(name)) {
        const words = measures[measure]!;
        if (!('quantity' in words)) continue;
        const places = Object.entries(at).filter(([, code]) => code !== TOTAL);
        const id = figureId(words, period, Object.fromEntries(places));
        if (status === 'ok' && figures.get(id)?.value === value) known.set(id, 'shown');
        if (status === 'hidden' && !known.has(id)) known.set(id, 'hidden');
      }
    }
  }
  return known;
}

/** A reason why a candidate cannot follow what is already public. */
export type Conflict = {
  readonly kind: 'changed' | 'new-table';
  readonly release: string;
  readonly analysis: string;
  readonly period: string;
  /** Cells that differ, or that are new for the period. */
  readonly cells: number;
};

/**
 * The simple rule until the gate knows history: where a period was published before, every shared cell must have
 * the same value and status and no table may be new for it.
 */
export function conflictsWith(candidate: Release, approved: readonly Release[]): readonly Conflict[] {
  return approved.flatMap((release) => {
    const before = cellsByAnalysis(release);
    const periods = new Set(release.manifest.analyses.flatMap((analysis) => analysis.periods));
    return candidate.manifest.analyses.flatMap((analysis) => {
      const shared = analysis.periods.filter((period) => periods.has(period));
      return shared.flatMap((period): Conflict[] => {
        const known = before.get(analysis.name) ?? new Map<string, Cell>();
        const cells = candidate.cells(analysis.name).filter((cell) => cell.period === period);
        const fresh = cells.filter((cell) => !known.has(keyOf(cell)));
        const changed = cells.filter((cell) => {
          const old = known.get(keyOf(cell));
          return old !== undefined && (old.value !== cell.value || old.status !== cell.status);
        });
        const at = { release: release.manifest.id, analysis: analysis.name, period };
        return [
          ...(fresh.length > 0 ? [{ kind: 'new-table' as const, ...at, cells: fresh.length }] : []),
          ...(changed.length > 0 ? [{ kind: 'changed' as const, ...at, cells: changed.length }] : []),
        ];
      });
    });
  });
}

function cellsByAnalysis(release: Release): ReadonlyMap<string, ReadonlyMap<string, Cell>> {
  return new Map(
    release.manifest.analyses.map(({ name }: Manifest['analyses'][number]) => [
      name,
      new Map(release.cells(name).map((cell) => [keyOf(cell), cell])),
    ]),
  );
}

function keyOf({ period, at, measure }: Cell): string {
  return cellId(measure, period, at);
}
