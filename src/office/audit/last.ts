import type { Home } from '#shared/home.ts';
import { inOffice } from '../database.ts';

/** Number in the audit chain of the last event of each action: the higher one came later. */
export function lastEvents(home: Home): ReadonlyMap<string, number> {
  return inOffice(home.office, (office) => {
    const rows = office
      .prepare(
        "select json_extract(event, '$.action') as action, max(number) as number from audit group by action",
      )
      .all();
    return new Map(rows.map((row) => [String(row['action']), Number(row['number'])]));
  });
}
