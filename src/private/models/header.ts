import { UserError } from '#shared/errors.ts';

/** What the comment header of a model says about it. */
export type Header = {
  /** One sentence: "one row per …". */
  readonly grain: string;
  /** Columns that are unique together; the build checks it. */
  readonly key: readonly string[];
  readonly why: string;
  /** `view` where copying the rows would bring nothing. */
  readonly as: 'table' | 'view';
};

/**
 * Reads the `-- name: value` lines that open a model file.
 * @throws {UserError} MODEL_FAILED where grain or key is missing.
 */
export function parseHeader(model: string, sql: string): Header {
  const fields = headerFields(sql);
  const grain = fields.get('grain');
  const key = fields.get('key');
  if (!grain || !key) {
    throw new UserError('MODEL_FAILED', {
      ja: `モデル ${model} の先頭に grain と key の行が必要です。`,
      en: `Model ${model} needs a grain and a key line at its top.`,
    });
  }
  return {
    grain,
    key: key.split(',').map((column) => column.trim()),
    why: fields.get('why') ?? '',
    as: fields.get('as') === 'view' ? 'view' : 'table',
  };
}

/** The `-- name: value` lines before the first line of SQL; a line without a name continues the one before. */
export function headerFields(sql: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of sql.split('\n')) {
    if (!line.startsWith('--')) break;
    const named = /^-- ([a-z]+): (.*)$/.exec(line);
    if (named) {
      last = named[1]!;
      fields.set(last, named[2]!.trim());
    } else fields.set(last, `${fields.get(last) ?? ''} ${line.slice(2).trim()}`.trim());
  }
  return fields;
}
