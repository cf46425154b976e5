import type { Text } from '#shared/text.ts';
import { checkupFindings, checkupReasons } from './checkup/words.ts';
import { csvItemFindings, csvRowReasons } from './checkup-csv/findings.ts';
import { csvFindings, rowReasons } from './ledgers/words.ts';
import type { FileKind } from './reader.ts';
import { receiptReasons } from './receipt/judge.ts';

type Words = Readonly<Record<string, Text>>;

const ofCheckups: Words = { ...checkupReasons, ...csvRowReasons };
const found: Words = { ...checkupFindings, ...csvItemFindings, ...csvFindings };

/** In words why something of a kind of file was quarantined; a code without words is shown as it is. */
export function reasonText(kind: FileKind, code: string): Text {
  return textOf(kind === 'receipt' ? receiptReasons : kind === 'checkup' ? ofCheckups : rowReasons, code);
}

/** In words what was noticed in a file of checkups or guidance. */
export function findingText(code: string): Text {
  return textOf(found, code);
}

function textOf(words: Words, code: string): Text {
  return Object.hasOwn(words, code) ? words[code]! : { ja: code, en: code };
}
