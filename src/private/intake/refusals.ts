import { UserError } from '#shared/errors.ts';
import type { Text } from '#shared/text.ts';

/** Whole files that are not taken in: each message says what happened, that nothing was stored, and what to do. */
const nothing: Text = { ja: '何も保存していません。', en: 'Nothing was stored.' };

export function emptyFile(name: string): UserError {
  return new UserError(
    'INTAKE_EMPTY',
    {
      ja: `${name} には中身がありません（空か、見出しだけです）。${nothing.ja}`,
      en: `${name} is empty, or has only a header. ${nothing.en}`,
    },
    { hint: { ja: '送り元にもう一度送ってもらってください。', en: 'Ask the sender to send it again.' } },
  );
}

export function stillWriting(name: string): UserError {
  return new UserError(
    'INTAKE_STILL_WRITING',
    {
      ja: `${name} は読んでいる間に変わりました。コピーの途中とみられます。${nothing.ja}`,
      en: `${name} changed while it was read; it seems to be still copied. ${nothing.en}`,
    },
    {
      hint: {
        ja: 'コピーが終わってから、もう一度 kenpo ingest を実行してください。',
        en: 'Run kenpo ingest again when the copy is done.',
      },
    },
  );
}

/** Whether an error of the file system says that this file is not there, or not to be read. */
export function isUnreadable(error: unknown, path: string): boolean {
  const codes = ['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ELOOP', 'EIO', 'ESTALE'];
  if (!(error instanceof Error && 'code' in error && 'path' in error)) return false;
  return error.path === path && codes.includes(String(error.code));
}

export function unreadableFile(name: string): UserError {
  return new UserError(
    'INPUT_UNREADABLE',
    {
      ja: `${name} は、見つからないか、開くことができません。${nothing.ja}`,
      en: `${name} is not there or cannot be opened. ${nothing.en}`,
    },
    {
      hint: {
        ja: 'ファイルの場所と読み取りの権限を確かめてください。名前が文字化けしていたら、半角英数字の名前に変えてください。',
        en: 'Check its place and the right to read it. Where its name is garbled, rename it in ASCII.',
      },
    },
  );
}

/** Links, pipes and devices are not followed: what is read must be a file of the folder itself. */
export function notAPlainFile(name: string): UserError {
  return new UserError(
    'INTAKE_REFUSED',
    {
      ja: `${name} はリンクなどで、ふつうのファイルではありません。${nothing.ja}`,
      en: `${name} is a link or device, not a plain file. ${nothing.en}`,
    },
    { hint: { ja: 'ファイルそのものを置いてください。', en: 'Put the file itself there.' } },
  );
}

export function unknownKind(name: string): UserError {
  return new UserError(
    'INTAKE_UNKNOWN_KIND',
    {
      ja: `${name} は、読み取れる種類のファイルではありません。${nothing.ja}`,
      en: `${name} is of no kind that can be read. ${nothing.en}`,
    },
    {
      hint: {
        ja: '読めるのは、レセプト（保険者向け、請求ファイル、その ZIP）、特定健診・特定保健指導の ZIP と XML、加入者台帳・事業所一覧・配慮フラグ・療養費・紙レセプト・返戻等の一覧の CSV、基本マスター、厚生労働省の薬価・後発医薬品・選定療養のリスト（Excel か CSV）です。CSV は1行目の見出しを docs/csv-contracts.md と見比べてください。健診・保健指導の新しい様式の CSV には、kenpo new checkup-csv で対応表を作れます。',
        en: 'Readable: receipts (insurer form, claim files, a ZIP of either), checkup ZIPs, the ledgers, therapy claims, paper receipts and notices by CSV contract, the billing masters, the lists of drug prices, generics and selected care (Excel or CSV). For a CSV, compare its header with docs/csv-contracts.md; kenpo new checkup-csv drafts a mapping for a new layout of checkups or guidance.',
      },
    },
  );
}

/** A list that is valid from a day which stands nowhere inside it. */
export function undatedList(name: string, title: Text): UserError {
  return new UserError(
    'INTAKE_REFUSED',
    {
      ja: `${name}（${title.ja}）が、いつから使うリストか分かりません。${nothing.ja}`,
      en: `${name} (${title.en}) does not say from which day it holds. ${nothing.en}`,
    },
    {
      hint: {
        ja: 'ファイル名に適用開始日を8桁で入れて置き直してください（例: …_20260601.csv）。表の上の見出しに「令和8年6月1日適用」のような日付があれば、それを使います。',
        en: 'Put the first day it holds into the file name as eight digits (such as …_20260601.csv). A date in the titles above the table is used too.',
      },
    },
  );
}

