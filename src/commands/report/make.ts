import { giveNumber, registerDraft } from '#office/ledger.ts';
import { type StoredFile, storeDocument } from '#private/documents/outbox.ts';
import { withHomeLock } from '#private/home-lock.ts';
import { reportDigest } from '#public/reports/digest.ts';
import { reportForms } from '#public/reports/files.ts';
import { loadReport } from '#public/reports/load.ts';
import { type ReportSource, reportContent } from '#public/reports/report.ts';
import { type Unit, unitsOf } from '#public/reports/units.ts';
import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { dateOf } from '#shared/month.ts';
import { requirePurpose } from '#shared/purposes.ts';
import { unknownPeriod, unknownUnit } from './refusals.ts';

const purpose = 'employer-report-deidentified';
const kind = 'report:employer';

export type UnitReport = {
  readonly unit: string;
  readonly numbers: readonly string[];
  readonly files: readonly (StoredFile & { readonly kind: string })[];
};

export type Reports = {
  readonly period: string;
  readonly release: string;
  readonly reports: readonly UnitReport[];
};

type Order = {
  /** Fiscal year, `2025`. */
  readonly period: string;
  /** Code of one reporting unit; all of them where it is left out. */
  readonly unit: string | undefined;
  /** Id of a registered person, or `operator`. */
  readonly maker: string;
};

/**
 * Makes the employer reports of a fiscal year from the current release: each file has its number in the ledger before
 * it is written to `private/outbox/`. The same release again gives the same numbers and bytes.
 * @throws {UserError} PURPOSE_NOT_ADOPTED, RELEASE_MISSING, RELEASE_ALTERED, NOT_FOUND, DOCUMENT_DIFFERS,
 *   DOCUMENT_ALTERED, HOME_IN_USE
 */
export async function makeReports(
  home: Home,
  settings: Settings,
  order: Order,
  effects: Effects,
): Promise<Reports> {
  const what = { ja: '事業所別レポート', en: 'the employer report' };
  const classes = ['eligibility', 'receipt', 'checkup'] as const;
  requirePurpose({ what, purpose, classes }, settings, dateOf(effects.now()));
  const source = await loadReport(home.public, settings.reporting.unitMinimum);
  const units = chooseUnits(source, order);
  const reports = await withHomeLock(home, async () => {
    const made: UnitReport[] = [];
    for (const [index, unit] of units.entries()) {
      effects.progress(
        { ja: 'レポートを作っています', en: 'making reports' }[effects.language],
        index,
        units.length,
      );
      made.push(await makeReport(home, source, unit, order, effects));
    }
    return made;
  });
  return { period: order.period, release: source.cells.release.manifest.id, reports };
}

function chooseUnits({ cells }: ReportSource, { period, unit }: Order): readonly Unit[] {
  const units = unitsOf(cells, Number(period));
  if (units.length === 0) throw unknownPeriod(period, cells.analysis('members')?.periods ?? []);
  if (unit === undefined) return units;
  const found = units.find(({ code }) => code === unit);
  if (found === undefined) throw unknownUnit(period);
  return [found];
}

async function makeReport(
  home: Home,
  source: ReportSource,
  unit: Unit,
  { period, maker }: Order,
  effects: Effects,
): Promise<UnitReport> {
  const content = await reportContent(source, unit, Number(period));
  const digest = reportDigest(content);
  const draft = `r-${digest.slice(0, 12)}`;
  const entry = {
    draft,
    kind,
    purpose,
    confidentiality: 'internal',
    period,
    scope: unit.name,
    digest,
    maker,
  } as const;
  registerDraft(home, entry, effects);
  const files: UnitReport['files'][number][] = [];
  for (const [index, form] of reportForms.entries()) {
    const number = giveNumber(home, draft, index + 1, { id: maker }, effects);
    const file = await form(content, number);
    files.push({ ...storeDocument(home, number, file, effects), kind: file.extension });
  }
  return { unit: unit.code, numbers: files.map(({ number }) => number), files };
}
