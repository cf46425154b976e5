import { aboutRule, ruleUsed } from '#private/rules/about.ts';
import { type Answer, askRule, isAskable } from '#private/rules/ask.ts';
import { openRule, type Rule, ruleNames } from '#private/rules/open.ts';
import { requireParameters } from '#private/rules/run.ts';
import { errorAsJson } from '#shared/cli/report.ts';
import { defineCommand, type Invocation } from '#shared/define.ts';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import { dateOf, isDate } from '#shared/month.ts';
import { aboutText, answerLine, columns, ruleLines } from './rule/words.ts';

export default defineCommand({
  summary: {
    ja: '公的な判定基準（階層化、メタボ判定、受診勧奨など）を、標準入力の1行1人の値に当てる（どこにも残さない）',
    en: 'an official rule (guidance level, metabolic syndrome, referral) on one person a line from stdin; nothing is kept',
  },
  usage: 'kenpo rule [NAME --on YYYY-MM-DD [--json] < people.jsonl | NAME --about]',
  example: 'kenpo rule guidance-level --on 2025-06-01 --json < people.jsonl',
  options: {
    on: {
      type: 'string',
      value: 'YYYY-MM-DD',
      summary: { ja: '健診の日。その日の基準で判定する', en: 'day of the checkup, whose limits are used' },
    },
    about: {
      type: 'boolean',
      summary: {
        ja: '判定せずに、出典・使う項目・基準値・確かめていない点を示す',
        en: 'judge nobody; show source, keys, limits and what is not confirmed',
      },
    },
  },
  async run({ positionals, options, effects, json }) {
    const [name, ...more] = positionals;
    if (more.length > 0) throw usage();
    if (name === undefined) return overview(effects, json);
    const rule = await openRule(name);
    if (!isAskable(rule)) throw notAskable(await askableRules());
    if (options['about'] === true) return about(rule, dayOf(options['on']), effects, json);
    const day = dayOf(options['on']);
    if (day === undefined) throw usage();
    return judge(rule, day, effects, json);
  },
});

async function judge(rule: Rule, on: string, effects: Effects, json: boolean): Promise<number> {
  const set = requireParameters(rule, on);
  const used = ruleUsed(rule, set);
  if (!json) ruleLines(rule, set, effects.language).forEach(effects.log);
  if (process.stdin.isTTY === true) effects.log(typing[effects.language]);
  process.stdout.on('error', stopWhenNobodyReads);
  let refused = 0;
  const line = (answer: Answer): string => {
    if ('refused' in answer) refused += 1;
    if (!json) return answerLine(rule, answer, effects.language);
    if ('refused' in answer) return JSON.stringify({ error: errorAsJson(answer.refused, effects.language) });
    const { level, steps, reasons } = answer;
    return JSON.stringify({ level, steps, reasons, rule: used });
  };
  for await (const answers of askRule(rule, on, process.stdin))
    if (answers.length > 0) effects.output(`${answers.map(line).join('\n')}\n`);
  if (refused === 0) return 0;
  effects.log(
    {
      ja: `${refused} 行は読めなかったため判定していません。理由はその行の結果にあります。ほかの行は判定しました。`,
      en: `${refused} lines could not be read and were not judged; each says why in its place. The others were judged.`,
    }[effects.language],
  );
  return 2;
}

/** Whoever reads the results may have enough of them (`| head`); there is nothing to save or undo. */
function stopWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}

const typing = {
  ja: '1行に1人ずつ、JSON で入れてください（終わりは Ctrl-D）。',
  en: 'Type one person a line as JSON; end with Ctrl-D.',
};

function about(rule: Rule, on: string | undefined, effects: Effects, json: boolean): number {
  const set = requireParameters(rule, on ?? dateOf(effects.now()));
  effects.output(json ? `${JSON.stringify(aboutRule(rule, set))}\n` : aboutText(rule, set, effects.language));
  return 0;
}

async function overview(effects: Effects, json: boolean): Promise<number> {
  const rules = await askableRules();
  const titles = rules.map(({ name, contract: { title } }) => ({ name, title }));
  const lines = columns(titles.map(({ name, title }) => [name, title[effects.language]] as const));
  effects.output(json ? `${JSON.stringify(titles)}\n` : `${lines.join('\n')}\n`);
  return 0;
}

async function askableRules(): Promise<readonly Rule[]> {
  const rules = await Promise.all(ruleNames().map((name) => openRule(name)));
  return rules.filter(isAskable);
}

function dayOf(option: Invocation['options'][string]): string | undefined {
  if (option === undefined) return undefined;
  if (typeof option === 'string' && isDate(option)) return option;
  throw usage();
}

function usage(): UserError {
  return new UserError(
    'USAGE',
    {
      ja: '判定基準の名前を1つと、健診の日を --on 2025-06-01 の形で指定してください。',
      en: 'Name one rule, and the day of the checkup as --on 2025-06-01.',
    },
    {
      hint: {
        ja: 'kenpo rule で判定基準の一覧、kenpo rule 名前 --about で説明を見られます。',
        en: 'kenpo rule lists the rules; kenpo rule NAME --about explains one.',
      },
    },
  );
}

function notAskable(rules: readonly Rule[]): UserError {
  const names = rules.map(({ name }) => name);
  return new UserError(
    'NOT_FOUND',
    {
      ja: 'この判定基準は、人の値だけでは判定できません（レセプトや価格も見ます）。',
      en: 'This rule does not judge by the values of a person alone (it reads claims or prices).',
    },
    { hint: { ja: `使えるもの: ${names.join('、')}`, en: `There are: ${names.join(', ')}` } },
  );
}
