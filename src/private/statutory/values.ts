import type { Row, Value } from '../warehouse.ts';

export function textOf(value: Value | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberOf(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** Sex as documents write it: as delivered, else as the ledger has it. */
export function sexOf(row: Row): '1' | '2' {
  const delivered = row['delivered_sex'];
  if (delivered === '1' || delivered === '2') return delivered;
  return row['sex'] === 'male' ? '1' : '2';
}
