import { readChanges } from '#private/changes.ts';
import { openForCount } from '#private/warehouse.ts';
import { defineCommand } from '#shared/define.ts';
import { requireHome } from '#shared/home.ts';
import { changesText } from './changes/words.ts';
import { yearOf } from './year-option.ts';

export default defineCommand({
  summary: {
    ja: '2つの年度に健診を受けた人の判定が、どう変わったかを示す（レベル、メタボ、検査の項目ごと）',
    en: 'how judgements of persons examined in two years changed: levels, metabolic syndrome, every item',
  },
  usage: 'kenpo changes [--year YYYY] [--home DIR] [--json]',
  example: 'kenpo changes --year 2025 --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    year: {
      type: 'string',
      value: 'YYYY',
      summary: { ja: '変わった後の年度（ないときはすべて）', en: 'fiscal year changed to; else all' },
    },
  },
  async run({ options, effects, json }) {
    const year = yearOf(options['year'], 'changes');
    const home = requireHome(options['home'], process.env);
    const warehouse = await openForCount(home.warehouse, home.tmp);
    try {
      const years = await readChanges(warehouse, year);
      effects.output(json ? `${JSON.stringify({ years })}\n` : `${changesText(years, effects.language)}\n`);
      return 0;
    } finally {
      warehouse.close();
    }
  },
});
