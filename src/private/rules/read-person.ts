import { UserError } from '#shared/errors.ts';
import type { Text } from '#shared/text.ts';
import type { Columns } from './key-kinds.ts';
import { personKeys } from './person-keys.ts';

/**
 * One line of `kenpo rule` as the columns of `input.people`; `null` is a missing value.
 * @param line number of the line, from 1
 * @throws {UserError} INPUT_UNREADABLE with the line, the key and what is expected, never what stands there
 */
export function readPerson(text: string, line: number): Columns {
  const found: Record<string, Columns[string]> = {};
  Object.entries(parseObject(text, line)).forEach(([key, value], index) => {
    if (!Object.hasOwn(personKeys, key)) throw unknownKey(line, key, index + 1);
    if (value === null) return;
    const { read, expects } = personKeys[key]!;
    const columns = read(value);
    if (columns === undefined) throw badValue(line, key, expects);
    Object.assign(found, columns);
  });
  return withTriglycerides(found);
}

/**
 * The same figure is judged otherwise when blood was not drawn fasting. What is said of it decides; else the hours since the
 * meal, else a fasting glucose of the same blood. Where nothing tells, the figure cannot be judged and is left out.
 */
function withTriglycerides({ tg, is_tg_fasting, ...found }: Columns): Columns {
  if (tg === undefined) return found;
  const meal = found['meal_time'];
  const isFasting =
    is_tg_fasting ??
    (meal === undefined ? (found['fpg'] === undefined ? undefined : true) : meal === 'fasting');
  if (isFasting === undefined) return found;
  return { ...found, [isFasting ? 'tg_fasting' : 'tg_casual']: tg };
}

function parseObject(text: string, line: number): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw notJson(line, error);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notJson(line);
  return value;
}

/** The engine's own words quote the line: only the position is taken from them. */
function notJson(line: number, error?: unknown): UserError {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  const column = position === undefined ? undefined : Number(position) + 1;
  return badLine(
    { line, ...(column === undefined ? {} : { column }) },
    {
      ja: `${line} 行目${column === undefined ? '' : ` ${column} 文字目`}が JSON のオブジェクトとして読めません。`,
      en: `Line ${line}${column === undefined ? '' : `, character ${column}`} is not a JSON object.`,
    },
    {
      ja: '1行に1人ずつ、{"sex":"male","age":52} の形で書いてください。',
      en: 'Write one person a line, such as {"sex":"male","age":52}.',
    },
  );
}

function badValue(line: number, key: string, expects: Text): UserError {
  return badLine(
    { line, key, expected: expects.en },
    { ja: `${line} 行目の ${key} が正しくありません。`, en: `Line ${line}: ${key} is not valid.` },
    {
      ja: `${expects.ja}にしてください。測っていない項目は書きません。`,
      en: `It must be ${expects.en}. Leave out what was not measured.`,
    },
  );
}

/** A key that looks like a name of a key is named, any other only by its place: it may be somebody's name. */
function unknownKey(line: number, key: string, place: number): UserError {
  const isWord = /^[A-Za-z][A-Za-z0-9_]{0,30}$/.test(key);
  return badLine(
    { line, ...(isWord ? { key } : { place }) },
    {
      ja: `${line} 行目の${isWord ? ` ${key} ` : ` ${place} 番目の項目`}は、使える項目ではありません。`,
      en: `Line ${line}: ${isWord ? key : `key number ${place}`} is not a known key.`,
    },
    {
      ja: `使える項目: ${Object.keys(personKeys).join('、')}`,
      en: `Known keys: ${Object.keys(personKeys).join(', ')}`,
    },
  );
}

function badLine(data: object, text: Text, hint: Text): UserError {
  return new UserError('INPUT_UNREADABLE', text, { hint, data });
}
