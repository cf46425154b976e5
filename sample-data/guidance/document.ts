import { compactDay, type Day } from '../calendar.ts';
import { type DocumentHead, headXml, id, oid } from '../clinical-document.ts';
import { type Course, earlyCode, type Outcome, type Support } from './course.ts';

export type GuidanceReport = '21' | '22' | '23' | '24' | '25';

/** One document of a course: what it reports, and the day it is about. */
export type Report = { readonly report: GuidanceReport; readonly day: Day };

const levelCodes = { intensive: '1', motivational: '2', 'motivational-equivalent': '3' } as const;

export function levelCode(course: Course): '1' | '2' | '3' {
  return levelCodes[course.level];
}

/** The documents of a course, by day: a first interview in two parts, begun, supports on the way, evaluated or stopped. */
export function reportsOf(course: Course): Report[] {
  const { firstPart, first, supports, final, unreachable, stoppedOn } = course;
  const reports: Report[] = [];
  if (firstPart !== undefined) reports.push({ report: '25', day: firstPart.day });
  reports.push({ report: '21', day: first.day });
  if (supports.length > 0) reports.push({ report: '24', day: supports.at(-1)!.day });
  const end = final?.day ?? unreachable?.day;
  if (end !== undefined) reports.push({ report: '22', day: end });
  if (stoppedOn !== undefined) reports.push({ report: '23', day: stoppedOn });
  return reports;
}

/** hg08: one report of a course (特定保健指導情報ファイル). `wrongTotal` writes a sum of points that is not the sum. */
export function guidanceXml(
  head: DocumentHead,
  course: Course,
  { report, day }: Report,
  wrongTotal: boolean,
): string {
  const act = (support: Support, items: readonly string[]) => actXml(head, support, items);
  const sections: Record<GuidanceReport, () => readonly string[]> = {
    25: () => [basics(course), section('90020', [act(course.firstPart!, [])])],
    21: () => [
      basics(course),
      section('90030', [act(course.first, planItems(course))]),
      plannedTotals(course),
    ],
    24: () => supportSections(course, act),
    22: () => [basics(course), evaluation(course, act), totals(course, wrongTotal)],
    23: () => [basics(course), section('90070', [item('1042000022', { day })])],
  };
  return [
    headXml(head, day),
    '<component><structuredBody>',
    ...sections[report](),
    '</structuredBody></component></ClinicalDocument>\n',
  ].join('');
}

type Value =
  | { readonly choice: string | number; readonly list: string }
  | { readonly number: number; readonly unit?: string }
  | { readonly points: number }
  | { readonly day: Day }
  | { readonly text: string };

function valueXml(value: Value): string {
  if ('choice' in value)
    return `<value xsi:type="CD" code="${value.choice}" codeSystem="${oid}${value.list}"/>`;
  if ('points' in value) return `<value xsi:type="INT" value="${value.points}"/>`;
  if ('number' in value)
    return `<value xsi:type="PQ" value="${value.number.toFixed(1)}" unit="${value.unit}"/>`;
  return `<value xsi:type="ST">${'day' in value ? compactDay(value.day) : value.text}</value>`;
}

function item(code: string, value: Value, mood: 'EVN' | 'INT' | 'GOL' = 'EVN'): string {
  return `<observation classCode="OBS" moodCode="${mood}"><code code="${code}" codeSystem="${oid}1006"/>${valueXml(value)}</observation>`;
}

function section(code: string, entries: readonly string[]): string {
  const content = entries.map((one) => `<entry>${one}</entry>`).join('');
  return `<component><section><code code="${code}" codeSystem="${oid}1010"/><text/>${content}</section></component>`;
}

/** 90010: category, stage, course, the checkup it follows, drugs begun since. */
function basics(course: Course): string {
  const drug = course.drugStarted ? [item('1020000005', { choice: 1, list: '24030' })] : [];
  return section('90010', [
    item('1020000001', { choice: levelCode(course), list: '1112' }),
    item('1020000002', { choice: 3, list: '3002' }),
    item('1020000003', { text: '見本コース' }),
    item('1020000004', { day: course.checkupDay }),
    ...drug,
  ]);
}

