import { describe, expect, test } from 'vitest';
import { diseases } from '#sample-data/facts.ts';
import { loadList, loadReference } from '#shared/lists.ts';

const ranges = loadReference('icd10-minor-class');
const none = loadReference('icd10-unclassified');
const majors = loadReference('icd10-class');

type Range = Readonly<Record<string, string>>;
const holds = (icd10: string) => (range: Range) =>
  icd10.slice(0, range['icd_from']!.length) >= range['icd_from']! &&
  icd10.slice(0, range['icd_to']!.length) <= range['icd_to']!;
const ofEdition = (rows: readonly Range[], edition: string) =>
  rows.filter((row) => row['edition'] === edition);
const byEdition = new Map(['2013', '2003'].map((edition) => [edition, ofEdition(ranges, edition)]));
const seen = new Map<string, readonly string[]>();
function classesOf(edition: string, icd10: string): readonly string[] {
  const key = `${edition} ${icd10}`;
  const classes =
    seen.get(key) ??
    byEdition
      .get(edition)!
      .filter(holds(icd10))
      .map((range) => range['class']!);
  seen.set(key, classes);
  return classes;
}
const isUnclassified = (edition: string, icd10: string) => ofEdition(none, edition).some(holds(icd10));

/** Every code of four characters there could be, A000 to Z999. */
const codes = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((letter) =>
  Array.from({ length: 1000 }, (_, number) => `${letter}${String(number).padStart(3, '0')}`),
);

const codesOf = (category: string) => Array.from({ length: 10 }, (_, digit) => `${category}${digit}`);

/** G15, or each of G15-G19. */
function categoriesOf(block: string): string[] {
  const [first = '', last = first] = block.split('-');
  const from = Number(first.slice(1));
  const size = Number(last.slice(1)) - from + 1;
  return Array.from({ length: size }, (_, step) => `${first[0]}${String(from + step).padStart(2, '0')}`);
}

/** Categories ICD-10 does not have. */
const unused =
  `A10-A14 B10-B14 C35-C36 C87 C98-C99 E08-E09 F49 G15-G19 G27-G29 G38-G39 G42 G74-G79 G84-G89 H07-H09 H23-H24
H63-H64 H76-H79 H84-H89 I03-I04 I16-I19 I29 I53-I59 I90-I94 I96 J07-J08 J19 J23-J29 K24 K68-K69 K78-K79 K84
L09 L15-L19 L31-L39 M04 M37-M39 M44 M52 M55-M59 M74 N24 N52-N59 O09 O17-O19 O76-O79 P09 Q19`
    .split(/\s+/)
    .flatMap((block) => categoriesOf(block));

describe.each([
  ['2013', 122, 'disease-minor-class'],
  ['2003', 119, 'disease-minor-class-2003'],
] as const)('社会保険表章用疾病分類, edition %s', (edition, size, list) => {
  const classes = loadList(list).filter(({ code }) => code !== 'unclassified');

  test(`has ${size} classes with names, each with codes`, () => {
    expect(classes).toHaveLength(size);
    for (const { code, parent, en } of classes) {
      expect(code.slice(0, 2)).toBe(parent);
      expect(en).toMatch(/^[\x20-\x7eéè]+$/);
    }
    const used = ranges.filter((row) => row['edition'] === edition).map((row) => row['class']);
    expect(new Set(used)).toEqual(new Set(classes.map(({ code }) => code)));
  });

  test('no code is in two classes, or in one and on the closed list of those that have none', () => {
    const twice = codes.filter(
      (code) => classesOf(edition, code).length + (isUnclassified(edition, code) ? 1 : 0) > 1,
    );
    expect(twice).toEqual([]);
  });

  test('a class lies in the major class of its codes', () => {
    const wrong = codes.filter((code) => {
      const [own] = classesOf(edition, code);
      return own !== undefined && own.slice(0, 2) !== majors.find(holds(code.slice(0, 3)))?.['class'];
    });
    // 痔核 moved from I84 to K64 with the ICD-10 of 2013; the older table keeps it among the diseases of the circulation
    expect(new Set(wrong.map((code) => code.slice(0, 3)))).toEqual(
      new Set(edition === '2003' ? ['K64'] : []),
    );
  });

  test('no category of ICD-10 is left out', () => {
    const categories = new Set(codes.map((code) => code.slice(0, 3)));
    const left = [...categories].filter((category) => {
      const hasMajor = majors.some(holds(category));
      return (
        hasMajor &&
        !codesOf(category).some(
          (code) => classesOf(edition, code).length > 0 || isUnclassified(edition, code),
        )
      );
    });
    expect(left.join(' ')).toBe(unused.join(' '));
  });

  test('every disease of the sample masters has one class, or is on the closed list', () => {
    const coded = diseases.filter(({ icd10 }) => icd10 !== '');
    expect(coded.length).toBeGreaterThan(100);
    const wrong = coded.filter(
      ({ icd10 }) => classesOf(edition, icd10).length + (isUnclassified(edition, icd10) ? 1 : 0) !== 1,
    );
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });
});

describe('edges', () => {
  test.each([
    ['I018', '0903', '0903'],
    ['I020', '0903', '0903'],
    ['I029', '0911', '0912'],
    ['I671', '0908', '0908'],
    ['I672', '0907', '0907'],
    ['I673', '0908', '0908'],
    ['I690', '0904', '0904'],
    ['I692', '0908', '0908'],
    ['I693', '0906', '0906'],
    ['H810', '0805', '0805'],
    ['H811', '0806', '0806'],
    ['E78', '0403', '0403'],
    ['E785', '0403', '0403'],
    ['E86', '0404', '0403'],
    ['K640', '1106', '0910'],
    ['I849', '0911', '0910'],
    ['I951', '0910', '0911'],
    ['K709', '1107', '1106'],
    ['K743', '1109', '1108'],
    ['K742', '1110', '1109'],
    ['K85', '1112', '1111'],
    ['K529', '1113', '1112'],
    ['M530', '1307', '1307'],
    ['M531', '1305', '1305'],
    ['M543', '1306', '1306'],
    ['M546', '1307', '1307'],
    ['T142', '1901', '1901'],
    ['T141', '1905', '1905'],
    ['T143', '1905', '1905'],
    ['B24', '0106', '0106'],
    ['F01', '0501', '0501'],
    ['F02', '0507', '0507'],
    ['R51', '1800', '1800'],
  ] as const)('%s is %s, and %s in the older edition', (icd10, now, before) => {
    expect(classesOf('2013', icd10)).toEqual([now]);
    expect(classesOf('2003', icd10)).toEqual([before]);
  });

  test.each(['Z000', 'V011', 'X599', 'Y98'])('%s has no class', (icd10) => {
    for (const edition of ['2013', '2003']) {
      expect(classesOf(edition, icd10)).toEqual([]);
      expect(isUnclassified(edition, icd10)).toBe(true);
    }
  });

  test('codes for special purposes have a class of their own since 2013 only', () => {
    expect(classesOf('2013', 'U071')).toEqual(['2220']);
    expect(classesOf('2013', 'U049')).toEqual(['2210']);
    expect(isUnclassified('2003', 'U071')).toBe(true);
  });
});
