import type { Cell, ManifestMeasure } from '#release/form.ts';
import type { AnalysisContent, ReleaseContent } from '#release/write.ts';
import { discoverAnalyses } from '#shared/analyses.ts';
import type { AnalysisContract } from '#shared/define.ts';
import { type ListEntry, loadList } from '#shared/lists.ts';
import { sampleContent } from '../release/sample-release.ts';
import { checkupFigure, habits, overlapping, parts, risks } from './plausible-checkups.ts';

/** Made-up employers of the made-up society. */
const units: readonly ListEntry[] = [
  ['1001', 'みほん製作所', 'Mihon Works', 0.34],
  ['1002', 'みほん販売', 'Mihon Sales', 0.21],
  ['1003', 'つくりごとシステムズ', 'Tsukurigoto Systems', 0.16],
  ['1004', 'ためし物流', 'Tameshi Logistics', 0.13],
  ['1005', 'れいだい商事', 'Reidai Trading', 0.08],
  ['group-a', 'かくうグループ', 'Kaku Group', 0.05],
  ['other', 'その他の事業所', 'Other employers', 0.03],
].map(([code, ja, en]) => ({ code: String(code), ja: String(ja), en: String(en) }));

export type Look = {
  /** Fiscal years with figures. */
  readonly years: readonly number[];
  readonly society?: string;
  /** Size of the society; small ones have more hidden cells. */
  readonly members?: number;
};

/**
 * A release of plausible, invented figures over the real contracts. Counts under 10 are hidden the simple way; this
 * is no disclosure control, only something to look at.
 */
export async function plausibleContent(look: Look): Promise<ReleaseContent> {
  const analyses = await discoverAnalyses();
  const lists = new Map<string, readonly ListEntry[]>([['reporting-unit', units]]);
  for (const { contract } of analyses)
    for (const { list } of Object.values(contract.dimensions))
      if (!lists.has(list)) lists.set(list, loadList(list));
  return sampleContent(
    analyses.map(({ name, contract }) => contentOf(name, contract, lists, look)),
    {
      society: { name: look.society ?? 'みほん電機健康保険組合（架空）', demo: true },
      inputs: [
        { kind: 'receipt', months: ['2024-04', '2026-09'] },
        { kind: 'checkup', months: ['2024-04', '2026-08'] },
        { kind: 'eligibility', months: null },
        { kind: 'master', months: null },
      ],
      rules: [{ name: 'standard-checkup-items', from: '2024-04-01' }],
      lists: Object.fromEntries([...lists].map(([list, entries]) => [list, [...entries]])),
    },
  );
}

type Lists = ReadonlyMap<string, readonly ListEntry[]>;

function contentOf(name: string, contract: AnalysisContract, lists: Lists, look: Look): AnalysisContent {
  const periods =
    contract.period === 'fiscal-year'
      ? look.years.map(String)
      : [...look.years, Math.max(...look.years) + 1]
          .flatMap((year) => months(year))
          .filter((month) => month <= '2026-08');
  const dimensions = Object.keys(contract.dimensions);
  const places = coordinates(contract, lists);
  const cells = periods.flatMap((period) =>
    places.flatMap((at): Cell[] => {
      const values = Object.fromEntries(
        Object.keys(contract.measures).map((measure) => [
          measure,
          figure(name, measure, period, at, lists, contract, look.members),
        ]),
      );
      return Object.entries(contract.measures).map(([measure, definition]): Cell => {
        const value = values[measure];
        const place = {
          period,
          at: Object.fromEntries(dimensions.map((one) => [one, at[one] ?? 'total'])),
          measure,
        };
        if (value === undefined) return { ...place, value: null, status: 'na' };
        const small = Object.entries(contract.measures).some(
          ([one, { kind }]) => kind === 'persons' && (values[one] ?? 0) > 0 && (values[one] ?? 0) < 10,
        );
        if (small) return { ...place, value: null, status: 'hidden' };
        if ('column' in definition) return { ...place, value, status: 'ok' };
        const [numerator, denominator] =
          definition.kind === 'ratio'
            ? [definition.numerator, definition.denominator]
            : [definition.observed, definition.expected];
        const whole = new Set(definition.kind === 'ratio' ? definition.denominatorAt : []);
        const base = Object.fromEntries(Object.entries(at).filter(([one]) => !whole.has(one)));
        const below = figure(name, denominator, period, base, lists, contract, look.members) ?? 0;
        if (below === 0) return { ...place, value: null, status: 'missing' };
        const ratio = (definition.scale * (values[numerator] ?? 0)) / below;
        return { ...place, value: Number(ratio.toFixed(definition.decimals)), status: 'ok' };
      });
    }),
  );
  return {
    name,
    ...withoutColumns(contract),
    periods,
    cells,
  };
}

