import { existsSync, readdirSync } from 'node:fs';
import { lastEvents } from '#office/audit/last.ts';
import { type LedgerDraft, ledgerDrafts } from '#office/ledger/read.ts';
import { listPeople } from '#office/people.ts';
import type { Settings } from '#shared/config.ts';
import type { Home } from '#shared/home.ts';
import { type Titles, titlesOf } from '../schedule/title.ts';
import { command, type Item, item, named } from './item.ts';
import { scheduled } from './scheduled.ts';

/**
 * What waits for somebody on a day, in the order in which the work goes.
 * @param batches files of checkups and guidance that wait to be confirmed (確定)
 */
export async function waitingOn(
  day: string,
  home: Home,
  settings: Settings,
  batches: number,
): Promise<Item[]> {
  const drafts = ledgerDrafts(home);
  const kinds = [...settings.schedule.map(({ task }) => task), ...drafts.map(({ kind }) => kind)];
  const titles = await titlesOf(kinds);
  return [
    ...unconfirmed(batches),
    ...unbuilt(home),
    ...candidates(home),
    ...scheduled(day, home, settings, titles),
    ...drafts.flatMap((one) => draft(one, titles)),
    ...people(home),
  ];
}

function unconfirmed(batches: number): Item[] {
  if (batches === 0) return [];
  const text = {
    ja: `健診・保健指導のファイル ${batches} 件が確定を待っています。`,
    en: `${batches} files of checkups or guidance wait to be confirmed.`,
  };
  return [item('accept', text, command('accept'))];
}

/** Files that came in after the tables were built. */
function unbuilt(home: Home): Item[] {
  const last = lastEvents(home);
  const came = Math.max(last.get('ingest') ?? 0, last.get('accept') ?? 0);
  if (came <= (last.get('build') ?? 0)) return [];
  const text = {
    ja: '取り込んだファイルが、まだ集計の土台に入っていません。',
    en: 'Files were taken in that the tables do not hold yet.',
  };
  return [item('build', text, command('build'))];
}

function candidates(home: Home): Item[] {
  const ids = existsSync(home.candidates) ? readdirSync(home.candidates) : [];
  return ids
    .filter((id) => !id.startsWith('.'))
    .sort()
    .map((id) => {
      const text = { ja: `公開候補 ${id} が承認を待っています。`, en: `Candidate ${id} waits for approval.` };
      const hint = {
        ja: `private/proofs/${id}/disclosure.md を確かめてから、作った人とは別の登録者が kenpo approve ${id} を実行してください。`,
        en: `Read private/proofs/${id}/disclosure.md, then another registered person runs kenpo approve ${id}.`,
      };
      return item('approve', text, hint, id);
    });
}

function draft({ draft: id, kind, period, state, numbers }: LedgerDraft, titles: Titles): Item[] {
  if (kind.startsWith('report:') || state === 'printed') return [];
  const what = named(titles, kind, period);
  if (state === 'draft') {
    const text = {
      ja: `下書き ${id}（${what.ja}）が確認を待っています。`,
      en: `Draft ${id} (${what.en}) waits to be confirmed.`,
    };
    const hint = {
      ja: `作った人とは別の登録者が kenpo confirm ${id} を実行してください。`,
      en: `Another registered person than its maker runs kenpo confirm ${id}.`,
    };
    return [item('confirm', text, hint, id)];
  }
  const begun = numbers.length > 0;
  const text = begun
    ? {
        ja: `文書 ${id}（${what.ja}）の印刷が途中で止まっています。`,
        en: `Printing of ${id} (${what.en}) was interrupted.`,
      }
    : {
        ja: `確認済みの ${id}（${what.ja}）が印刷を待っています。`,
        en: `Confirmed ${id} (${what.en}) waits to be printed.`,
      };
  return [item('print', text, command(`print ${id}`), id)];
}

function people(home: Home): Item[] {
  const active = listPeople(home).filter(({ disabled }) => !disabled).length;
  if (active >= 2) return [];
  const text = {
    ja: '確認・承認・印刷には、作る人とは別の登録者が要ります。登録が足りません。',
    en: 'Confirming, approving and printing take a second registered person; there are too few.',
  };
  return [
    item('person', text, {
      ja: 'kenpo person add 名前 で登録してください。',
      en: 'Register one with kenpo person add NAME.',
    }),
  ];
}
