import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '#shared/errors.ts';
import { readHead } from '../fingerprint.ts';
import { isUnreadable, unreadableFile } from '../refusals.ts';
import { draftMapping } from './draft.ts';
import { layoutDirectory, parseLayout } from './layout.ts';
import { proposeColumns } from './propose.ts';
import { recogniseLayout } from './recognise.ts';

/** What a new mapping holds, in counts of columns; nothing of the rows of the file. */
export type NewLayout = {
  /** The file that was written. */
  readonly path: string;
  readonly person: number;
  readonly items: number;
  readonly ignored: number;
  /** Columns and settings a person has to decide on. */
  readonly undecided: number;
  /** Whether a file with this heading is recognised by the mapping as it is now. */
  readonly isUsable: boolean;
};

/**
 * Writes a first mapping for files like this one, by the names in its heading.
 * @param folder where mappings are; the program's own unless told
 * @throws {UserError} USAGE (the name), INPUT_UNREADABLE, INTAKE_CONTRACT (no heading)
 */
export async function makeLayout(
  name: string,
  file: string,
  folder: string = layoutDirectory,
): Promise<NewLayout> {
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(name)) throw badName();
  const target = join(folder, name);
  if (existsSync(target)) throw taken();
  const head = await headOf(file);
  const proposals = proposeColumns(head);
  if (proposals === undefined) throw noHeading();
  const text = draftMapping(name, proposals);
  const isUsable = recogniseLayout(head, [parseLayout(name, text)]) !== undefined;
  mkdirSync(target);
  const path = join(target, 'mapping.toml');
  writeFileSync(path, text);
  const count = (kind: string) => proposals.filter((one) => one.kind === kind).length;
  return {
    path,
    person: count('person'),
    items: count('item'),
    ignored: count('ignored'),
    undecided: text.split('要確認').length - 2,
    isUsable,
  };
}

async function headOf(file: string): Promise<Buffer> {
  try {
    return await readHead(file);
  } catch (error) {
    throw isUnreadable(error, file) ? unreadableFile('[1]') : error;
  }
}

function badName(): UserError {
  return new UserError(
    'USAGE',
    {
      ja: '対応表の名前は、英小文字で始まる英小文字・数字・ハイフンの2〜40文字にしてください。何も作っていません。',
      en: 'A mapping is named by 2 to 40 lower-case letters, digits and hyphens, a letter first. Nothing was made.',
    },
    { hint: { ja: '例: dock-west', en: 'Example: dock-west' } },
  );
}

function taken(): UserError {
  return new UserError(
    'USAGE',
    {
      ja: 'その名前の対応表はもうあります。何も作っていません。',
      en: 'There is a mapping of this name already. Nothing was made.',
    },
    {
      hint: {
        ja: '別の名前にするか、その mapping.toml を直してください。',
        en: 'Choose another name, or edit that mapping.toml.',
      },
    },
  );
}

function noHeading(): UserError {
  return new UserError(
    'INTAKE_CONTRACT',
    {
      ja: 'はじめの4行に、健診の項目や生年月日などの名前が並ぶ見出しがありません。何も作っていません。',
      en: 'None of the first four lines is a heading with names of checkup items or of the person. Nothing was made.',
    },
    {
      hint: {
        ja: '1行目に項目名のある CSV を書き出してもらってください。',
        en: 'Ask for a CSV with the names of its columns in the first line.',
      },
    },
  );
}
