import { z } from 'zod';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import { badTable } from './model/check.ts';
import { grades, type SystemInput } from './model/input.ts';
import { protect } from './protect.ts';

const tables = z.strictObject({
  k: z.int().min(1),
  grade: z.enum(grades).default('P2u'),
  cells: z.array(
    z.strictObject({
      id: z.string().min(1),
      value: z.number(),
      fixed: z.boolean().exactOptional(),
      wasHidden: z.boolean().exactOptional(),
      structural: z.boolean().exactOptional(),
      weight: z.number().exactOptional(),
    }),
  ),
  relations: z.array(z.strictObject({ total: z.string(), parts: z.array(z.string()).min(1) })),
});

function read(text: string): SystemInput {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badTable('入力が JSON として読めません。', 'The input is not JSON.', {});
  }
  const parsed = tables.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const where = [...(issue?.path ?? []), ...unknown].join('.');
  throw badTable(
    `入力の「${where}」の形が決まりと違います（k, grade, cells, relations）。`,
    `"${where}" of the input does not have the required form (k, grade, cells, relations).`,
    { path: where },
  );
}

function failure(error: UserError, { language }: Effects): unknown {
  if (error.code === 'GATE_IMPOSSIBLE') return error.data;
  return { error: { code: error.code, message: error.text[language], data: error.data } };
}

/**
 * The gate on any table set: JSON in, JSON out (one line), with the exit code.
 * Figures that must be hidden come back as null with their role; what cannot be protected comes back with its cut.
 */
export async function runProtect(text: string, effects: Effects): Promise<{ exit: number; output: string }> {
  try {
    const input = read(text);
    const result = await protect(input, effects);
    const cells = input.cells.map(({ id, value }) => {
      const fate = result.hidden.get(id);
      return fate ? { id, value: null, hidden: fate.role } : { id, value };
    });
    const { primary, secondary, audited, failures, seconds } = result;
    return {
      exit: 0,
      output: `${JSON.stringify({ cells, primary, secondary, audited, failures, seconds })}\n`,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = error.hint?.[effects.language];
    effects.log(`${error.text[effects.language]}${hint ? `\n→ ${hint}` : ''}`);
    return { exit: error.exitCode, output: `${JSON.stringify(failure(error, effects))}\n` };
  }
}
