import { readLevels } from '#private/levels.ts';
import { openForCount } from '#private/warehouse.ts';
import { defineCommand } from '#shared/define.ts';
import { requireHome } from '#shared/home.ts';
import { levelsText } from './levels/words.ts';
import { yearOf } from './year-option.ts';

export default defineCommand({
  summary: {
    ja: '健診結果に付いてきた保健指導レベル・メタボ判定を、公的な判定基準で計算したものと健診機関ごとに比べる',
    en: 'levels delivered with the checkups beside those the official rules come to, by institution',
  },
  usage: 'kenpo levels [--home DIR] [--year YYYY] [--json]',
  example: 'kenpo levels --home ./society --year 2025',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    year: {
      type: 'string',
      value: 'YYYY',
      summary: { ja: '年度（指定しなければ最新の年度）', en: 'fiscal year (default: the newest)' },
    },
  },
  async run({ options, effects, json }) {
    const year = yearOf(options['year'], 'levels');
    const home = requireHome(options['home'], process.env);
    const warehouse = await openForCount(home.warehouse, home.tmp);
    try {
      const report = await readLevels(warehouse, year);
      effects.output(json ? `${JSON.stringify(report)}\n` : `${levelsText(report, effects.language)}\n`);
      return 0;
    } finally {
      warehouse.close();
    }
  },
});
