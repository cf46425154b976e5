import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { occurrences } from '#office/schedule/calendar.ts';
import { scheduleText } from '#office/schedule-template.ts';
import { parseSettings } from '#shared/config.ts';
import { root } from '../../house/source-files.ts';

const head = '[society]\nname = "みほん"\ninsurer_number = "06999991"\n';

it('a demo has a schedule, visibly an example; a new society has the same as comments', () => {
  const example = parseSettings(head + scheduleText(true)).schedule;
  expect(scheduleText(true)).toContain('これは見本です');
  expect(parseSettings(head + scheduleText(false)).schedule).toEqual([]);
  const comments = scheduleText(false).replaceAll(/^# ?/gm, '');
  expect(parseSettings(head + comments.slice(comments.indexOf('\n'))).schedule).toEqual(example);
  expect(new Set(example.map(({ kind }) => kind))).toEqual(new Set(['list', 'notice', 'release', 'report']));
});

it('the example of docs/schedule.md is what it says', () => {
  const [, toml = ''] = /```toml\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/schedule.md'), 'utf8'))!;
  const [letter] = occurrences(parseSettings(head + toml).schedule, '2027-01-01', '2027-12-31');
  expect(letter).toMatchObject({ on: '2027-02-10', period: { from: '2026-01', to: '2026-12' } });
});
