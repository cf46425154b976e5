/** The definition functions: all that `pipelines/` and `dashboards/` may import. */
export * from './define/analysis.ts';
export * from './define/command.ts';
export * from './define/data-class.ts';
export * from './define/letter.ts';
export * from './define/list.ts';
export * from './define/notice.ts';
export * from './define/page.ts';
export * from './define/record.ts';
export * from './define/report.ts';
export * from './define/rule.ts';
export * from './define/source.ts';
export * from './define/table.ts';
export type { Text } from './text.ts';
