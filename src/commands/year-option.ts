import { UserError } from '#shared/errors.ts';

/**
 * The fiscal year of `--year YYYY`; undefined where it was left out.
 * @throws {UserError} USAGE
 */
export function yearOf(option: string | boolean | undefined, command: string): number | undefined {
  if (option === undefined) return undefined;
  if (typeof option === 'string' && /^20\d\d$/.test(option)) return Number(option);
  const example = `kenpo ${command} --year 2025`;
  throw new UserError(
    'USAGE',
    { ja: '年度は --year 2025 の形で指定してください。', en: 'Name the fiscal year as --year 2025.' },
    { hint: { ja: example, en: example } },
  );
}
