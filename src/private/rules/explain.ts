import type { Language, Text } from '#shared/text.ts';
import type { ParameterSet, Rule } from './open.ts';

/** Why a rule said what it said: codes with a space between, and the version that held. */
export type Grounds = { readonly reasons: string; readonly version: string };

/** The reasons in words, with the limits that held on the day: 「腹囲85cm以上（男性）・空腹時血糖100以上・喫煙」. */
export function reasonWords(rule: Rule, { reasons, version }: Grounds, language: Language): string {
  const parameters = rule.parameters.find((set) => set['version'] === version) ?? {};
  const words = reasons
    .split(' ')
    .map((code) => wordsOf(rule.contract.reasons[code], code, parameters)[language]);
  return words.join({ ja: '・', en: ', ' }[language]);
}

/** A text of a contract with its `{parameters}` filled in. */
export function wordsOf(text: Text | undefined, code: string, parameters: ParameterSet): Text {
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '');
  return text === undefined ? { ja: code, en: code } : { ja: fill(text.ja), en: fill(text.en) };
}
