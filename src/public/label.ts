import type { Language } from '#shared/text.ts';
import { shown } from './cells.ts';
import { marks, withUnit } from './format.ts';
import type { Grid } from './grid.ts';

/** What a screen reader says for a chart: the finding, then the first, last and highest figure and what is hidden; 120 characters at most. */
export function chartLabel(title: string, grid: Grid, language: Language): string {
  const column = grid.columns.length - 1;
  const points = grid.rows.flatMap((row, at) => {
    const value = shown(grid.cells[at]?.[column]);
    return value === undefined || row.isTotal ? [] : [{ name: row.short, value }];
  });
  const speak = (point: (typeof points)[number] | undefined) =>
    point && `${point.name} ${withUnit(point.value, grid.measure, language)}`;
  const highest = points.reduce<(typeof points)[number] | undefined>(
    (best, one) => (best === undefined || one.value > best.value ? one : best),
    undefined,
  );
  const words =
    language === 'ja'
      ? { first: '最初', last: '最後', highest: '最高', stop: '。' }
      : { first: 'first', last: 'last', highest: 'highest', stop: '. ' };
  const hidden = hiddenIn(grid);
  const parts = [
    title,
    points.length > 0 ? `${words.highest} ${speak(highest)}` : '',
    hidden > 0 ? `${marks.hidden.spoken[language]} ${hidden}` : '',
    points.length > 1 ? `${words.first} ${speak(points[0])}` : '',
    points.length > 1 ? `${words.last} ${speak(points.at(-1))}` : '',
  ].filter((part) => part !== '');
  return parts.reduce((text, part) => {
    const longer = text === '' ? part : `${text}${words.stop}${part}`;
    return longer.length <= 120 ? longer : text;
  }, '');
}

/** Hidden cells of a grid. */
export function hiddenIn(grid: Grid): number {
  return [...grid.cells.flat(), ...(grid.lead?.cells ?? [])].filter((cell) => cell?.status === 'hidden')
    .length;
}

/** Published cells of a grid. */
export function cellsIn(grid: Grid): number {
  return [...grid.cells.flat(), ...(grid.lead?.cells ?? [])].filter((cell) => cell !== undefined).length;
}