function withoutColumns(contract: AnalysisContract) {
  const measures = Object.entries(contract.measures).map(([name, measure]): [string, ManifestMeasure] => {
    const { title, unit } = measure;
    if (measure.kind === 'ratio') {
      const { kind, numerator, denominator, scale, decimals } = measure;
      return [name, { kind, title, unit, numerator, denominator, scale, decimals }];
    }
    if (measure.kind === 'standardised') {
      const { stratum: _, ...standardised } = measure;
      return [name, standardised];
    }
    const { kind, quantity } = measure;
    return [name, { kind, title, unit, quantity }];
  });
  const { title, question, method, purpose, classes, period, dimensions, tables } = contract;
  return {
    title,
    question,
    method,
    purpose,
    classes: [...classes],
    period,
    dimensions: { ...dimensions },
    tables: tables.map((table) => [...table]),
    measures: Object.fromEntries(measures),
  };
}

/** Every margin of every published table, once. */
function coordinates(contract: AnalysisContract, lists: Lists): readonly Readonly<Record<string, string>>[] {
  const found = new Map<string, Readonly<Record<string, string>>>();
  for (const table of contract.tables) {
    let places: Readonly<Record<string, string>>[] = [{}];
    for (const name of table) {
      const dimension = contract.dimensions[name];
      const codes = (lists.get(dimension?.list ?? '') ?? []).map((entry) => entry.code);
      const all = dimension?.total === false ? codes : ['total', ...codes];
      places = places.flatMap((place) => all.map((code) => ({ ...place, [name]: code })));
    }
    for (const place of places) {
      const apart = Object.entries(place).filter(([, code]) => code !== 'total');
      found.set(JSON.stringify(apart.sort()), Object.fromEntries(apart));
    }
  }
  return [...found.values()];
}

function months(year: number): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 3) % 12) + 1;
    return `${month >= 4 ? year : year + 1}-${String(month).padStart(2, '0')}`;
  });
}

const weights: Readonly<Record<string, number>> = {
  male: 0.54,
  female: 0.46,
  insured: 0.6,
  dependant: 0.4,
  inpatient: 0.29,
  outpatient: 0.37,
  pharmacy: 0.21,
  dental: 0.105,
  nursing: 0.006,
  therapy: 0.019,
  '1001': 0.34,
  '1002': 0.21,
  '1003': 0.16,
  '1004': 0.13,
  '1005': 0.08,
  'group-a': 0.05,
  other: 0.03,
  '02': 0.18,
  '09': 0.15,
  '10': 0.13,
  '04': 0.11,
  '11': 0.09,
  '13': 0.08,
  '05': 0.06,
  '14': 0.06,
  '07': 0.03,
  '12': 0.03,
  '01': 0.02,
  '19': 0.02,
  '06': 0.015,
  '18': 0.01,
  '15': 0.005,
  '03': 0.003,
  '08': 0.003,
  '17': 0.0004,
  '16': 0.0003,
  '22': 0.002,
  unclassified: 0.001,
};

/** Share of a coordinate: known weights, else an even share of its list. */
function share(
  at: Readonly<Record<string, string>>,
  contract: AnalysisContract,
  lists: Lists,
  skip: readonly string[] = [],
) {
  return Object.entries(at).reduce((product, [name, code]) => {
    if (code === 'total' || skip.includes(name)) return product;
    const size = lists.get(contract.dimensions[name]?.list ?? '')?.length ?? 1;
    return product * (parts[name]?.[code] ?? weights[code] ?? 1 / size);
  }, 1);
}

