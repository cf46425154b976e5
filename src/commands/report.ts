import { defineCommand } from '#shared/define.ts';
import { reportEmployers } from './report/employer.ts';
import { usage } from './report/refusals.ts';
import { reportStatutory } from './report/statutory.ts';
import { signInOptions } from './sign-in.ts';

export default defineCommand({
  summary: {
    ja: '事業所に渡すレポート（employer）や、国への実績報告（statutory）を作る',
    en: 'make the reports for employers (employer) or the report to the State (statutory)',
  },
  usage:
    'kenpo report employer --period YYYY (--all | --unit CODE) | statutory --year YYYY [--receiver NUMBER] [--by NAME] [--home DIR] [--json]',
  example: 'kenpo report statutory --year 2025 --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    period: { type: 'string', value: 'YYYY', summary: { ja: 'employer: 年度', en: 'employer: fiscal year' } },
    all: {
      type: 'boolean',
      summary: { ja: 'employer: すべての集計単位', en: 'employer: every reporting unit' },
    },
    unit: {
      type: 'string',
      value: 'CODE',
      summary: { ja: 'employer: 1つの集計単位の番号', en: 'employer: code of one reporting unit' },
    },
    year: {
      type: 'string',
      value: 'YYYY',
      summary: { ja: 'statutory: 報告する年度', en: 'statutory: fiscal year that is reported' },
    },
    receiver: {
      type: 'string',
      value: 'NUMBER',
      summary: {
        ja: 'statutory: 提出先の機関番号8桁（指定しなければ支払基金）',
        en: 'statutory: 8 digits of the receiving agency (default: the fund)',
      },
    },
    ...signInOptions,
  },
  async run(invocation) {
    const [kind, ...more] = invocation.positionals;
    if (more.length > 0) throw usage();
    if (kind === 'employer') return reportEmployers(invocation);
    if (kind === 'statutory') return reportStatutory(invocation);
    throw usage();
  },
});