const minuteItems = {
  'first-part': '1022000013',
  first: '1022000013',
  continued: '1032300013',
  interim: '1032000013',
};
const pointItems = { continued: '1032300014', interim: '1032000014' };

function actXml({ institution }: DocumentHead, support: Support, items: readonly string[]): string {
  const { kind, minutes, points } = support;
  const inside = [...items];
  if (minutes !== undefined && kind !== 'final')
    inside.push(
      `<observation classCode="OBS" moodCode="EVN"><code code="${minuteItems[kind]}" codeSystem="${oid}1006"/><effectiveTime><width value="${minutes}" unit="min"/></effectiveTime></observation>`,
    );
  if (points !== undefined && (kind === 'continued' || kind === 'interim'))
    inside.push(item(pointItems[kind], { points }));
  const related = inside
    .map((one) => `<entryRelationship typeCode="COMP">${one}</entryRelationship>`)
    .join('');
  return (
    `<act classCode="ACT" moodCode="EVN"><code code="${support.form}" codeSystem="${oid}24010"/>` +
    `<effectiveTime value="${compactDay(support.day)}"/><performer><assignedEntity><id nullFlavor="NI"/>` +
    `<code code="${support.performer}" codeSystem="${oid}3020"/><representedOrganization>${id(institution.number, '102')}<name>${institution.name}</name></representedOrganization>` +
    `</assignedEntity></performer>${related}</act>`
  );
}

function planItems(course: Course): string[] {
  if (course.fiscalYear < 2024) return [];
  return [
    item('1022000016', { choice: earlyCode(course), list: '24070' }),
    item('1021001053', { choice: course.level === 'intensive' ? 2 : 1, list: '24110' }, 'INT'),
    item('1021001054', { choice: 1, list: '24120' }, 'INT'),
    item('1021001055', { choice: 1, list: '24120' }, 'INT'),
  ];
}

function supportSections(
  course: Course,
  act: (support: Support, items: readonly string[]) => string,
): string[] {
  const of = (kind: Support['kind']) => course.supports.filter((one) => one.kind === kind);
  const continued = of('continued').map((one) => act(one, []));
  const interim = of('interim').map((one) => act(one, [item('1032001044', { choice: 0, list: '24090' })]));
  return [
    ...(continued.length > 0 ? [section('90040', continued)] : []),
    ...(interim.length > 0 ? [section('90050', interim)] : []),
  ];
}

function evaluation(course: Course, act: (support: Support, items: readonly string[]) => string): string {
  const { final, outcome, unreachable } = course;
  if (final === undefined || outcome === undefined)
    return section('90060', [item('1042000116', { points: unreachable?.attempts ?? 0 })]);
  return section('90060', [act(final, outcomeItems(outcome, course))]);
}

/** Outcome points and their results are of the years since 2024 (第4期). */
function outcomeItems(outcome: Outcome, { points, fiscalYear }: Course): string[] {
  const habit = (code: string, choice: number) => item(code, { choice, list: '24100' });
  const measured = [
    item('1042001031', { number: outcome.waist, unit: 'cm' }),
    item('1042001032', { number: outcome.weight, unit: 'kg' }),
  ];
  if (fiscalYear < 2024) return measured;
  return [
    ...measured,
    item('1042001044', { choice: outcome.waistWeight, list: '24090' }),
    habit('1042001042', outcome.diet),
    habit('1042001041', outcome.exercise),
    item('1042001043', { choice: outcome.smoking, list: '24130' }),
    habit('1042001045', outcome.rest),
    habit('1042001046', outcome.other),
    item('1042001060', { points: points.outcome }),
  ];
}

function plannedTotals(course: Course): string {
  if (course.level !== 'intensive') return '';
  return section('90070', [item('1041010080', { points: 180 }, 'INT')]);
}

function totals({ points, level }: Course, wrongTotal: boolean): string {
  if (level !== 'intensive') return '';
  const sum = points.early + points.process + points.outcome;
  return section('90070', [
    item('1042010070', { points: points.process }),
    item('1042010080', { points: sum + (wrongTotal ? 30 : 0) }),
  ]);
}
