import { loadPurposes, type Purpose } from '#shared/purposes.ts';

/** A purpose the society has adopted, as it goes into `society.toml`. */
export type Adopted = { readonly id: string; readonly classes: readonly string[]; readonly date: string };

const exampleIds = [
  'operations-baseline',
  'medical-cost-analysis',
  'checkup-analysis',
  'checkup-year-comparison',
  'guidance-analysis',
  'guidance-targeting',
  'guidance-recommendation',
  'severity-prevention',
  'medical-cost-notice',
  'generic-difference-notice',
  'employer-report-deidentified',
  'state-report',
];

/** The purposes a demo society adopts, visibly as an example, with all that the registry proposes for them. */
export function examplePurposes(): readonly Adopted[] {
  return loadPurposes()
    .filter(({ id }) => exampleIds.includes(id))
    .map((purpose) => ({ id: purpose.id, classes: proposed(purpose), date: '2024-04-01' }));
}

/**
 * The part of `society.toml` on purposes: what is adopted, and as comments what the registry proposes besides. A new
 * society adopts nothing: it takes the comment marks away from what it has published.
 */
export function purposesText(purposes: readonly Adopted[], demo: boolean): string {
  const adopted = purposes.map(
    ({ id, classes, date }) =>
      `[[purpose]]\nid = "${id}"\nclasses = ${listed(classes)}\npublished_on = ${date}\neffective_from = ${date}\n`,
  );
  if (demo)
    return [
      '# 採用した利用目的（これは見本です。実際の組合では、公表した利用目的だけを書きます）\n',
      ...adopted,
    ].join('\n');
  const head =
    '# 採用した利用目的。加入者に公表したものだけを書きます。書いていない目的の集計・名簿・通知は断られます。\n' +
    '# 下の候補から選び、行頭の「# 」を外して、公表した日（published_on）と適用する日（effective_from）を入れます。\n' +
    '# classes は、その目的に使ってよいデータの種類です（docs/settings.md）。公表した範囲に合わせて減らせます。\n';
  const others = loadPurposes().filter(({ id }) => purposes.every((one) => one.id !== id));
  return [head, ...adopted, ...others.map(proposal)].join('\n');
}

function proposal(purpose: Purpose): string {
  return `# ${purpose.ja}
# [[purpose]]
# id = "${purpose.id}"
# classes = ${listed(proposed(purpose))}
# published_on = 2024-04-01
# effective_from = 2024-04-01
`;
}

function proposed({ classes, addressing }: Purpose): readonly string[] {
  return [...new Set([...classes, ...addressing])];
}

function listed(classes: readonly string[]): string {
  return `[${classes.map((one) => `"${one}"`).join(', ')}]`;
}
