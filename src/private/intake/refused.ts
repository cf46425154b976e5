import type { UserError } from '#shared/errors.ts';
import type { Text } from '#shared/text.ts';
import type { Warehouse } from '../warehouse.ts';

/** A file that was not taken in when it was last tried. */
export type RefusedFile = {
  readonly name: string;
  readonly code: string;
  readonly text: Text;
  readonly hint: Text | undefined;
  readonly at: Date;
};

type Outcome = { readonly name: string; readonly error?: UserError };

/**
 * Keeps which files were refused and why, until they are tried again: those of this run by name, and after the whole
 * inbox was gone through, all of them.
 */
export async function noteRefused(
  warehouse: Warehouse,
  outcomes: readonly Outcome[],
  whole: boolean,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await warehouse.run('begin');
  if (whole) await warehouse.run('delete from raw.refused');
  for (const { name, error } of outcomes) {
    if (!whole) await warehouse.run('delete from raw.refused where name = $name', { name });
    if (error)
      await warehouse.run(
        'insert into raw.refused values ($name, $code, $ja, $en, $hint_ja, $hint_en, cast($at as timestamp))',
        {
          ...{ name, at, code: error.code, ja: error.text.ja, en: error.text.en },
          ...{ hint_ja: error.hint?.ja ?? '', hint_en: error.hint?.en ?? '' },
        },
      );
  }
  await warehouse.run('commit');
}

/** The files that were refused and not tried again since, by name. */
export async function refusedFiles(warehouse: Warehouse): Promise<RefusedFile[]> {
  const rows = await warehouse.rows('select * from raw.refused order by name');
  return rows.map((row) => ({
    name: String(row['name']),
    code: String(row['code']),
    text: { ja: String(row['ja']), en: String(row['en']) },
    hint: row['hint_ja'] === '' ? undefined : { ja: String(row['hint_ja']), en: String(row['hint_en']) },
    at: row['refused_at'] instanceof Date ? row['refused_at'] : new Date(0),
  }));
}
