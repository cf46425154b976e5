/** One row of an official master: all columns, filled at their 1-based positions. */
export function row(columns: number, values: Record<number, string | number>): string {
  return Array.from({ length: columns }, (_, index) => `"${values[index + 1] ?? ''}"`).join(',');
}

export const forever = '99999999';
export const length = (text: string) => String(text.length);