function figure(
  analysis: string,
  measure: string,
  period: string,
  at: Readonly<Record<string, string>>,
  lists: Lists,
  contract: AnalysisContract,
  size = 14_386,
): number | undefined {
  const year = Number(period.slice(0, 4));
  const month = Number(period.slice(5, 7));
  const members = Math.round(size * (1 - (year - 2024) * 0.012));
  const age = ageOf(at['age_band'] ?? at['age_group'] ?? 'total');
  const people = members * share(at, contract, lists, ['care', 'disease', 'risk', 'habit', ...overlapping]);
  const season = month > 0 ? 1 + 0.09 * Math.cos(((month - 12) / 12) * 2 * Math.PI) : 1;
  const perHead = (age === undefined ? 1 : 0.35 + (age / 42) ** 2.2) * (at['sex'] === 'female' ? 1.06 : 1);
  const part = share({ ...pick(at, 'care'), ...pick(at, 'disease') }, contract, lists);
  const ageLean = age === undefined ? 1 : 0.88 + 0.12 * Math.sin((age - 30) / 14);
  const unitLean = 1 + 0.05 * Math.sin(Number(String(at['unit'] ?? 0).replace(/\D/g, '') || 3) * 2.4);
  const rate = risks[at['risk'] ?? ''] ?? 0;
  const yearly = 152_300 * (1 + 0.029 * (year - 2024));
  const checkup = checkupFigure(`${analysis}.${measure}`, at, people);
  if (checkup !== undefined) return checkup;
  switch (`${analysis}.${measure}`) {
    case 'cost-by-care.patients':
      return Math.round(members * 0.48 * season * (at['care'] === 'inpatient' ? 0.03 : at['care'] ? 0.7 : 1));
    case 'cost-by-care.receipts':
      return Math.round(members * 0.72 * season * part);
    case 'cost-by-care.yen':
      return Math.round((members * yearly * season * part) / 120) * 10;
    case 'cost-by-care.person_months':
      return at['care'] && at['care'] !== 'total' ? undefined : members;
    case 'checkup-participation.target':
      return Math.round(people * 0.46 * unitLean);
    case 'checkup-participation.examined':
      return Math.round(
        people *
          0.46 *
          unitLean ** 2 *
          ageLean *
          (at['sex'] === 'male' ? 1.06 : 0.93) *
          (0.82 + 0.012 * (year - 2024)) *
          (at['relation'] === 'dependant' ? 0.7 : 1),
      );
    case 'checkup-risk.base':
      return Math.round(people * 0.38);
    case 'checkup-risk.at_risk':
      return Math.round(people * 0.38 * rate * unitLean ** 4 * (at['sex'] === 'female' ? 0.7 : 1));
  }
  switch (measure) {
    case 'answered':
      return Math.round(people * 0.37);
    case 'good':
      return Math.round(people * 0.37 * (habits[at['habit'] ?? ''] ?? 0) * unitLean ** 2);
    case 'expected':
      return Math.round((people * yearly * (at['unit'] ? unitLean ** 2 : 1)) / 10) * 10;
    case 'spread':
      return at['unit'] ? undefined : Math.round(people * 520 ** 2);
    case 'members':
      return Math.round(people);
    case 'person_months':
      return Math.round(people * 11.6);
    case 'patients':
      return Math.round(people * 0.83 * Math.min(1, part * 4));
    case 'receipts':
      return Math.round(people * 8.6 * part);
    case 'yen':
      return Math.round((people * yearly * part * perHead) / 10) * 10;
  }
  return 0;
}

function pick(at: Readonly<Record<string, string>>, name: string): Record<string, string> {
  const code = at[name];
  return code === undefined ? {} : { [name]: code };
}

function ageOf(band: string): number | undefined {
  const age = Number.parseInt(band, 10);
  return Number.isNaN(age) ? undefined : age;
}
