import { readGuidanceProgress } from '#private/guidance/progress.ts';
import { openForCount } from '#private/warehouse.ts';
import { defineCommand } from '#shared/define.ts';
import { requireHome } from '#shared/home.ts';
import { progressText } from './guidance/words.ts';
import { yearOf } from './year-option.ts';

export default defineCommand({
  summary: {
    ja: '特定保健指導の進み具合を、保健指導機関ごとに示す（遅れ、届かない記録、ポイントの違い）',
    en: 'how far health guidance has come, by contractor: overdue, missing records, points that differ',
  },
  usage: 'kenpo guidance [--year YYYY] [--home DIR] [--json]',
  example: 'kenpo guidance --year 2025 --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    year: {
      type: 'string',
      value: 'YYYY',
      summary: { ja: '健診の年度（ないときはすべて）', en: 'fiscal year of the checkups; else all' },
    },
  },
  async run({ options, effects, json }) {
    const year = yearOf(options['year'], 'guidance');
    const home = requireHome(options['home'], process.env);
    const warehouse = await openForCount(home.warehouse, home.tmp);
    try {
      const progress = await readGuidanceProgress(warehouse, year);
      effects.output(json ? `${JSON.stringify(progress)}\n` : progressText(progress, effects.language));
      return 0;
    } finally {
      warehouse.close();
    }
  },
});
