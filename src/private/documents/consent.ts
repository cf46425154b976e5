import { UserError } from '#shared/errors.ts';
import type { Warehouse } from '../warehouse.ts';

/** Days after its 基準日 for which a consent list may be relied on. */
export const consentDays = 31;

/**
 * Makes sure that the newest consent list (配慮フラグ: 不開示, 通知不要 …) still tells the truth on a day: nobody is
 * selected or written to without it.
 * @param asOf the run's day, `YYYY-MM-DD`
 * @throws {UserError} CONSENT_STALE where there is none, the newest is more than 31 days older than the day, one of its rows was
 *   set aside (whom it protects is not known), or it lacks a flag that was never ended; MODEL_FAILED as `requireWholeLedger`
 */
export async function requireFreshConsent(warehouse: Warehouse, asOf: string): Promise<void> {
  const [newest] = await warehouse.rows(`
    select as_of, file_id in (select file_id from raw.quarantine) as is_torn from raw.file
    where kind = 'consent' order by as_of desc nulls last, file_id desc limit 1`);
  const listed = newest?.['as_of'];
  if (typeof listed !== 'string') throw stale({ ja: 'ありません', en: 'is missing' });
  if (daysBetween(listed, asOf) > consentDays)
    throw stale({ ja: `古すぎます（基準日 ${listed}）`, en: `is too old (as of ${listed})` });
  if (newest?.['is_torn'] !== false)
    throw stale({
      ja: `読めない行（隔離）があります（基準日 ${listed}）`,
      en: `has rows that could not be read (as of ${listed})`,
    });
  if (await hasVanished(warehouse, listed))
    throw stale({
      ja: `全員分ではありません（基準日 ${listed}）。前の一覧でつづいていたフラグが、終了日のないまま消えています`,
      en: `is not the whole list (as of ${listed}): a flag that was in force on an earlier list is gone without an end`,
    });
  await requireWholeLedger(warehouse);
}

/**
 * Whether a flag that an earlier list held is on the newest no more, without ever having been ended: a list of changes
 * only, in the place of the whole list, would lift the protection of everybody else.
 * @param listed day of the newest list
 */
async function hasVanished(warehouse: Warehouse, listed: string): Promise<boolean> {
  const [row] = await warehouse.rows(
    `with editions as (
      select file_id, row_number() over (order by as_of desc nulls last, file_id desc) as age
      from raw.file where kind = 'consent'
    ),
    last_told as (
      select age, max(coalesce(to_on, date '9999-12-31')) as to_on
      from raw.consent
      inner join editions using (file_id)
      group by person_id, flag, age
      qualify row_number() over (partition by person_id, flag order by age) = 1
    )
    select count(*) as flags from last_told where age > 1 and to_on >= cast($listed as date)`,
    { listed },
  );
  return row?.['flags'] !== 0;
}

/**
 * Makes sure that the tables were built from the newest ledger (加入者台帳): who left or moved since is not seen in older
 * ones.
 * @throws {UserError} MODEL_FAILED
 */
async function requireWholeLedger(warehouse: Warehouse): Promise<void> {
  const query = `
    select count(*) as waiting from staging.eligibility
    where
      file_id = (
        select file_id from staging.edition where kind = 'eligibility'
        order by as_of desc nulls last, file_id desc limit 1
      )
      and span_id not in (select span_id from core.eligibility_span)`;
  // Never built, there is no such table.
  const [ledger] = await warehouse.rows(query).catch(() => []);
  if (ledger?.['waiting'] !== 0) throw unbuilt();
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function unbuilt(): UserError {
  return new UserError(
    'MODEL_FAILED',
    {
      ja: 'いちばん新しい加入者台帳が、まだ集計の表に入っていません。資格を失った人や世帯を移った人に届くおそれがあるため、何も作っていません。',
      en: 'The newest ledger of members is not in the tables yet. Somebody who left or moved might be written to, so nothing was made.',
    },
    {
      hint: {
        ja: 'kenpo build を実行してから、もう一度行ってください。',
        en: 'Run kenpo build, then try again.',
      },
    },
  );
}

function stale(state: { ja: string; en: string }): UserError {
  return new UserError(
    'CONSENT_STALE',
    {
      ja: `配慮フラグ（不開示・通知不要など）の一覧が${state.ja}。知らせてはいけない人に届くおそれがあるため、何も作っていません。`,
      en: `The list of consent flags (do not disclose, no letters …) ${state.en}. Somebody might be written to who must not be, so nothing was made.`,
    },
    {
      hint: {
        ja: `${consentDays}日以内の基準日の「配慮フラグ」CSV を private/inbox に置き、kenpo ingest と kenpo build を実行してください（形は docs/csv-contracts.md）。`,
        en: `Put a list that is at most ${consentDays} days old into private/inbox, then run kenpo ingest and kenpo build (docs/csv-contracts.md tells its form).`,
      },
    },
  );
}
