import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { dateOf, fiscalYear, parseMonth } from '#shared/month.ts';
import { requirePurpose } from '#shared/purposes.ts';
import { requireFreshConsent } from '../documents/consent.ts';
import { type DraftRow, writeDraft } from '../documents/draft.ts';
import { newRowId } from '../documents/random-id.ts';
import { reasonWords } from '../rules/explain.ts';
import { parametersOn } from '../rules/open.ts';
import { runDay } from '../run-day.ts';
import { openForSelection } from '../warehouse.ts';
import { listLabels } from './labels.ts';
import { type List, openList } from './open.ts';
import { type ListCounts, type Selected, selectList } from './select.ts';
import { printSettings } from './sheet.ts';

export type ListOrder = {
  readonly list: string;
  /** `YYYY-MM-DD`; undefined: the run's day. */
  readonly asOf: string | undefined;
  /** Id of the registered person who makes it, `operator` or `schedule`. */
  readonly maker: string;
  /** Id of the draft, where a scheduled run has reserved one. */
  readonly draft?: string | undefined;
};

export type ListResult = {
  /** Id of the draft. */
  readonly id: string;
  readonly list: string;
  readonly asOf: string;
  readonly counts: ListCounts;
  /** Persons on the paper list. */
  readonly rows: number;
};

/**
 * Makes the draft of a target list. Nothing is written before everything is decided; counts go into the sealed draft
 * and to the caller only.
 * @throws {UserError} NOT_FOUND, CONFIG_INVALID, PURPOSE_NOT_ADOPTED, CONSENT_STALE, MODEL_FAILED, HOME_IN_USE
 */
export async function makeList(
  home: Home,
  order: ListOrder,
  settings: Settings,
  effects: Effects,
): Promise<ListResult> {
  const list = await openList(order.list);
  const { title, purpose, classes, addressing, scope } = list.contract;
  const what = { ja: `対象者リスト「${title.ja}」`, en: `list "${title.en}"` };
  requirePurpose({ what, purpose, classes, addressing }, settings, dateOf(effects.now()));
  const warehouse = await openForSelection(home.warehouse, home.tmp);
  try {
    const today = await runDay(settings, warehouse, effects);
    const asOf = order.asOf ?? today;
    // Whoever is chosen as of a past day is written to from today on.
    await requireFreshConsent(warehouse, asOf > today ? asOf : today);
    const { counts, rows } = await selectList(warehouse, list, asOf);
    const header = {
      kind: `list:${list.name}`,
      purpose,
      confidentiality: 'top-secret' as const,
      period: String(fiscalYear(parseMonth(asOf.slice(0, 7))!)),
      scope: scope.ja,
      asOf,
      maker: order.maker,
      ruleVersions: { [list.rule.name]: parametersOn(list.rule, asOf)?.['holds_from'] ?? '' },
      counts,
      labels: listLabels(list, asOf),
      settings: printSettings(list),
    };
    const { id } = await writeDraft(home, header, draftRows(list, rows()), effects, order.draft);
    const listed = list.contract.listed.reduce((sum, level) => sum + (counts.byLevel[level] ?? 0), 0);
    return { id, list: list.name, asOf, counts, rows: listed };
  } finally {
    warehouse.close();
  }
}

/** One row per candidate: the listed ones with their values, the others with nothing but the reason why not. */
async function* draftRows(list: List, selected: AsyncIterable<Selected>): AsyncGenerator<DraftRow> {
  for await (const row of selected) {
    const level = String(row['level']);
    const base = { row: newRowId(), person: Number(row['person_id']), level, reason: row['reason'] ?? null };
    if (!list.contract.listed.includes(level)) yield { ...base, listed: false };
    else {
      const grounds = { reasons: String(row['reasons']), version: String(row['version']) };
      const values = Object.keys(list.contract.columns).map(
        (column) => [column, row[column] ?? null] as const,
      );
      yield {
        ...base,
        listed: true,
        why: reasonWords(list.rule, grounds, 'ja'),
        examinedOn: row['on_day'],
        sex: row['sex'] ?? null,
        age: row['age'] ?? null,
        values: Object.fromEntries(values),
      };
    }
  }
}
