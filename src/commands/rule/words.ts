import { aboutRule, keysOf } from '#private/rules/about.ts';
import type { Answer } from '#private/rules/ask.ts';
import { reasonWords, wordsOf } from '#private/rules/explain.ts';
import type { ParameterSet, Rule } from '#private/rules/open.ts';
import { explained } from '#shared/cli/report.ts';
import type { Language } from '#shared/text.ts';
import { padEnd } from '#shared/width.ts';

const words = {
  ja: {
    from: (day: string) => `${day} から`,
    source: '出典',
    levels: '判定',
    keys: '使う項目',
    parameters: '基準値',
    unconfirmed: '公的な資料で確かめていない点（値は pipelines/rules の parameters.csv で変えられます）',
    notJudged: '読めない行',
  },
  en: {
    from: (day: string) => `from ${day}`,
    source: 'Source',
    levels: 'Levels',
    keys: 'Keys',
    parameters: 'Limits',
    unconfirmed: 'Not confirmed in an official paper (the values stand in parameters.csv of pipelines/rules)',
    notJudged: 'not readable',
  },
} as const;

/** One answer as a line: number of the input line, level, reasons, with tabs between. */
export function answerLine(rule: Rule, answer: Answer, language: Language): string {
  if ('refused' in answer)
    return [
      answer.line,
      words[language].notJudged,
      explained(answer.refused, language).replace('\n', ' '),
    ].join('\t');
  const level = wordsOf(rule.contract.levels[answer.level], answer.level, {})[language];
  const grounds = { reasons: answer.reasons.join(' '), version: answer.version };
  return [answer.line, level, reasonWords(rule, grounds, language)].join('\t');
}

/** Which rule and which set of limits, and what of it is not confirmed. */
export function ruleLines(rule: Rule, set: ParameterSet, language: Language): readonly string[] {
  const word = words[language];
  const open = Object.values(rule.contract.unconfirmed).map((text) => `  ${text[language]}`);
  const title = `${rule.contract.title[language]}: ${set['version']} (${word.from(set['holds_from'] ?? '')})`;
  return [title, ...(open.length > 0 ? [`${word.unconfirmed}:`, ...open] : [])];
}

/** Everything there is to know of a rule on a day. */
export function aboutText(rule: Rule, set: ParameterSet, language: Language): string {
  const word = words[language];
  const about = aboutRule(rule, set);
  const [title, ...open] = ruleLines(rule, set, language);
  const parameters = Object.entries(about.parameters).map(
    ([name, value]) => [name, value === null ? '-' : String(value)] as const,
  );
  return [
    title,
    `${word.source}: ${about.source[language]}`,
    '',
    `${word.levels}:`,
    ...columns(Object.entries(about.levels).map(([code, text]) => [code, text[language]] as const)),
    '',
    `${word.keys}:`,
    ...columns(keysOf(rule).map(([key, expects]) => [key, expects[language]] as const)),
    '',
    `${word.parameters}:`,
    ...columns(parameters),
    ...(open.length > 0 ? ['', ...open] : []),
    '',
  ].join('\n');
}

/** Two columns, the first as wide as it must be. */
export function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([first]) => first.length)) + 2;
  return rows.map(([first, second]) => `  ${padEnd(first, width)}${second}`);
}
