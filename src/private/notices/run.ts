import type { Settings } from '#shared/config.ts';
import type { Sheets } from '#shared/define.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { requireLetters } from '#shared/letter-settings.ts';
import { dateOf, type Month } from '#shared/month.ts';
import { requirePurpose } from '#shared/purposes.ts';
import type { Text } from '#shared/text.ts';
import { requireFreshConsent } from '../documents/consent.ts';
import { type DraftRow, writeDraft } from '../documents/draft.ts';
import { runDay } from '../run-day.ts';
import { openForSelection, type Warehouse } from '../warehouse.ts';
import { type Notice, openNotice } from './discover.ts';
import { letterRow } from './letters.ts';
import { unbalanced, unbundled } from './refusals.ts';
import { ruleVersions, unconfirmedIn } from './rules.ts';
import { countLetters, letterItems, type NoticeRun, type Sums, selectItems, sumOf } from './select.ts';
import { noteWritten } from './written.ts';

/** What a notice is asked to be about. */
export type NoticeOrder = {
  readonly notice: string;
  readonly from: Month;
  readonly to: Month;
  /** Left out: as society.toml says, else the first the notice offers. */
  readonly per?: Sheets | undefined;
  /** Day of the run, `YYYY-MM-DD`; left out: `runDay`. */
  readonly asOf?: string | undefined;
  /** Id of the registered person who makes it, `operator` or `schedule`. */
  readonly maker: string;
  /** Id of the draft, where a scheduled run has reserved one. */
  readonly draft?: string | undefined;
};

/** A draft of letters in counts and yen; for the private terminal only. */
export type NoticeDraft = NoticeRun & {
  readonly id: string;
  readonly notice: Notice;
  /** Letters by sheet (`household`, `own`). */
  readonly letters: Readonly<Record<string, number>>;
  readonly sums: Sums;
};

/**
 * Selects the items of a notice, seals the letters as a draft and enters it in the ledger. Nothing is made where the
 * purpose is not adopted, the consent list is stale, a month is missing or in is not out.
 * @throws {UserError} NOT_FOUND, PURPOSE_NOT_ADOPTED, CONSENT_STALE, CHECK_FAILED, MODEL_FAILED, USAGE
 */
export async function draftNotice(
  home: Home,
  settings: Settings,
  order: NoticeOrder,
  effects: Effects,
): Promise<NoticeDraft> {
  const notice = await openNotice(order.notice);
  const { contract } = notice;
  const per = order.per ?? settings.notices[notice.name]?.per ?? contract.per[0]!;
  if (!contract.per.includes(per)) throw unbundled(contract.per);
  requirePurpose({ what: contract.title, ...contract }, settings, dateOf(effects.now()));
  const warehouse = await openForSelection(home.warehouse, home.tmp);
  try {
    const today = await runDay(settings, warehouse, effects);
    const asOf = order.asOf ?? today;
    // Whoever is chosen as of a past day is written to from today on.
    await requireFreshConsent(warehouse, asOf > today ? asOf : today);
    const run = { from: order.from, to: order.to, asOf, per };
    await noteWritten(warehouse, home, notice);
    const sums = await selectItems(warehouse, notice, run);
    const letters = await countLetters(warehouse);
    const { id } = await writeDraft(
      home,
      {
        kind: `notice:${notice.name}`,
        purpose: contract.purpose,
        confidentiality: 'top-secret',
        period: run.from === run.to ? run.from : `${run.from}/${run.to}`,
        scope: contract.scope.ja,
        asOf,
        maker: order.maker,
        ruleVersions: ruleVersions(notice, run.to),
        counts: { letters, items: sums.items, ...sums.amounts },
        labels: labelsOf(notice),
        settings: { from: run.from, to: run.to, per, letters: requireLetters(settings) },
      },
      letterRows(warehouse, notice, sums, effects),
      effects,
      order.draft,
    );
    return { ...run, id, notice, letters, sums };
  } finally {
    warehouse.close();
  }
}

/** Words for the codes of the counts. */
function labelsOf({ name, contract }: Notice): Record<string, Text> {
  const amounts = Object.entries(contract.amounts).map(([amount, { title }]) => [amount, title] as const);
  return {
    ...Object.fromEntries(amounts),
    ...contract.outcomes,
    [`notice:${name}`]: contract.title,
    letters: { ja: '通知', en: 'letters' },
    household: { ja: '世帯あて', en: 'to households' },
    own: { ja: '本人あて', en: 'to the person' },
    items: { ja: '明細', en: 'items' },
  };
}

/** @throws {UserError} CHECK_FAILED where the letters do not add up to what was selected for them */
async function* letterRows(
  warehouse: Warehouse,
  notice: Notice,
  sums: Sums,
  effects: Effects,
): AsyncGenerator<DraftRow> {
  const step = effects.language === 'ja' ? '通知' : 'letters';
  const expected = sums.items['notified'] ?? 0;
  const total: Record<string, number> = {};
  let items = 0;
  for await (const letter of letterItems(warehouse, notice)) {
    const row = letterRow(notice, letter);
    items += row.lines.length;
    for (const [name, amount] of Object.entries(row.totals)) total[name] = (total[name] ?? 0) + amount;
    effects.progress(step, items, expected);
    yield row;
  }
  const wrong = Object.keys(sums.amounts).filter(
    (name) => (total[name] ?? 0) !== (sums.amounts[name]?.['notified'] ?? 0),
  );
  if (items !== expected || wrong.length > 0) throw unbalanced(notice.name, wrong);
}

/**
 * The draft as `--json` shows it: every outcome of the contract, zeros too; conserved amounts carry `in` (the source)
 * and `out` (all outcomes together).
 */
export function draftJson({ id, notice, from, to, per, asOf, letters, sums }: NoticeDraft): unknown {
  const every = (found: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.keys(notice.contract.outcomes).map((outcome) => [outcome, found[outcome] ?? 0]),
    );
  const amounts = Object.entries(sums.amounts).map(([name, found]) => {
    const source = sums.total[name];
    const balance = source === undefined ? {} : { in: source, out: sumOf(found) };
    return [name, { ...balance, ...every(found) }];
  });
  return {
    id,
    notice: notice.name,
    period: { from, to },
    per,
    asOf,
    counts: every(sums.items),
    letters,
    ...Object.fromEntries(amounts),
    unconfirmed: unconfirmedIn(notice, from, to),
  };
}
