import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfText } from '#private/intake/checkup-csv/day.ts';

test.each([
  ['2025-05-01', '2025-05-01'],
  ['2025/5/1', '2025-05-01'],
  ['2025.05.1', '2025-05-01'],
  ['20250501', '2025-05-01'],
  ['２０２５年５月１日', '2025-05-01'],
  ['2025/05/01 09:30', '2025-05-01'],
  ['2025-05-01T00:00:00', '2025-05-01'],
  ['R7.5.1', '2025-05-01'],
  ['Ｒ０７／０５／０１', '2025-05-01'],
  ['令和7年5月1日', '2025-05-01'],
  ['令和元年5月1日', '2019-05-01'],
  ['平成31年4月30日', '2019-04-30'],
  ['H31/5/1', '2019-05-01'],
  ['昭和64年1月7日', '1989-01-07'],
  ['S500401', '1975-04-01'],
  ['昭和元年12月25日', '1926-12-25'],
  ['T15.12.24', '1926-12-24'],
  ['M45.7.29', '1912-07-29'],
  ['2024-02-29', '2024-02-29'],
])('%s is %s', (text, day) => expect(dayOfText(text)).toBe(day));

test.each([
  '',
  '2025-02-29',
  '2025/13/1',
  '2025/0/1',
  '平成32年1月1日',
  'S65.1.1',
  'R0.1.1',
  'X7.5.1',
  '7.5.1',
  '2025/5',
  '250501',
  '1850-01-01x',
  '45413',
  '未受診',
])('%s is no day', (text) => expect(dayOfText(text)).toBeUndefined());

test('a day is read alike however it is written', () => {
  const anyDay = fc.date({
    min: new Date('1926-12-25T00:00:00Z'),
    max: new Date('2050-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(anyDay, (date) => {
      const day = date.toISOString().slice(0, 10);
      const [year, month, of] = day.split('-').map(Number) as [number, number, number];
      const [era, name, before] =
        day >= '2019-05-01'
          ? ['R', '令和', 2018]
          : day >= '1989-01-08'
            ? ['H', '平成', 1988]
            : ['S', '昭和', 1925];
      const eraYear = year - before;
      const forms = [
        `${year}/${month}/${of}`,
        `${year}年${month}月${of}日`,
        `${era}${eraYear}.${month}.${of}`,
        `${name}${eraYear === 1 ? '元' : eraYear}年${month}月${of}日`,
        `${era}${String(eraYear).padStart(2, '0')}${day.slice(5).replace('-', '')}`,
      ];
      for (const form of forms) expect(dayOfText(form), form).toBe(day);
    }),
  );
});
