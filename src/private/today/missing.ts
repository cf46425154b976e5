import { addDays, addMonths, fiscalYear, type Month } from '#shared/month.ts';
import type { Text } from '#shared/text.ts';
import { consentDays } from '../documents/consent.ts';
import type { Held } from './held.ts';

/** Something a society should have received by now, and how to get it. */
export type Missing = { readonly code: keyof Held; readonly text: Text; readonly hint: Text };

/** From this day of a month on, the receipts claimed in the month before it should be there. */
const receiptsDay = 25;
/** From this month (April = 1) of a fiscal year on, its first checkups should be there. */
const checkupsMonth = 7;
/** From this month of a fiscal year on, the exclusions of the year before should be known: its report is made soon. */
const exclusionsMonth = 7;
/** A ledger of members older than this many days no longer tells who is covered; flags are as strict for letters. */
const ledgerDays = consentDays;

/** What is missing on a day (`YYYY-MM-DD`), in the order of intake. Months before the first delivery are not asked for. */
export function missingOn(day: string, held: Held): Missing[] {
  return [
    ...master('drug', { ja: '医薬品マスター', en: 'drug master' }, drugRevision(day), held),
    ...master('procedure', { ja: '診療行為マスター', en: 'procedure master' }, feeRevision(day), held),
    ...(held.employer === null ? [ledger('employer', { ja: '事業所一覧', en: 'list of employers' })] : []),
    ...stale('eligibility', { ja: '加入者台帳', en: 'eligibility ledger' }, day, held),
    ...stale('consent', { ja: '配慮フラグ', en: 'consent flags' }, day, held),
    ...receipts('medical', { ja: '医科レセプト', en: 'medical receipts' }, day, held),
    ...receipts('pharmacy', { ja: '調剤レセプト', en: 'pharmacy receipts' }, day, held),
    ...receipts('dental', { ja: '歯科レセプト', en: 'dental receipts' }, day, held),
    ...checkups(day, held),
    ...exclusions(day, held),
  ];
}

function stale(code: 'eligibility' | 'consent', name: Text, day: string, held: Held): Missing[] {
  const newest = held[code];
  if (newest !== null && newest >= addDays(day, -ledgerDays)) return [];
  return [ledger(code, name, newest)];
}

function ledger(
  code: 'eligibility' | 'consent' | 'employer',
  name: Text,
  newest: string | null = null,
): Missing {
  const text =
    newest === null
      ? { ja: `${name.ja}がまだありません。`, en: `There is no ${name.en} yet.` }
      : {
          ja: `${name.ja}が古くなっています（基準日 ${newest}、${ledgerDays}日を過ぎました）。`,
          en: `The ${name.en} is old (as of ${newest}, more than ${ledgerDays} days).`,
        };
  return {
    code,
    text,
    hint: {
      ja: '新しいものを基幹システムから書き出し、private/inbox に置いて kenpo ingest を実行してください（docs/csv-contracts.md）。',
      en: 'Export a new one, put it into private/inbox and run kenpo ingest (docs/csv-contracts.md).',
    },
  };
}

function receipts(code: 'medical' | 'pharmacy' | 'dental', name: Text, day: string, held: Held): Missing[] {
  const months = held[code];
  const last = addMonths(day.slice(0, 7) as Month, Number(day.slice(8)) >= receiptsDay ? -1 : -2);
  const gaps: Month[] = [];
  for (let month = months[0] ?? last; month <= last; month = addMonths(month, 1))
    if (!months.includes(month)) gaps.push(month);
  if (gaps.length === 0) return [];
  const list = gaps.length > 3 ? `${gaps[0]}〜${gaps.at(-1)}` : gaps.join('、');
  return [
    {
      code,
      text: {
        ja: `${name.ja}が届いていない処理月があります: ${list}（${gaps.length} か月）。`,
        en: `No ${name.en} for claim months ${list} (${gaps.length}).`,
      },
      hint: {
        ja: '審査支払機関から受け取り、private/inbox に置いて kenpo ingest を実行してください。届くまで、その診療月は確定しません。',
        en: 'Fetch them from the review body, put them into private/inbox and run kenpo ingest. Until then those months stay open.',
      },
    },
  ];
}

function checkups(day: string, held: Held): Missing[] {
  const month = day.slice(0, 7) as Month;
  const year = fiscalYear(month);
  const begun = month >= addMonths(`${year}-04`, checkupsMonth - 1);
  return [year - 1, ...(begun ? [year] : [])]
    .filter((one) => !held.checkups.includes(one))
    .map((one) => ({
      code: 'checkups',
      text: {
        ja: `${one}年度の健診がまだ1件もありません。`,
        en: `There is no checkup of fiscal year ${one} yet.`,
      },
      hint: {
        ja: '健診機関や代行機関から受け取った ZIP を private/inbox に置いて kenpo ingest を実行してください。',
        en: 'Put the archives of the checkup providers into private/inbox and run kenpo ingest.',
      },
    }));
}

function exclusions(day: string, held: Held): Missing[] {
  const year = fiscalYear(day.slice(0, 7) as Month);
  const isDue = Number(day.slice(5, 7)) >= exclusionsMonth || Number(day.slice(5, 7)) < 4;
  const isThere = held.exclusions !== null && held.exclusions >= `${year}-03-31`;
  if (!isDue || isThere || !held.checkups.includes(year - 1)) return [];
  return [
    {
      code: 'exclusions',
      text: {
        ja: `${year - 1}年度の終わりまでを見た特定健診除外者一覧がまだありません。除かれるはずの人も実施率の分母に入っています。`,
        en: `There is no list of exclusions from checkups that covers fiscal year ${year - 1}; the denominator of the rate has everybody.`,
      },
      hint: {
        ja: '妊産婦・長期入院などの人を書き出し（いなければ見出しだけで）、private/inbox に置いて kenpo ingest を実行してください（docs/csv-contracts.md）。',
        en: 'List persons such as the pregnant (only the header if there are none), put it into private/inbox and run kenpo ingest (docs/csv-contracts.md).',
      },
    },
  ];
}

function master(code: 'drug' | 'procedure', name: Text, revision: string, held: Held): Missing[] {
  const newest = held[code];
  if (newest !== null && newest >= revision) return [];
  return [
    {
      code,
      text:
        newest === null
          ? { ja: `${name.ja}がまだありません。`, en: `There is no ${name.en} yet.` }
          : {
              ja: `${name.ja}が ${revision} の改定より前のものです（${newest} 版）。`,
              en: `The ${name.en} (edition ${newest}) is older than the revision of ${revision}.`,
            },
      hint: {
        ja: '診療報酬情報提供サービスの基本マスターを private/inbox に置いて kenpo ingest を実行してください。',
        en: 'Put the basic masters of the fee information service into private/inbox and run kenpo ingest.',
      },
    },
  ];
}

/** Newest price revision (薬価改定) on or before a day: every 1 April. */
function drugRevision(day: string): string {
  return `${fiscalYear(day.slice(0, 7) as Month)}-04-01`;
}

/** Newest fee revision (診療報酬改定) on or before a day: 1 June of every even year since 2024. */
function feeRevision(day: string): string {
  const year = Number(day.slice(0, 4));
  const even = year - (year % 2);
  return day >= `${even}-06-01` ? `${even}-06-01` : `${even - 2}-06-01`;
}
