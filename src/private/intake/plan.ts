import { UserError } from '#shared/errors.ts';
import { recogniseFile } from './detect.ts';
import { type FileKind, fileKinds } from './reader.ts';
import { emptyFile, isUnreadable, notAPlainFile, unreadableFile } from './refusals.ts';
import type { FoundFile } from './walk.ts';

export type PlannedFile = FoundFile & {
  readonly fileId: number;
  readonly kind: FileKind;
  readonly form: string;
};
export type Plan = {
  readonly files: readonly PlannedFile[];
  readonly refused: readonly { readonly file: FoundFile; readonly error: UserError }[];
};

/**
 * What each file is, in the order of intake: what others refer to first, then by name. Files nobody can read are
 * refused here, before anything is read further.
 */
export async function planIntake(found: readonly FoundFile[], firstId: number): Promise<Plan> {
  const recognised: Omit<PlannedFile, 'fileId'>[] = [];
  const refused: { file: FoundFile; error: UserError }[] = [];
  for (const file of found) {
    try {
      if (file.fault === 'not-plain') throw notAPlainFile(file.name);
      if (file.fault === 'unreadable') throw unreadableFile(file.name);
      if (file.bytes === 0) throw emptyFile(file.name);
      recognised.push({ ...file, ...(await recogniseFile(file.path, file.name)) });
    } catch (error) {
      if (error instanceof UserError) refused.push({ file, error });
      else if (isUnreadable(error, file.path)) refused.push({ file, error: unreadableFile(file.name) });
      else throw error;
    }
  }
  const place = (file: { kind: FileKind }) => fileKinds.indexOf(file.kind);
  const files = recognised
    .sort((a, b) => place(a) - place(b))
    .map((file, index) => ({ ...file, fileId: firstId + index }));
  return { files, refused };
}
