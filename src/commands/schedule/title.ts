import { openList } from '#private/lists/open.ts';
import { openNotice } from '#private/notices/discover.ts';
import { UserError } from '#shared/errors.ts';
import type { ScheduledTask } from '#shared/schedule-settings.ts';
import type { Text } from '#shared/text.ts';

/** What a kind of document is called: `list:guidance`, `notice:medical-cost`, `report:employer`, `release`. */
export async function titleOf(task: string): Promise<Text> {
  const [kind, name = ''] = task.split(':');
  try {
    if (kind === 'list') return (await openList(name)).contract.title;
    if (kind === 'notice') return (await openNotice(name)).contract.title;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ja: task, en: task };
  }
  return others[task] ?? { ja: task, en: task };
}

const others: Readonly<Record<string, Text>> = {
  release: { ja: '公開候補', en: 'Candidate release' },
  'report:employer': { ja: '事業所レポート', en: 'Employer report' },
};

/** The titles of all kinds of work in a schedule, by task. */
export async function titlesOf(tasks: readonly ScheduledTask[]): Promise<ReadonlyMap<string, Text>> {
  const names = [...new Set(tasks.map(({ task }) => task))];
  return new Map(await Promise.all(names.map(async (task) => [task, await titleOf(task)] as const)));
}
