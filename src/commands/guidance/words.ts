import type {
  ClaimProgress,
  ContractorProgress,
  GuidanceProgress,
  TargetProgress,
} from '#private/guidance/progress.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';

const ja = {
  targets: '対象者（人）',
  targetHeader: ['健診の年度', '区分', '対象者', '未利用', '初回面接', '支援中', '終了', '脱落', '終了率'],
  targetRead: [
    '対象者は、健診の値から計算した区分によります（服薬中の人と、開始後に服薬を始めた人を除く）。終了率 = 終了 ÷ 対象者。国へ報告する実施率は kenpo report statutory にあります。',
  ],
  levels: { intensive: '積極的支援', motivational: '動機付け支援' },
  contractors: '保健指導機関ごとの状況（件）',
  contractorHeader: [
    '年度・機関',
    '計',
    '分割1回目',
    '初回面接',
    '支援中',
    '遅れ',
    '終了',
    '未達',
    '脱落',
    '対象外',
    '音信なし',
    '最後の記録',
  ],
  read: [
    '遅れ = 初回面接から society.toml の guidance.overdue_months か月を過ぎても実績評価がない。未達 = 実績評価はあるが、終了の基準に届かない。',
    '対象外 = 保健指導の開始後に服薬を始めた。音信なし = 終わっていないのに、同じ月数のあいだ記録が届いていない（左の内数）。',
  ],
  differences: '届いた記録と、公的な基準で数えた結果の違い（件）',
  differenceHeader: [
    '年度・機関',
    '比べた積極的支援',
    '合計の違い',
    '支援',
    '成果',
    '早期面接',
    '終了は記録だけ',
    '終了は基準だけ',
    '対象でない人',
    '区分の違い',
  ],
  differenceRead: [
    '支援・成果・早期面接は、ポイントの内訳の違い。終了は記録だけ = 機関の記録では終了だが、基準に届かない。対象でない人 = その年度の健診では対象にならない人への支援。',
  ],
  claims: '請求のうち、記録が届いていない分',
  claimHeader: ['機関', '請求', '請求額（円）', '記録なし', 'その額（円）'],
  unlinked: (noPerson: number, noCover: number) =>
    `加入者と結び付かない記録: ${noPerson + noCover} 件（該当者なし ${noPerson}、その日に資格なし ${noCover}）。集計には入っていません。`,
  empty: '保健指導の記録も、対象者もありません。',
  unnamed: '（機関番号なし）',
};

const en: typeof ja = {
  targets: 'Targets (persons)',
  targetHeader: [
    'year of checkup',
    'level',
    'targets',
    'not begun',
    'interviewed',
    'underway',
    'completed',
    'dropped',
    'rate',
  ],
  targetRead: [
    'Targets are those of the computed level (without persons on medicine). Rate = completed ÷ targets. The rate reported to the state is that of kenpo report statutory.',
  ],
  levels: { intensive: 'intensive', motivational: 'motivational' },
  contractors: 'Courses by contractor',
  contractorHeader: [
    'year, contractor',
    'all',
    'first part',
    'interviewed',
    'underway',
    'overdue',
    'completed',
    'short',
    'dropped',
    'excluded',
    'silent',
    'last record',
  ],
  read: [
    'overdue: guidance.overdue_months of society.toml have passed since the first interview without a final evaluation; short: evaluated, but not completed by the rule.',
    'excluded: medicine begun after guidance had begun; silent: open, and nothing was delivered for as many months (among the others).',
  ],
  differences: 'Delivered records beside the official rule (courses)',
  differenceHeader: [
    'year, contractor',
    'intensive compared',
    'points differ',
    'process',
    'outcome',
    'early',
    'completed by record only',
    'by rule only',
    'no target',
    'other level',
  ],
  differenceRead: [
    'process, outcome, early: parts of the points. by record only: completed by the record, not by the rule. no target: guidance of persons who are no targets by the checkup of the year.',
  ],
  claims: 'Billed without a record',
  claimHeader: ['contractor', 'claims', 'yen', 'without record', 'their yen'],
  unlinked: (noPerson, noCover) =>
    `Records no member fits: ${noPerson + noCover} (no person ${noPerson}, no cover on the day ${noCover}). They count nowhere.`,
  empty: 'There are neither records nor targets of guidance.',
  unnamed: '(no number)',
};

/** What the terminal shows: targets, contractors, differences from the rule, bills without a record. */
export function progressText(progress: GuidanceProgress, language: Language): string {
  const words = language === 'ja' ? ja : en;
  const { targets, contractors, claims, unlinked } = progress;
  const { no_person: noPerson = 0, no_cover: noCover = 0 } = unlinked;
  if (targets.length + contractors.length + claims.length + noPerson + noCover === 0)
    return `${words.empty}\n`;
  const missing = claims.filter(({ withoutRecord }) => withoutRecord > 0);
  const parts = [
    section(
      words.targets,
      words.targetHeader,
      targets.map((one) => targetRow(one, words)),
      words.targetRead,
    ),
    section(
      words.contractors,
      words.contractorHeader,
      contractors.map((one) => contractorRow(one, words)),
      words.read,
    ),
    section(
      words.differences,
      words.differenceHeader,
      contractors.filter(hasDifference).map((one) => differenceRow(one, words)),
      words.differenceRead,
    ),
    section(
      words.claims,
      words.claimHeader,
      missing.map((one) => claimRow(one, words)),
    ),
    noPerson + noCover > 0 ? `${words.unlinked(noPerson, noCover)}\n` : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function section(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  notes: readonly string[] = [],
): string {
  return rows.length === 0 ? '' : [title, textTable(header, rows), ...notes, ''].join('\n');
}

type Words = typeof ja;

function targetRow({ year, level, persons, stages }: TargetProgress, { levels }: Words): string[] {
  const counts = Object.values(stages).map(number);
  const rate = persons === 0 ? 0 : (stages['completed'] ?? 0) / persons;
  const name = level === 'intensive' ? levels.intensive : levels.motivational;
  return [String(year), name, number(persons), ...counts, `${(rate * 100).toFixed(1)}%`];
}

function contractorRow(one: ContractorProgress, words: Words): string[] {
  const counts = [one.courses, ...Object.values(one.statuses), one.silent].map(number);
  return [nameOf(one, words), ...counts, one.lastDocumentOn];
}

function hasDifference({
  differ,
  completedByDeliveryOnly,
  completedByRuleOnly,
}: ContractorProgress): boolean {
  return (
    Object.values(differ).some((count) => count > 0) || completedByDeliveryOnly + completedByRuleOnly > 0
  );
}

function differenceRow(one: ContractorProgress, words: Words): string[] {
  return [nameOf(one, words), ...[one.pointsCompared, ...differences(one)].map(number)];
}

function differences(one: ContractorProgress): readonly number[] {
  const { points, process, outcome, early } = one.differ;
  const completion = [one.completedByDeliveryOnly, one.completedByRuleOnly];
  return [points, process, outcome, early, ...completion, one.noTarget, one.otherLevel];
}

function claimRow({ contractor, ...counts }: ClaimProgress, { unnamed }: Words): string[] {
  return [
    contractor || unnamed,
    ...[counts.claims, counts.yen, counts.withoutRecord, counts.yenWithoutRecord].map(number),
  ];
}

function nameOf({ year, contractor }: ContractorProgress, { unnamed }: Words): string {
  return `${year} ${contractor || unnamed}`;
}

function number(value: number): string {
  return value.toLocaleString('ja-JP');
}
