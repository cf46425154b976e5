import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compactDay, type Day, isoDay } from './calendar.ts';
import { encodeCp932 } from './cp932.ts';
import { employers } from './employers.ts';
import type { Household, Person } from './people.ts';
import { stream } from './random.ts';
import { createTextFile } from './text-file.ts';

const eligibilityHead =
  '加入者ID,被保険者の加入者ID,記号,番号,枝番,氏名,氏名カナ,生年月日,性別,続柄区分,事業所コード,資格取得日,資格喪失日,喪失理由,郵便番号,住所,基準日';
const flags = ['不開示', '通知不要', '自己封筒', '保健指導対象外'] as const;

export type Ledgers = {
  readonly add: (household: Household) => void;
  readonly close: () => void;
  readonly rows: () => number;
};

/** The ledgers a society keeps: 加入者台帳 (cp932), 事業所一覧 (UTF-8 with BOM), 配慮フラグ (cp932), as of `asOf`. */
export function createLedgers(folder: string, asOf: Day): Ledgers {
  const people = createTextFile(join(folder, `加入者台帳_${compactDay(asOf)}.csv`));
  people.write(`${eligibilityHead}\r\n`);
  const consents: string[] = ['加入者ID,フラグ,開始日,終了日,基準日'];
  let rows = 0;
  return {
    add(household) {
      for (const person of household.people) {
        for (const line of spanLines(household, person, asOf)) {
          people.write(`${line}\r\n`);
          rows++;
        }
        const flagged = flagOf(person, asOf);
        if (flagged === undefined) continue;
        consents.push(`${person.memberId},${flagged.flag},${isoDay(flagged.from)},,${isoDay(asOf)}`);
      }
    },
    close() {
      people.close();
      writeFileSync(join(folder, '配慮フラグ.csv'), encodeCp932(`${consents.join('\r\n')}\r\n`));
      writeFileSync(join(folder, '事業所一覧.csv'), `\uFEFF${employerLines(asOf).join('\r\n')}\r\n`);
    },
    rows: () => rows,
  };
}

/** The flag a person has on the consent list of a day, if any. */
export function flagOf(person: Person, asOf: Day): { flag: (typeof flags)[number]; from: Day } | undefined {
  const random = stream(...person.key, 5);
  const first = person.spans[0];
  if (first === undefined || !random.chance(0.006)) return undefined;
  const from = Math.min(asOf, first.from + random.below(200));
  return { flag: random.pick(flags), from };
}

function spanLines(household: Household, person: Person, asOf: Day): string[] {
  const insured = household.people[0]!.memberId;
  return person.spans
    .filter((span) => span.from <= asOf)
    .map((span) => {
      const lost = span.to !== undefined && span.to <= asOf;
      const relation = span.relation === 'insured' ? '1' : '2';
      const card = `${span.symbol},${span.number},${span.branch}`;
      const who = `${person.name},${person.kana},${isoDay(person.birth)},${person.sex === 'M' ? 1 : 2},${relation}`;
      const cover = `${employers[span.employer]!.code},${isoDay(span.from)},${lost ? isoDay(span.to!) : ''},${lost ? span.reason : ''}`;
      const { postal, text } = household.address;
      return `${person.memberId},${insured},${card},${who},${cover},${postal},${text},${isoDay(asOf)}`;
    });
}

function employerLines(asOf: Day): string[] {
  return [
    '事業所コード,事業所名,業種,都道府県,グループコード,適用開始日,適用終了日,基準日',
    ...employers.map(
      (employer) =>
        `${employer.code},${employer.name},${employer.industry},${employer.prefecture},${employer.group},1990-04-01,,${isoDay(asOf)}`,
    ),
  ];
}
