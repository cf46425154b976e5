import { JY, MN } from './identifiers.ts';
import { add, claimRecords, hasKey, type Jy, type RowKey, readJy, remove, replace } from './jy.ts';
import { addedByReview, type ReceiptLines } from './lines.ts';

/** Whether a tool has cut the three leading columns off the lines of a receipt. */
export function isStripped(lines: ReceiptLines): boolean {
  for (let line = 0; line < lines.count; line++) {
    const start = line === 0 ? 0 : lines.first[line - 1]! + lines.fields[line - 1]! + 1;
    if (lines.first[line] !== start) return false;
  }
  return true;
}

/**
 * Gives データ識別, 行番号 and 枝番号 back to the lines of a corrected receipt that has lost them: rows are numbered from MN
 * on, which is 1; those the corrections put in stand right before their JY, else behind the row they are numbered
 * after. Nothing is changed where the corrections fit neither.
 */
export function numberStripped(lines: ReceiptLines): void {
  const corrections: Jy[] = [];
  for (let line = 0; line < lines.count; line++)
    if (lines.id[line] === JY) corrections.push(readJy(lines, line));
  const filed = { number: lines.number.slice(), branch: lines.branch.slice(), data: lines.data.slice() };
  for (const put of [putBeforeCorrections(lines), putInPlace(lines, corrections)]) {
    if (!put) continue;
    numberLines(lines, put);
    if (corrections.every((jy) => fits(lines, jy))) return;
  }
  for (const name of ['number', 'branch', 'data'] as const) lines[name].set(filed[name]);
}

/** The rows put in, by line. */
type Put = ReadonlyMap<number, RowKey>;

/** As many rows before each run of JY as its corrections put in, in their order. */
function putBeforeCorrections(lines: ReceiptLines): Put | undefined {
  const put = new Map<number, RowKey>();
  for (let line = 0; line < lines.count; line++) {
    if (lines.id[line] !== JY) continue;
    const start = line;
    const keys: RowKey[] = [];
    for (; line < lines.count && lines.id[line] === JY; line++) {
      const { action, put: key } = readJy(lines, line);
      if (action !== remove) keys.push(key);
    }
    if (keys.length > start) return undefined;
    for (const [index, key] of keys.entries()) put.set(start - keys.length + index, key);
  }
  return put;
}

/** Each row behind the one of the same 行番号 and the 枝番号 before. */
function putInPlace(lines: ReceiptLines, corrections: readonly Jy[]): Put | undefined {
  const keys = corrections.filter(({ action }) => action !== remove).map(({ put }) => put);
  const put = new Map<number, RowKey>();
  let number = 1;
  let branch = 0;
  for (let line = 0; line < lines.count; line++) {
    const key = keys.find((other) => other.number === number && other.branch === branch + 1);
    if (key) {
      put.set(line, key);
      branch++;
    } else if (lines.id[line] !== MN) {
      number++;
      branch = 0;
    }
  }
  return put.size === keys.length ? put : undefined;
}

function numberLines(lines: ReceiptLines, put: Put): void {
  let number = 1;
  for (let line = 0; line < lines.count; line++) {
    const key = put.get(line);
    if (!key && lines.id[line] !== MN) number++;
    lines.number[line] = key?.number ?? number;
    lines.branch[line] = key?.branch ?? 0;
    lines.data[line] = key || lines.id[line] === MN ? addedByReview : 1;
  }
}

/** The row put in is one of the claim, and of the same record as the one it replaces. */
function fits(lines: ReceiptLines, { action, target, put }: Jy): boolean {
  const replaced = recordAt(lines, target);
  const row = recordAt(lines, put, addedByReview);
  if (action === remove) return replaced !== undefined;
  return row !== undefined && (action === add || (action === replace && replaced === row));
}

function recordAt(lines: ReceiptLines, key: RowKey, data?: number): number | undefined {
  for (let line = 0; line < lines.count; line++) {
    const id = lines.id[line]!;
    const isOf = data === undefined || lines.data[line] === data;
    if (isOf && claimRecords.has(id) && hasKey(lines, line, key)) return id;
  }
  return undefined;
}
