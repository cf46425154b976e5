import { type Counts, shareOf } from '#private/statutory/figures.ts';
import type { StatutoryReport } from '#private/statutory/make.ts';

/** The draft as `--json` shows it: every sex, band and measure, every check, zeros too. */
export function statutoryJson(report: StatutoryReport): unknown {
  const {
    id,
    year,
    asOf,
    dueOn,
    isOver,
    measures,
    figures,
    findings,
    changes,
    documents,
    unreported,
    waiting,
    told,
  } = report;
  return {
    id,
    report: 'statutory',
    year,
    asOf,
    dueOn,
    yearIsOver: isOver,
    figures: figures.map(({ sex, band, counts }) => ({
      sex,
      band,
      ...counts,
      shares: sharesOf(report, counts),
    })),
    measures: measures.map(({ code, number, shareNumber, mark, ja }) => ({
      code,
      number,
      shareNumber,
      mark,
      ja,
    })),
    precheck: findings.map(({ check: { code, of, severity, ja, mend }, documents: count }) => ({
      ...{ code, of, severity, documents: count, ja, mend },
    })),
    changes,
    documents,
    unreported,
    waiting,
    settings: told.map(({ code, value, mark, ja }) => ({ code, value, mark, ja })),
    next: [`kenpo confirm ${id}`, `kenpo print ${id}`],
  };
}

function sharesOf({ measures }: StatutoryReport, counts: Counts): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    measures
      .filter((measure) => measure.shareOf !== undefined)
      .map((measure) => [measure.code, shareOf(measure, counts) ?? null]),
  );
}
