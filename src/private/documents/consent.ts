import { UserError } from '#shared/errors.ts';
import type { Warehouse } from '../warehouse.ts';

/** Days after its 基準日 for which a consent list may be relied on. */
export const consentDays = 31;

/**
 * Makes sure that the newest consent list (配慮フラグ: 不開示, 通知不要 …) still tells the truth on a day: nobody is
 * selected or written to without it.
 * @param asOf the run's day, `YYYY-MM-DD`
 * @throws {UserError} CONSENT_STALE where there is none, or the newest is more than 31 days older than the day
 */
export async function requireFreshConsent(warehouse: Warehouse, asOf: string): Promise<void> {
  const [newest] = await warehouse.rows("select max(as_of) as as_of from raw.file where kind = 'consent'");
  const listed = newest?.['as_of'];
  if (typeof listed !== 'string') throw stale({ ja: 'ありません', en: 'is missing' });
  if (daysBetween(listed, asOf) > consentDays)
    throw stale({ ja: `古すぎます（基準日 ${listed}）`, en: `is too old (as of ${listed})` });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
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

/** Persons a finished draft may no longer show, because a flag came after it. */
export type Withheld = {
  /** On no sheet at all. */
  readonly everywhere: readonly number[];
  /** On no sheet that is addressed to somebody else (自己封筒). */
  readonly byOthers: readonly number[];
};

/** Flags that keep a person off a kind of document, besides 不開示. */
const refusing = { list: ['no-notice', 'no-guidance'], notice: ['no-notice'] } as const;

/** Whom the newest consent list keeps off a kind of document (`list:…`, `notice:…`), looked up right before printing. */
export async function withheldPersons(warehouse: Warehouse, kind: string): Promise<Withheld> {
  const flags = ['nondisclosure', ...(kind.startsWith('list:') ? refusing.list : refusing.notice)];
  const persons = async (wanted: readonly string[]) => {
    const rows = await warehouse.rows(
      `select distinct person_id from core.consent
       where flag in (${wanted.map((flag) => `'${flag}'`).join(', ')}) and (to_on is null or to_on >= as_of)
       order by person_id`,
    );
    return rows.map((row) => Number(row['person_id']));
  };
  return { everywhere: await persons(flags), byOthers: await persons(['own-envelope']) };
}
