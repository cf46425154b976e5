import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Diagnosis, problem } from '#private/doctor/diagnosis.ts';
import { examineHome } from '#private/doctor/home.ts';
import { examineMachine, type Machine, thisMachine } from '#private/doctor/machine.ts';
import { defineCommand } from '#shared/define.ts';
import { errorCodes } from '#shared/errors.ts';
import { chooseHome, type Home } from '#shared/home.ts';
import type { Language } from '#shared/text.ts';
import { displayWidth, padEnd } from '#shared/width.ts';

const marks = { ok: '○', advice: '△', problem: '×' } as const;

export default defineCommand({
  summary: {
    ja: '版・権限・空き容量・足りないものを調べ、直し方を示す',
    en: 'look at versions, rights and free space, and say how to mend what is wrong',
  },
  usage: 'kenpo doctor [--home DIR]',
  example: 'kenpo doctor --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
  },
  async run({ options, effects: { language, output }, json }) {
    const found = examine(chooseHome(options['home'], process.env));
    const ok = found.every(({ status }) => status !== 'problem');
    output(
      json
        ? `${JSON.stringify({ ok, checks: found.map((one) => inLanguage(one, language)) })}\n`
        : report(found, language),
    );
    return ok ? 0 : errorCodes.CHECK_FAILED;
  },
});

/** Looks at the machine and, where there is one, at the home. Reads names, sizes and rights, no data. */
export function examine(home: Home, machine: Machine = thisMachine): Diagnosis[] {
  const hasHome = existsSync(home.settings);
  const place = hasHome ? home.root : existingParent(home.root);
  const ofMachine = examineMachine(machine, place, sizeOf(home.inbox));
  return [...ofMachine, ...(hasHome ? examineHome(home) : [missingHome])];
}

const missingHome = problem(
  { ja: '組合のフォルダー', en: 'home folder' },
  { ja: 'society.toml が見つかりません', en: 'no society.toml was found' },
  {
    ja: '--home で場所を指定するか、kenpo init で作ってください。試すだけなら kenpo demo です。',
    en: 'Point --home at it, or make one with kenpo init. To try things out: kenpo demo.',
  },
);

function existingParent(path: string): string {
  return existsSync(path) ? path : existingParent(dirname(path));
}

/** Bytes of all files below a folder. */
function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

function inLanguage({ name, status, found, hint }: Diagnosis, language: Language) {
  return { name: name[language], status, found: found[language], hint: hint?.[language] ?? null };
}

function report(all: readonly Diagnosis[], language: Language): string {
  const width = Math.max(...all.map(({ name }) => displayWidth(name[language])));
  const rows = all.map(
    ({ name, status, found }) => `${marks[status]} ${padEnd(name[language], width)}  ${found[language]}`,
  );
  const hints = all.flatMap(({ name, status, hint }) =>
    hint ? [`${marks[status]} ${name[language]}: ${hint[language]}`] : [],
  );
  return `${[...rows, ...(hints.length > 0 ? ['', ...hints] : [])].join('\n')}\n`;
}
