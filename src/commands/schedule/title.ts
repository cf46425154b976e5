import { openList } from '#private/lists/open.ts';
import { openNotice } from '#private/notices/discover.ts';
import { UserError } from '#shared/errors.ts';
import type { Text } from '#shared/text.ts';

/** Titles by kind: `list:guidance`, `notice:medical-cost`, `report:employer`, `release`. */
export type Titles = ReadonlyMap<string, Text>;

/** What a kind of document is called. */
async function titleOf(task: string): Promise<Text> {
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
  'report:employer': { ja: '事業所別レポート', en: 'Employer report' },
  'statutory:state-report': { ja: '国への実績報告', en: 'Report to the State' },
};

/** The titles of kinds of documents, by kind. */
export async function titlesOf(kinds: readonly string[]): Promise<Titles> {
  return new Map(
    await Promise.all([...new Set(kinds)].map(async (kind) => [kind, await titleOf(kind)] as const)),
  );
}
