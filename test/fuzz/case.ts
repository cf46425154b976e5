import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectFile } from '#private/intake/inspect.ts';
import { UserError } from '#shared/errors.ts';
import { openWholeIntake, type TakenFile } from '../private/intake/whole-intake.ts';

/** What one file came to: a failure, or the marks by which it is told from others that were read. */
export type Outcome = {
  readonly failure?: string;
  readonly refused: boolean;
  readonly marks: readonly string[];
};

export type Examiner = {
  /** Inspects a file, and with `whole` takes it in besides. */
  readonly examine: (bytes: Uint8Array, whole: boolean) => Promise<Outcome>;
  readonly close: () => void;
};

const now = new Date('2026-11-21T12:00:00+09:00');
/** No file of a few thousand lines takes so long unless something grows faster than the file. */
const slowMilliseconds = 5000;

/** @param secrets words of the files that nothing told about a file may repeat */
export async function openExaminer(secrets: readonly string[]): Promise<Examiner> {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-case-'));
  const path = join(folder, 'file');
  const intake = await openWholeIntake();
  return {
    async examine(bytes, whole) {
      writeFileSync(path, bytes);
      const began = performance.now();
      let inspection: Awaited<ReturnType<typeof inspectFile>> | undefined;
      const inspected = await outcomeOf(secrets, async () => {
        inspection = await inspectFile(path, now, 'file');
        return inspection;
      });
      const taken = whole
        ? await outcomeOf(secrets, async () => {
            const file = await intake.take(bytes);
            requireAgreement(inspection, file);
            return [file.taken, intake.told()];
          })
        : undefined;
      const slow = performance.now() - began > slowMilliseconds ? 'slow' : undefined;
      const failure = inspected.failure ?? taken?.failure ?? slow;
      return { ...(failure ? { failure } : {}), refused: inspected.refused, marks: inspected.marks };
    },
    close() {
      intake.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** An inspection and the intake of one file count the same records. @throws {Error} where they do not */
function requireAgreement(
  inspection: Awaited<ReturnType<typeof inspectFile>> | undefined,
  { result }: TakenFile,
): void {
  if (inspection === undefined) throw new Error('refused by the inspection, taken in by the intake');
  const { records, receipts, points, yen } = result;
  const same =
    inspection.kind === 'receipt'
      ? inspection.lines === records &&
        inspection.receipts === receipts &&
        inspection.declared.points === points &&
        inspection.yen === yen
      : inspection.records === records;
  if (!same) throw new Error('the inspection and the intake count differently');
}

async function outcomeOf(secrets: readonly string[], work: () => Promise<unknown>): Promise<Outcome> {
  try {
    const told = await work();
    const failure = repeated(secrets, told) ?? impossibleFigure(told);
    return { ...(failure ? { failure } : {}), refused: false, marks: marksOf(told) };
  } catch (error) {
    if (!(error instanceof UserError)) return failed(`crash: ${placeOf(error)}`);
    const { code, message, text, hint, data, cause } = error;
    const told = [message, text, hint, data, String(cause)];
    const failure = repeated(secrets, told);
    if (failure) return failed(`${failure} (${code})`);
    if (error.exitCode !== 10) return failed(`${code}: ${JSON.stringify(data)}`);
    return { refused: true, marks: [`refused ${code}`] };
  }
}

const failed = (failure: string): Outcome => ({ failure, refused: true, marks: [] });

function placeOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? error.message).split('\n') : [String(error)];
  return lines
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' ');
}

function repeated(secrets: readonly string[], told: unknown): string | undefined {
  const text = JSON.stringify(told);
  return secrets.some((secret) => text.includes(secret)) ? 'a value of the file was repeated' : undefined;
}

function impossibleFigure(told: unknown): string | undefined {
  let wrong: string | undefined;
  JSON.stringify(told, (key, value: unknown) => {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) wrong = `${key} is ${value}`;
    return value;
  });
  return wrong;
}

/** Every path of the answer with the size of its figure: codes of findings, reasons, records, kinds, encodings. */
function marksOf(told: unknown): string[] {
  const marks: string[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'number') marks.push(`${path} ${Math.ceil(Math.log2(Math.abs(value) + 1))}`);
    else if (typeof value === 'string') marks.push(`${path} ${value}`);
    else if (Array.isArray(value)) for (const entry of value) walk(entry, path);
    else if (value !== null && typeof value === 'object')
      for (const [name, entry] of Object.entries(value)) walk(entry, `${path}.${name}`);
  };
  walk(told, '');
  return marks.filter(
    (mark) => !/^\.(mismatches\.(receipt|declared|computed)|findings\.line|bytes) /.test(mark),
  );
}
