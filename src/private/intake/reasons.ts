import type { Text } from '#shared/text.ts';
import { checkupReasons } from './checkup/words.ts';
import { rowReasons } from './ledgers/words.ts';
import type { FileKind } from './reader.ts';
import { receiptReasons } from './receipt/judge.ts';

/** In words why something of a kind of file was quarantined; a code without words is shown as it is. */
export function reasonText(kind: FileKind, code: string): Text {
  const words: Readonly<Record<string, Text>> =
    kind === 'receipt' ? receiptReasons : kind === 'checkup' ? checkupReasons : rowReasons;
  return Object.hasOwn(words, code) ? words[code]! : { ja: code, en: code };
}
