import { UserError } from '#shared/errors.ts';

/**
 * A failed model or check by name and line only. The engine's own message may hold a person's value, so it is
 * neither shown nor kept as the cause.
 */
export function modelFailed(model: string, line: number | undefined): UserError {
  const at = line === undefined ? { ja: '', en: '' } : { ja: ` ${line} 行目`, en: ` line ${line}` };
  return new UserError(
    'MODEL_FAILED',
    {
      ja: `モデル ${model}${at.ja} を作れませんでした。前回の集計はそのまま残っています。`,
      en: `Model ${model}${at.en} could not be built. The tables of the last build are unchanged.`,
    },
    {
      hint: {
        ja: `pipelines/${model.replace('.', '/')} の SQL と、それが読む表の列を確かめてください。`,
        en: `Check the SQL of pipelines/${model.replace('.', '/')} and the columns of the tables it reads.`,
      },
      data: { model, ...(line === undefined ? {} : { line }) },
    },
  );
}

/** Runs an engine call of a model; its error is re-worded. */
export async function reworded<T>(model: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const line = error instanceof Error ? /\bLINE (\d+):/.exec(error.message)?.[1] : undefined;
    throw modelFailed(model, line === undefined ? undefined : Number(line));
  }
}
