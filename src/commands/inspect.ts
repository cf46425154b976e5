import { inspectFile } from '#private/intake/inspect.ts';
import { inspectionText } from '#private/intake/inspect-words.ts';
import { errorAsJson, explained } from '#shared/cli/report.ts';
import { defineCommand } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';

type Refused = { readonly error: ReturnType<typeof errorAsJson> };

function noFile(): UserError {
  return new UserError(
    'USAGE',
    { ja: '調べるファイルを指定してください。', en: 'Name a file to inspect.' },
    { hint: { ja: '使い方: kenpo inspect FILE…', en: 'Usage: kenpo inspect FILE…' } },
  );
}

export default defineCommand({
  summary: {
    ja: 'ファイルが何かを、件数と合計だけで示す（人の情報は出さない、記録もしない）',
    en: 'what a file is, in counts and sums only; nothing is stored or logged',
  },
  usage: 'kenpo inspect FILE…',
  example: 'kenpo inspect 11_RECODEINFO_MED.CSV',
  async run({ positionals, effects, json }) {
    if (positionals.length === 0) throw noFile();
    const several = positionals.length > 1;
    const results: (Awaited<ReturnType<typeof inspectFile>> | Refused)[] = [];
    let exit = 0;
    for (const [index, path] of positionals.entries()) {
      try {
        const inspection = await inspectFile(path, effects.now(), `[${index + 1}]`);
        results.push(inspection);
        if (json) continue;
        if (several) effects.output(`${index > 0 ? '\n' : ''}[${index + 1}]\n`);
        effects.output(inspectionText(inspection, effects.language));
      } catch (error) {
        // Of several files, one that is refused does not stop the others.
        if (!several || !(error instanceof UserError)) throw error;
        exit = error.exitCode;
        results.push({ error: errorAsJson(error, effects.language) });
        if (!json) effects.output(`${index > 0 ? '\n' : ''}${explained(error, effects.language)}\n`);
      }
    }
    if (json) effects.output(`${JSON.stringify(several ? results : results[0])}\n`);
    return exit;
  },
});
