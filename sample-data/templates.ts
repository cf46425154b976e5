import type { Row, Supply, Unit } from './claims.ts';
import { drugOf, drugPoints, facts, procedures } from './facts.ts';
import { amountText, createSupply, materialUnit, sectionOf } from './fees.ts';

/** An archetype of encounters, ready to be written at the prices of one edition. */
export type Template = {
  readonly diagnoses: readonly {
    readonly code: string;
    readonly modifiers: string;
    readonly main: boolean;
  }[];
  readonly units: readonly Unit[];
  readonly supplies: readonly Supply[];
};

/** Devices of encounters whose cost lies mostly in them (特定保険医療材料). */
const devices: Record<string, readonly Unit[]> = {
  DIALYSIS: [materialUnit('40', '710010937', 13)],
  OTHER_IN_SEVERE: [materialUnit('50', '710010267', 4)],
  KNEE_ADM: ['738470000', '738510000', '738560000'].map((code) => materialUnit('50', code, 1)),
  PCI_ADM: [materialUnit('50', '710010018', 1), materialUnit('50', '710010026', 2)],
};

type Line = Record<string, string>;

const lines = Map.groupBy(facts('archetype-lines'), (row) => row['archetype']!);

/** Rows without points belong to the unit of the next row that has them. */
function unitsOf(rows: readonly Line[], edition: 0 | 1): Unit[] {
  const units: Unit[] = [];
  let pending: Row[] = [];
  for (const line of rows) {
    const code = line['code']!;
    if (line['record'] === 'IY') {
      const amount = Number(line['amount']);
      const drug = drugOf(code);
      const row: Row = { record: 'IY', code, quantity: amountText(amount) };
      const section = drug.form === '4' ? '33' : '21';
      units.push({
        section,
        rows: [row],
        points: drugPoints(drug.prices[edition] * amount),
        count: Number(line['count']),
      });
    } else if (line['record'] === 'SI') {
      pending.push({ record: 'SI', code, quantity: '' });
      const points = Number(line['points']);
      if (points === 0 && procedures.get(code)!.points !== 0) continue;
      units.push({ section: sectionOf(code), rows: pending, points, count: Number(line['count']) });
      pending = [];
    }
  }
  return units;
}

function suppliesOf(rows: readonly Line[], edition: 0 | 1): Supply[] {
  const supplies: Supply[] = [];
  let drugs: { drug: ReturnType<typeof drugOf>; amount: number }[] = [];
  let quantity = 1;
  for (const line of rows) {
    if (line['record'] === 'IY') {
      drugs.push({ drug: drugOf(line['code']!), amount: Number(line['amount']) });
      quantity = Number(line['count']);
    } else if (line['record'] === 'SH') {
      supplies.push(createSupply(drugs, quantity, edition));
      drugs = [];
    }
  }
  return supplies;
}

const cache = new Map<string, Template>();

/** The template of an archetype at the prices of an edition. */
export function templateOf(archetype: string, edition: 0 | 1): Template {
  const key = `${archetype} ${edition}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const rows = lines.get(archetype) ?? [];
  const medical = rows.filter((row) => row['claim'] === 'medical');
  const template: Template = {
    diagnoses: medical
      .filter((row) => row['record'] === 'SY')
      .map((row) => ({ code: row['code']!, modifiers: row['modifier']!, main: row['main'] === '1' })),
    units: bySection([...unitsOf(medical, edition), ...(devices[archetype] ?? [])]),
    supplies: suppliesOf(
      rows.filter((row) => row['claim'] === 'pharmacy'),
      edition,
    ),
  };
  cache.set(key, template);
  return template;
}

/** Units in the order of 診療識別, as receipts list them. */
export function bySection(units: readonly Unit[]): Unit[] {
  return [...units].sort((one, other) => Number(one.section) - Number(other.section));
}
