import { existsSync, readdirSync } from 'node:fs';
import { lastEvents } from '#office/audit/last.ts';
import { type LedgerDraft, ledgerDrafts } from '#office/ledger/read.ts';
import { listPeople } from '#office/people.ts';
import { periodText } from '#office/schedule/calendar.ts';
import { dueRuns, lapsedRuns } from '#office/schedule/due.ts';
import { readRegister } from '#office/schedule/register.ts';
import type { Settings } from '#shared/config.ts';
import type { Home } from '#shared/home.ts';
import { addDays } from '#shared/month.ts';
import { command, type Item, item } from './item.ts';

/** Days for which a run that could not be done is still told. */
const lapsedDays = 62;

/** What waits for somebody on a day, in the order in which the work goes. */
export function waitingOn(day: string, home: Home, settings: Settings): Item[] {
  return [
    ...unbuilt(home),
    ...candidates(home),
    ...scheduled(day, home, settings),
    ...ledgerDrafts(home).flatMap(draft),
    ...people(home),
  ];
}

/** Files that came in after the tables were built. */
function unbuilt(home: Home): Item[] {
  const last = lastEvents(home);
  const ingested = last.get('ingest') ?? 0;
  if (ingested <= (last.get('build') ?? 0)) return [];
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

function scheduled(day: string, home: Home, { schedule }: Settings): Item[] {
  const register = readRegister(home);
  const due = dueRuns(schedule, register, day).map(({ key, on, task, period }) => {
    const what = `${task.task} ${periodText(period)}`.trim();
    const refused = register.runs.get(key)?.code;
    if (refused === undefined) {
      const text = { ja: `${on} が期日の仕事があります: ${what}`, en: `Due on ${on}: ${what}` };
      return item('schedule', text, command('schedule'), key);
    }
    const text = {
      ja: `${on} が期日の仕事ができませんでした（${refused}）: ${what}`,
      en: `Due on ${on} and refused (${refused}): ${what}`,
    };
    const hint = {
      ja: 'kenpo schedule を実行すると、理由と直し方が出ます。直すと、次の実行でやり直します。',
      en: 'kenpo schedule says why and how to mend it; it is tried again with the next run.',
    };
    return item('schedule-refused', text, hint, key);
  });
  const recent = lapsedRuns(schedule, register, day).filter(
    ({ until }) => until >= addDays(day, -lapsedDays),
  );
  const lapsed = recent.map(({ key, on, until, code, task, period }) => {
    const what = `${task.task} ${periodText(period)}`.trim();
    const text = {
      ja: `${on} が期日の仕事は、できないまま期限（${until}）を過ぎました（${code}）: ${what}`,
      en: `Due on ${on}, refused (${code}) until its last day ${until}: ${what}`,
    };
    const hint = {
      ja: '必要なら kenpo list・notice・report・release を直接実行してください。予定からは、もう実行しません。',
      en: 'If it is still needed, run kenpo list, notice, report or release yourself; the schedule will not.',
    };
    return item('schedule-lapsed', text, hint, key);
  });
  return [...due, ...lapsed];
}

function draft({ draft: id, kind, period, state, numbers }: LedgerDraft): Item[] {
  if (kind.startsWith('report:') || state === 'printed') return [];
  const what = `${kind} ${period}`.trim();
  if (state === 'draft') {
    const text = {
      ja: `下書き ${id}（${what}）が確認を待っています。`,
      en: `Draft ${id} (${what}) waits to be confirmed.`,
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
        ja: `文書 ${id}（${what}）の印刷が途中で止まっています。`,
        en: `Printing of ${id} (${what}) was interrupted.`,
      }
    : {
        ja: `確認済みの ${id}（${what}）が印刷を待っています。`,
        en: `Confirmed ${id} (${what}) waits to be printed.`,
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
