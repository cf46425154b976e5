import { type Day, isoDay } from '../calendar.ts';
import { strayNumber } from '../clinical-document.ts';
import type { Person, Span } from '../people.ts';
import { insurerNumber } from '../receipt.ts';
import { type Course, earlyCode, type Support } from './course.ts';
import { levelCode } from './document.ts';

export const guidanceHead = [
  ...[
    '保険者番号',
    '記号',
    '番号',
    '枝番',
    '氏名カナ',
    '生年月日',
    '性別',
    '利用券整理番号',
    '保健指導機関番号',
  ],
  ...[
    '記録区分',
    '実施日',
    '支援形態',
    '実施時間(分)',
    '実施者',
    '支援ポイント',
    '健診実施日',
    '保健指導区分',
    '早期実施',
  ],
  ...[
    '腹囲',
    '体重',
    '収縮期血圧',
    '拡張期血圧',
    '腹囲・体重の改善',
    '食習慣の改善',
    '運動習慣の改善',
    '喫煙習慣の改善',
  ],
  ...[
    '休養習慣の改善',
    'その他の生活習慣の改善',
    'アウトカムポイント',
    '合計ポイント',
    '評価できないときの確認回数',
    '備考',
  ],
].join(',');

/** A row of a contractor's own list and the day it is about. */
export type GuidanceRow = { readonly day: Day; readonly text: string };

/** The rows of a course in a contractor's CSV: one for each support, evaluation or end. */
export function guidanceRows(
  { person, span, wrongNumber }: { person: Person; span: Span; wrongNumber: boolean },
  contractor: string,
  course: Course,
  wrongTotal: boolean,
): GuidanceRow[] {
  const who = [
    ...[
      insurerNumber,
      span.symbol,
      wrongNumber ? strayNumber(span.number) : span.number,
      span.branch,
      person.kana,
      isoDay(person.birth),
    ],
    ...[person.sex === 'M' ? '1' : '2', '', contractor],
  ];
  const level = [isoDay(course.checkupDay), levelCode(course)];
  const row = (
    record: string,
    day: Day,
    support: Support | undefined,
    results: readonly string[],
  ): GuidanceRow => {
    const { form = '', minutes = '', performer = '', points = '' } = support ?? {};
    const held = [record, isoDay(day), form, String(minutes), performer, String(points)];
    return { day, text: [...who, ...held, ...level, ...results].join(',') };
  };
  const blank = Array.from({ length: 14 }, () => '');
  const early = String(earlyCode(course));
  const words = { interim: '中間評価', continued: '継続支援' } as const;
  const rows = [row('初回面接', course.first.day, course.first, [early, ...blank])];
  for (const support of course.supports) {
    const { kind } = support;
    if (kind === 'interim' || kind === 'continued')
      rows.push(row(words[kind], support.day, support, ['', ...blank]));
  }
  if (course.final !== undefined)
    rows.push(
      row('実績評価', course.final.day, course.final, ['', ...resultsOf(course, wrongTotal), '', '']),
    );
  if (course.stoppedOn !== undefined) rows.push(row('中断', course.stoppedOn, undefined, ['', ...blank]));
  return rows;
}

function resultsOf({ outcome, points, level }: Course, wrongTotal: boolean): string[] {
  if (outcome === undefined) return [];
  const { waist, weight, waistWeight, diet, exercise, smoking, rest, other } = outcome;
  const sum = points.early + points.process + points.outcome + (wrongTotal ? 30 : 0);
  const total = level === 'intensive' ? String(sum) : '';
  return [
    ...[waist.toFixed(1), weight.toFixed(1), '', ''],
    ...[waistWeight, diet, exercise, smoking, rest, other, points.outcome].map(String),
    total,
  ];
}
