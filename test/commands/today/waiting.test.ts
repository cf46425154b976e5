import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit } from '#office/audit/chain.ts';
import { confirmDraft, giveNumber, recordFile, registerDraft } from '#office/ledger.ts';
import { addPerson } from '#office/people.ts';
import { occurrences } from '#office/schedule/calendar.ts';
import { claimRun, endRun, noteTasks } from '#office/schedule/register.ts';
import { parseSettings } from '#shared/config.ts';
import { silentEffects } from '#shared/effects.ts';
import { type Home, homeOf } from '#shared/home.ts';
import { waitingOn } from '../../../src/commands/today/waiting.ts';
import { monthlyLetter } from '../../office/schedule/tasks.ts';

const effects = silentEffects();
const settings = parseSettings(
  `[society]\nname = "みほん"\ninsurer_number = "06999991"\n[[schedule]]\n${monthlyLetter}\n`,
);
let home: Home;
beforeEach(() => {
  home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-today-')));
});
afterEach(() => rmSync(home.root, { recursive: true }));

const waiting = async (day = '2026-07-20') =>
  (await waitingOn(day, home, settings, 0))
    .filter(({ code }) => code !== 'person')
    .map(({ code, subject }) => [code, subject ?? null]);
const note = (action: 'ingest' | 'accept' | 'build') =>
  appendAudit(home.office, { at: '2026-07-20T00:00:00Z', actor: 'system', action, subject: 'x' });

describe('what waits for somebody', () => {
  it('a second registered person, while there are fewer than two', async () => {
    const codes = async () => (await waitingOn('2026-07-20', home, settings, 0)).map(({ code }) => code);
    addPerson(home, '作成', 'aikotoba-1234-567', effects);
    expect(await codes()).toEqual(['person']);
    addPerson(home, '確認', 'aikotoba-1234-567', effects);
    expect(await codes()).toEqual([]);
  });

  it('files of checkups that nobody has confirmed, before the build they would be missing in', async () => {
    note('ingest');
    const items = await waitingOn('2026-07-20', home, settings, 3);
    expect(items.map(({ code }) => code).slice(0, 2)).toEqual(['accept', 'build']);
    expect(items[0]!.text.ja).toContain('3 件');
    note('build');
    note('accept');
    expect(await waiting()).toEqual([['build', null]]);
  });

  it('a build after an intake, and none after the build', async () => {
    note('ingest');
    expect(await waiting()).toEqual([['build', null]]);
    note('build');
    expect(await waiting()).toEqual([]);
    note('ingest');
    expect(await waiting()).toEqual([['build', null]]);
  });

  it('each candidate, but not one that is half written', async () => {
    for (const id of ['2026-07-01-aaaaaaaa', '.2026-07-02-bbbbbbbb'])
      mkdirSync(join(home.candidates, id), { recursive: true });
    expect(await waiting()).toEqual([['approve', '2026-07-01-aaaaaaaa']]);
  });

  it('a draft to be confirmed, then to be printed, then nobody; a report never', async () => {
    const [maker, checker] = [
      { id: 'P0001', name: '作成' },
      { id: 'P0002', name: '確認' },
    ] as const;
    const entry = {
      purpose: 'p',
      confidentiality: 'top-secret',
      period: '2026',
      scope: '',
      maker: maker.id,
      digest: 'd',
    } as const;
    registerDraft(home, { ...entry, draft: 'd-1', kind: 'list:guidance' }, effects);
    registerDraft(home, { ...entry, draft: 'r-1', kind: 'report:employer' }, effects);
    expect(await waiting()).toEqual([['confirm', 'd-1']]);
    confirmDraft(home, 'd-1', checker, 'd', effects);
    expect(await waiting()).toEqual([['print', 'd-1']]);
    const number = giveNumber(home, 'd-1', 1, checker, effects);
    const [begun] = await waitingOn('2026-07-20', home, settings, 0);
    expect(begun).toMatchObject({ code: 'print', hint: { ja: 'kenpo print d-1 を実行してください。' } });
    expect(begun?.text.ja).toContain('途中で止まって');
    expect(begun?.text.ja).toContain('特定保健指導');
    recordFile(home, number, { digest: 'f', sheets: 1 }, effects);
    expect(await waiting()).toEqual([]);
  });

  it('a run that is due, that was refused, and for two months one that lapsed', async () => {
    noteTasks(home, settings.schedule, '2026-07-01', effects);
    expect(await waiting('2026-07-30')).toEqual([]);
    expect(await waiting('2026-07-31')).toEqual([['schedule', 'letter@2026-07']]);
    const [run] = occurrences(settings.schedule, '2026-07-01', '2026-07-31');
    claimRun(home, run!, { draft: 'd-1', before: [] }, effects);
    endRun(home, run!.key, { code: 'CONSENT_STALE' }, effects);
    const [refused] = await waitingOn('2026-08-10', home, settings, 0);
    expect(refused).toMatchObject({ code: 'schedule-refused', subject: 'letter@2026-07' });
    expect(refused?.text.ja).toContain('CONSENT_STALE');
    expect((await waiting('2026-08-11'))[0]).toEqual(['schedule-lapsed', 'letter@2026-07']);
    expect((await waiting('2026-10-11')).map(([code]) => code)).toContain('schedule-lapsed');
    expect((await waiting('2026-10-12')).map(([code]) => code)).not.toContain('schedule-lapsed');
  });
});
