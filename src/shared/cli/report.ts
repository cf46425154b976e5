import type { Effects } from '../effects.ts';
import { UserError } from '../errors.ts';
import type { Language } from '../text.ts';
import { systemRefusal } from './system-refusal.ts';

/**
 * Tells the user what went wrong and returns the exit code. A bug shows its stack (code and line numbers), never the
 * message of a library, which might quote data.
 */
export function reportFailure(thrown: unknown, effects: Effects, json: boolean): number {
  const error = systemRefusal(thrown) ?? thrown;
  if (error instanceof UserError) {
    effects.log(explained(error, effects.language));
    if (json) effects.output(`${JSON.stringify({ error: errorAsJson(error, effects.language) })}\n`);
    return error.exitCode;
  }
  effects.log(
    effects.language === 'ja'
      ? 'プログラムの不具合で止まりました。データは変わっていません。下の行を開発元へ知らせてください。'
      : 'The program stopped because of a defect. No data was changed. Please report the lines below.',
  );
  effects.log(stackOnly(error));
  return 1;
}

/** An error for a terminal: what happened, and what to do next. */
export function explained(error: UserError, language: Language): string {
  const hint = error.hint?.[language];
  return `${error.text[language]}${hint ? `\n→ ${hint}` : ''}`;
}

/** An error as `--json` shows it. */
export function errorAsJson(error: UserError, language: Language) {
  return {
    code: error.code,
    message: error.text[language],
    ...(error.hint ? { hint: error.hint[language] } : {}),
    ...(error.data === undefined ? {} : { data: error.data }),
  };
}

function stackOnly(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [
    error.name,
    ...frames.map((frame) =>
      frame.replace(/file:\/\/\S*\/(src|pipelines|sample-data|node_modules)\//, '$1/'),
    ),
  ].join('\n');
}