/** An Excel file only Excel itself can open. */
export function closedWorkbook(name: string): UserError {
  return new UserError(
    'INTAKE_REFUSED',
    {
      ja: `${name} は、古い形式（.xls）か、パスワードの付いた Excel ファイルで、読めません。${nothing.ja}`,
      en: `${name} is an Excel file of the old form (.xls), or has a password, and cannot be read. ${nothing.en}`,
    },
    {
      hint: {
        ja: 'Excel で開き、パスワードなしの .xlsx か CSV で保存し直してください。',
        en: 'Open it in Excel and save it as .xlsx without a password, or as CSV.',
      },
    },
  );
}

export function diskFull(name: string): UserError {
  return new UserError(
    'INTAKE_DISK_FULL',
    {
      ja: `ディスクの空きがなくなり、${name} を取り込めませんでした。前の状態のままで、途中のものは残っていません。`,
      en: `The disk is full: ${name} was not taken in. Everything is as before, nothing half-done remains.`,
    },
    {
      hint: {
        ja: '空きを作ってから、もう一度 kenpo ingest を実行してください。取り込み済みのファイルは飛ばされます。',
        en: 'Free some space and run kenpo ingest again; files already taken in are skipped.',
      },
    },
  );
}

/** The reader stopped in a way it should not; only its place in the program is kept, never a message with data. */
export function readerFailed(name: string, place: string): UserError {
  return new UserError(
    'INTAKE_REFUSED',
    {
      ja: `${name} を読む途中でプログラムが止まりました（${place}）。${nothing.ja}`,
      en: `The program stopped while reading ${name} (${place}). ${nothing.en}`,
    },
    {
      hint: {
        ja: 'ファイルは送らずに、このメッセージだけを開発元へ知らせてください。ほかのファイルの取り込みは続いています。',
        en: 'Report this message (not the file). The other files are taken in as usual.',
      },
    },
  );
}

export function truncatedFile(name: string, line: number): UserError {
  return new UserError(
    'INTAKE_TRUNCATED',
    {
      ja: `${name} は ${line} 行目の途中で切れているか、そこで始まる引用符（"）が閉じていません。${nothing.ja}`,
      en: `${name} breaks off inside line ${line}, or a quote (") opened there is never closed. ${nothing.en}`,
    },
    {
      hint: { ja: '最後まで書き出した CSV を、もう一度置いてください。', en: 'Export the whole file again.' },
      data: { line },
    },
  );
}

export function headerMismatch(
  name: string,
  title: Text,
  missing: readonly string[],
  unknownPositions: readonly number[],
): UserError {
  const parts = [
    missing.length > 0
      ? { ja: `足りない列: ${missing.join('、')}`, en: `missing columns: ${missing.join(', ')}` }
      : undefined,
    unknownPositions.length > 0
      ? {
          ja: `取込契約にない列や重なった列: 左から ${unknownPositions.join('、')} 列目`,
          en: `columns not in the contract, or repeated: number ${unknownPositions.join(', ')}`,
        }
      : undefined,
  ].filter((part) => part !== undefined);
  return new UserError(
    'INTAKE_CONTRACT',
    {
      ja: `${name} の見出し（1行目）が「${title.ja}」の取込契約と合いません。${parts.map((part) => part.ja).join('。')}。${nothing.ja}`,
      en: `The header of ${name} does not fit the contract "${title.en}": ${parts.map((part) => part.en).join('; ')}. ${nothing.en}`,
    },
    {
      hint: {
        ja: 'docs/csv-contracts.md の見出しに合わせて書き出し直してください。要らない列は除いてください。',
        en: 'Export it with the header of docs/csv-contracts.md, without other columns.',
      },
      data: { missing, unknownPositions },
    },
  );
}

export function futureFile(name: string, line: number, column: string): UserError {
  return new UserError(
    'INTAKE_REFUSED',
    {
      ja: `${name} の${column}（${line} 行目）が今月より先です。${nothing.ja}`,
      en: `${name}: "${column}" (line ${line}) lies after the current month. ${nothing.en}`,
    },
    {
      hint: {
        ja: 'この機械の日付と、ファイルの日付を確かめてください。',
        en: 'Check the date of this machine and of the file.',
      },
      data: { line, column },
    },
  );
}

export function foreignToDemo(name: string): UserError {
  return new UserError(
    'INTAKE_FOREIGN_TO_DEMO',
    {
      ja: `${name} は見本の組合のファイルではありません。見本の組合には、ほかのファイルを取り込めません。${nothing.ja}`,
      en: `${name} was not made for this demo, and a demo home takes no other file. ${nothing.en}`,
    },
    {
      hint: {
        ja: '自分の組合のファイルは、kenpo init で作ったフォルダーに取り込んでください。',
        en: 'Take real files into a home made with kenpo init.',
      },
    },
  );
}
