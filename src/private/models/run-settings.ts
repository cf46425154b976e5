import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import { addMonths, dateOf, monthOf } from '#shared/month.ts';
import { quoteLiteral, type Warehouse } from '../warehouse.ts';

/**
 * Writes schema `config`: `run` (one row: the day of the build, the months of care delivered, the last closed one,
 * thresholds), the employer groups of society.toml, and the sets of parameters of the rules the build runs. Months of care are those before the months of claim delivered.
 */
export async function writeRunSettings(
  warehouse: Warehouse,
  settings: Settings,
  effects: Effects,
): Promise<void> {
  const now = effects.now();
  const closed = addMonths(monthOf(now), -settings.publication.closeAfterMonths);
  const groups = settings.groups.map((group) => [quoteLiteral(group.id), quoteLiteral(group.name)] as const);
  const assigned = settings.groups.flatMap((group) =>
    group.employers.map((code) => [quoteLiteral(code), quoteLiteral(group.id)] as const),
  );
  await warehouse.run(`
    create schema if not exists config;
    create or replace table config.run as
    with months as (
      select
        month_add(month_first(min(processing_month)), -1) as first_month,
        month_add(month_first(max(processing_month)), -1) as last_month
      from raw.receipt
      where form is distinct from 'csv'
    )
    select
      date '${dateOf(now)}' as as_of,
      first_month,
      last_month,
      least(last_month, date '${closed}-01') as closed_through,
      ${settings.publication.closeAfterMonths} as close_after_months,
      ${settings.reporting.unitMinimum} as unit_minimum,
      ${settings.publication.k} as k,
      ${settings.guidance.overdueMonths} as guidance_overdue_months
    from months;
    create or replace table config.rule_set ("rule" varchar, version varchar, holds_from date, holds_to date);
    create or replace table config.group_name (group_code varchar, name varchar);
    create or replace table config.employer_group (employer_code varchar, group_code varchar);
    ${insert('config.group_name', groups)}
    ${insert('config.employer_group', assigned)}`);
}

function insert(table: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return `insert into ${table} values ${rows.map((row) => `(${row.join(', ')})`).join(', ')};`;
}
