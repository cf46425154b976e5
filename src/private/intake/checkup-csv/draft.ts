import { mealTimeItem, type Proposal } from './propose.ts';

/** Keys of `[person]` no mapping can do without. */
const needed = ['birth_date', 'sex', 'day'] as const;

/**
 * The text of a mapping as a first draft: what was recognised by name, and 「要確認」 where a person has to decide.
 * It holds names of columns only.
 */
export function draftMapping(name: string, proposals: readonly Proposal[]): string {
  const fields = new Map(
    proposals.flatMap((one): [string, string][] => (one.kind === 'person' ? [[one.field, one.name]] : [])),
  );
  if (fields.has('number')) fields.delete('symbol_number');
  else if (!fields.has('symbol_number')) fields.set('number', '要確認');
  if (fields.has('symbol_number')) fields.delete('symbol');
  for (const field of needed) if (!fields.has(field)) fields.set(field, '要確認');
  const meal = proposals.find((one) => one.kind === 'item' && one.code === mealTimeItem);
  const ignored = [...new Set(proposals.flatMap((one) => (one.kind === 'ignored' ? one.name : [])))];
  return [
    '# 下書きです。「要確認」の行を直し、項目コードと単位を送り主の説明と見比べてください（書き方は docs/csv-contracts.md）。',
    `title = ${quoted(name)}`,
    `title_en = ${quoted(name)}`,
    'kind = "checkup"',
    '# 要確認: own（自組合の健診）、employer（事業者健診）、other-insurer（ほかの保険者）、paper（紙）',
    'provenance = "employer"',
    '# 要確認: 報告区分（10 特定健診、41 事業者健診）とプログラム（010 特定健診、030 事業者健診）',
    'report_code = "41"',
    'program = "030"',
    '',
    '[person]',
    ...[...fields].map(([field, column]) => `${field} = ${quoted(column)}`),
    `ignored = [${ignored.map(quoted).join(', ')}]`,
    '',
    '[items]',
    ...proposals.flatMap((one) => itemLine(one, meal?.name)),
    '',
  ].join('\n');
}

function itemLine(proposal: Proposal, mealTime: string | undefined): string[] {
  if (proposal.kind === 'undecided') {
    const { name, at } = proposal;
    return [
      `# 要確認: ${name === undefined ? `${at + 1} 列目` : quoted(name)} は項目か、読み飛ばす列（ignored）か`,
    ];
  }
  if (proposal.kind !== 'item') return [];
  const { name, code, casual, unit, isConvertible } = proposal;
  const units = unit !== undefined && isConvertible ? `, unit = ${quoted(unit)}` : '';
  const doubt = isConvertible ? '' : ' # 要確認: 見出しの単位を項目表の単位に直せない';
  if (casual === undefined || mealTime === undefined)
    return [`${quoted(name)} = { code = ${quoted(code)}${units} }${doubt}`];
  const codes = `{ "2" = ${quoted(code)}, "3" = ${quoted(casual)}, "4" = ${quoted(casual)} }`;
  return [`${quoted(name)} = { by = ${quoted(mealTime)}, codes = ${codes}${units} }${doubt}`];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
