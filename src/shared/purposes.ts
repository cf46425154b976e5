import type { Settings } from './config.ts';
import { type DataClass, dataClasses } from './define/data-class.ts';
import { UserError } from './errors.ts';
import { loadReference } from './lists.ts';
import type { Text } from './text.ts';

/** A purpose of use (利用目的) as the registry proposes it; a society adopts it in `society.toml`. */
export type Purpose = Text & {
  readonly id: string;
  /** What it may look at to select or to count. */
  readonly classes: readonly DataClass[];
  /** What it may look at to address a letter or a paper list. */
  readonly addressing: readonly DataClass[];
};

/** The registry `pipelines/reference/purpose.csv`, in its order. It only proposes: nothing in it is adopted. */
export function loadPurposes(): readonly Purpose[] {
  return loadReference('purpose').map((row) => ({
    id: row['code'] ?? '',
    ja: row['ja'] ?? '',
    en: row['en'] ?? '',
    classes: classesOf(row['classes']),
    addressing: classesOf(row['addressing']),
  }));
}

/** What a contract says about the data it needs; `what` names it in a refusal (分析「…」, 医療費通知 …). */
export type Need = {
  readonly what: Text;
  readonly purpose: string;
  readonly classes: readonly DataClass[];
  readonly addressing?: readonly DataClass[];
};

/** Why a purpose may not be used yet: no entry, a class not named in it, or dates that do not allow it. */
export type PurposeRefusal =
  | { readonly reason: 'not-adopted' }
  | { readonly reason: 'class-missing'; readonly classes: readonly DataClass[] }
  | { readonly reason: 'published-after-effective' | 'not-yet-published' | 'not-yet-in-force' };

/**
 * Why the purpose may not be used on a day; undefined where it may. An entry of `society.toml` counts when it names all
 * classes, was published on or before its first day in force, and both days have come. Of several entries of one
 * purpose one that holds is enough; else the last one is the reason.
 * @param today `YYYY-MM-DD`
 */
export function purposeRefusal(
  { purpose, classes, addressing = [] }: Need,
  settings: Settings,
  today: string,
): PurposeRefusal | undefined {
  const refusals = settings.purposes
    .filter(({ id }) => id === purpose)
    .map((entry): PurposeRefusal | undefined => {
      const missing = [...new Set([...classes, ...addressing])].filter((one) => !entry.classes.includes(one));
      if (missing.length > 0) return { reason: 'class-missing', classes: missing };
      if (entry.publishedOn > entry.effectiveFrom) return { reason: 'published-after-effective' };
      if (entry.publishedOn > today) return { reason: 'not-yet-published' };
      if (entry.effectiveFrom > today) return { reason: 'not-yet-in-force' };
      return undefined;
    });
  return refusals.includes(undefined) ? undefined : (refusals.at(-1) ?? { reason: 'not-adopted' });
}

/**
 * Nothing about persons is counted, chosen or written to without a purpose the society adopted.
 * @param today `YYYY-MM-DD`
 * @throws {UserError} PURPOSE_NOT_ADOPTED with the exact reason
 */
export function requirePurpose(need: Need, settings: Settings, today: string): void {
  const refusal = purposeRefusal(need, settings, today);
  if (refusal === undefined) return;
  const { what, purpose } = need;
  const why = reasonText(refusal);
  throw new UserError(
    'PURPOSE_NOT_ADOPTED',
    {
      ja: `${what.ja}の利用目的「${purpose}」は、まだ使えません（${why.ja}）。何も作らず、何も変えていません。`,
      en: `The purpose "${purpose}" of ${what.en} cannot be used yet (${why.en}). Nothing was made or changed.`,
    },
    {
      data: { purpose, ...refusal },
      hint: {
        ja: '利用目的を加入者に公表してから、society.toml の [[purpose]] に、使うデータの種類と公表日・適用日を書いてください（docs/settings.md）。',
        en: 'Publish the purpose to the members, then write it in society.toml under [[purpose]] with its classes and dates (docs/settings.md).',
      },
    },
  );
}

function reasonText(refusal: PurposeRefusal): Text {
  switch (refusal.reason) {
    case 'not-adopted':
      return { ja: 'society.toml に書かれていません', en: 'it is not in society.toml' };
    case 'class-missing': {
      const list = refusal.classes.join(', ');
      return {
        ja: `データの種類 ${list} が classes に書かれていません`,
        en: `its classes lack ${list}`,
      };
    }
    case 'published-after-effective':
      return { ja: '公表日が適用日より後です', en: 'it was published after the day it takes effect' };
    case 'not-yet-published':
      return { ja: '公表日がまだ来ていません', en: 'its day of publication has not come' };
    case 'not-yet-in-force':
      return { ja: '適用日がまだ来ていません', en: 'it has not taken effect yet' };
  }
}

function classesOf(cell: string | undefined): DataClass[] {
  const words = (cell ?? '').split(' ').filter((word) => word !== '');
  return words.map((word) => {
    const known = dataClasses.find((one) => one === word);
    if (known === undefined) throw unknownClass();
    return known;
  });
}

function unknownClass(): UserError {
  return new UserError('CONFIG_INVALID', {
    ja: 'pipelines/reference/purpose.csv に、知らないデータの種類があります。',
    en: 'pipelines/reference/purpose.csv names an unknown class of data.',
  });
}
