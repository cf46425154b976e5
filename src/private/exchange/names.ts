/** What the name of an exchange archive is made of. */
export type ArchiveName = {
  /** 8 digits of the insurer. */
  readonly sender: string;
  /** 8 digits of the insurer or agency it goes to. */
  readonly receiver: string;
  /** `YYYY-MM-DD` */
  readonly filedOn: string;
  /** 0 … 9: 分割番号 of one day. */
  readonly split: number;
  /** 実施区分 */
  readonly serviceEvent: string;
};

/** Archives of one sender, day and 実施区分 that can be told apart by their names. */
export const splits = 10;

/** `{sender}_{receiver}_{YYYYMMDD}{N}_{X}`: name of the archive without its ending, and of its only root folder. */
export function archiveName({ sender, receiver, filedOn, split, serviceEvent }: ArchiveName): string {
  return `${sender}_${receiver}_${compactDay(filedOn)}${split}_${serviceEvent}`;
}

/** Institutions without a number of their own (事業者健診 …) are written by this one. */
export const noInstitution = '5521111111';

/**
 * Name of one person's file: prefix, institution, day, split, kind 1, serial.
 * @param serial 1 … 999999, over the archive
 */
export function documentName(
  prefix: 'h' | 'g',
  institution: string | null,
  { filedOn, split }: Pick<ArchiveName, 'filedOn' | 'split'>,
  serial: number,
): string {
  const number = String(serial).padStart(6, '0');
  return `${prefix}${institution ?? noInstitution}${compactDay(filedOn)}${split}1${number}.xml`;
}

/** `2026-03-31` as 20260331. */
export function compactDay(day: string): string {
  return day.replaceAll('-', '');
}
