import { cp932, record } from './files.ts';

/** Claim files (IR|UK|YK|HM … GO) of every kind, invented; the sums are known to the tests. */
export const institutions = {
  medical: record('IR', { 2: 1, 3: 13, 4: 1, 5: '1234567', 7: 'みほん医院', 8: '202605', 9: '00' }, 10),
  dental: record('UK', { 2: 1, 3: 13, 4: 3, 5: '3234567', 7: 'みほん歯科', 8: '202605', 10: '00' }, 10),
  pharmacy: record('YK', { 2: 1, 3: 13, 4: 4, 5: '7654321', 6: 'みほん薬局', 7: '202605' }, 9),
  nursing: record('HM', { 2: 1, 3: 13, 4: 6, 5: '9234567', 6: 'みほん看護', 7: '202605' }, 7),
} as const;

/** IR of a dental receipt, which may stand before every RE. */
export const dentalInstitution = record('IR', { 2: 1, 3: 13, 4: 3, 5: '3234567', 7: '202605' }, 9);

type Fields = Record<number, string | number>;
const person = { 4: '202604', 5: 'カナリヤ　太郎', 6: 1, 7: '19800115' };

export const common = {
  medical: (n: number, fields: Fields = {}) => record('RE', { 2: n, 3: '1112', ...person, ...fields }, 38),
  dpc: (n: number, cover: string | number = 0, fields: Fields = {}) =>
    record('RE', { 2: n, 3: '1111', ...person, 9: '20260401', 19: cover, ...fields }, 30),
  dental: (n: number, fields: Fields = {}) => record('RE', { 2: n, 3: '3112', ...person, ...fields }, 27),
  pharmacy: (n: number, fields: Fields = {}) => record('RE', { 2: n, 3: '4112', ...person, ...fields }, 42),
  nursing: (n: number, fields: Fields = {}) =>
    record('RE', { 2: n, 3: '6112', 4: '202604', 5: 'カナリヤ　太郎', 7: 1, 8: '19800115', ...fields }, 15),
};

/** Insurer record; the total stands in position 6 in every kind. */
export const insurer = (points: number | string, positions = 15, fields: Fields = {}) =>
  record('HO', { 2: '06999991', 3: '１２３', 4: '４５６', 5: 1, 6: points, ...fields }, positions);

export const programme = (points: number | string, positions = 12) =>
  record('KO', { 2: '54136015', 3: '1234567', 5: 1, 6: points }, positions);

export const end = (claims: number | string, points: number | string) =>
  record('GO', { 2: claims, 3: points, 4: '99' }, 4);

export const si = (section: string | number, points: number | '', count = 1, fields: Fields = {}) =>
  record('SI', { 2: section, 3: 1, 4: '160000310', 6: points, 7: count, 14: count, ...fields }, 44);
export const iy = (section: string | number, code: string, points: number | '', count = 1) =>
  record('IY', { 2: section, 3: 1, 4: code, 5: 2, 6: points, 7: count, 14: count }, 44);
export const to = (section: string | number, points: number | '', count = 1) =>
  record('TO', { 2: section, 3: 1, 4: '700010000', 5: 1, 6: points, 7: count, 18: count }, 48);
export const co = (section: string | number = '') =>
  record('CO', { 2: section, 3: 1, 4: '810000001', 5: 'みほん' }, 5);
export const sy = record('SY', { 2: '8830592', 3: '20260401', 4: 1, 7: '01' }, 8);

/** A claim file as bytes. */
export function claimFile(
  lines: readonly string[],
  { lineEnd = '\r\n', mark = '\x1a', utf8 = false } = {},
): Buffer {
  const text = lines.map((line) => line + lineEnd).join('') + mark;
  return utf8 ? Buffer.from(text) : cp932(text);
}

/** Two receipts, 3 claims (one with a public programme), 100×2+50 and 30 points: 280. */
export const medicalClaim = [
  institutions.medical,
  common.medical(1),
  insurer(250),
  programme(250),
  sy,
  si(60, 100, 2),
  iy(21, '610406079', ''),
  iy('', '610406079', 50),
  common.medical(2),
  insurer(30),
  sy,
  si(11, 30),
  end(3, 280),
];

/** One plain DPC receipt (100×3 + 2,000) and one under a cover (500 + 1,500 − 100 bundled; 80 billed like medical). */
export const dpcClaim = [
  institutions.medical,
  common.dpc(1),
  insurer(2300, 16),
  record('BU', { 2: '050130xx9900xx', 3: '20260401' }, 6),
  record('SB', { 2: '4289001', 5: 'I500', 6: '11' }, 8),
  record('HH', { 2: '202604', 3: 2, 4: 1, 5: 1, 6: 1, 7: 900, 8: 2, 9: 1800 }, 9),
  record('GT', { 2: '202604', 3: 2, 4: 1, 5: 1, 6: 1800, 7: 1900, 8: 100, 9: 2000, 10: 93 }, 12),
  si(13, 100, 3),
  record('CD', { 2: '20260402', 3: 21, 4: 1, 5: 1, 6: '610406079', 7: 3, 10: 1 }, 11),
  common.dpc(2, 1, { 20: 2 }),
  insurer(1980, 16),
  common.dpc(2, 2),
  insurer(1900, 16),
  record('BU', { 2: '050130xx9900xx', 3: '20260401' }, 6),
  record('GT', { 2: '202604', 3: 2, 4: 1, 5: 1, 6: 1500, 7: 1500, 8: '-100', 9: 1400, 10: 93 }, 12),
  record('GT', { 2: '202604', 3: 3, 4: 1, 5: 1, 9: '-100', 10: 93 }, 12),
  si(60, 600),
  common.dpc(2, 3),
  insurer(80, 16),
  sy,
  si(80, 80),
  end(2, 4280),
];

/** Two receipts, IR before each: 45×2 + 12×3 + 5 + 7, and 9: 147. */
export const dentalClaim = [
  institutions.dental,
  dentalInstitution,
  common.dental(1),
  insurer(138, 14),
  record('HS', { 4: '101600', 5: '5210001' }, 13),
  record('SS', { 2: 43, 3: 1, 4: '313001810', 7: 'A', 8: 1, 77: 45, 78: 2, 79: 2 }, 109),
  record('SI', { 2: 21, 3: 1, 4: '120001210', 6: 12, 7: 3, 8: 3 }, 38),
  record('IY', { 2: 21, 3: 1, 4: '610406079', 5: 1, 6: 5, 7: 1, 8: 1, 9: 1 }, 39),
  record('TO', { 2: 43, 3: 1, 4: '710010000', 5: 1, 13: 7, 14: 1, 15: 1 }, 45),
  record('CO', { 2: 99, 3: 1, 4: '810000001', 5: 'みほん' }, 11),
  dentalInstitution,
  common.dental(2),
  programme(9, 10),
  record('SS', { 2: 11, 3: 5, 4: '301000110', 77: 9, 78: 1, 79: 1 }, 109),
  end(2, 147),
];

/** One receipt: 薬剤調製料 24, 薬剤料 70, 調剤管理料 4, 調剤基本料 45, 薬学管理料 59: 202. */
export const pharmacyClaim = [
  institutions.pharmacy,
  common.pharmacy(1, { 10: 13, 11: 1, 12: '1234567' }),
  insurer(202, 14),
  record('SH', { 2: '01', 3: 1, 4: '013', 6: 5 }, 10),
  record(
    'CZ',
    {
      2: 1,
      3: '20260401',
      4: '20260401',
      5: 1,
      6: 14,
      7: 1,
      10: '412345678',
      11: 24,
      14: 70,
      61: '413333333',
      62: 4,
    },
    71,
  ),
  record('IY', { 2: 1, 3: '610406079', 4: 1 }, 10),
  record(
    'KI',
    { 2: '20260401', 3: 1, 4: 1, 5: '410000110', 6: 45, 8: 1, 9: '440000110', 10: 1, 11: 59 },
    114,
  ),
  end(1, 202),
];

/** One receipt in yen: 5,550 + 7,670 = 13,220 yen. */
export const nursingClaim = [
  institutions.nursing,
  common.nursing(1),
  insurer(13220, 9),
  record('KA', { 2: '20260401', 3: 1, 4: '510000110', 5: 1, 6: 5550 }, 9),
  record('KA', { 2: '20260402', 3: 1, 4: '510000210', 5: 1, 6: 7670 }, 9),
  end(1, 13220),
];

/** The same receipts as the review body hands them over: three leading columns, MN and the institution in each, no GO. */
export function asInsurerFile(lines: readonly string[]): string[] {
  const receipts: string[][] = [];
  const opener = lines[0]!;
  for (const line of lines.slice(1)) {
    const id = line.slice(0, 2);
    if (id === 'RE') receipts.push([line]);
    else if (id !== 'GO' && id !== 'IR') receipts.at(-1)?.push(line);
  }
  return receipts.flatMap((receipt, index) => [
    `2,1,0,${record('MN', { 2: `91000000${index}`, 4: `13150805${String(index).padStart(9, '0')}` }, 7)}`,
    ...[opener, ...receipt].map((line, row) => `1,${row + 2},0,${line}`),
  ]);
}

/** Matches an object without any entry (`{}` would match every object). */
export const nothing = {
  asymmetricMatch: (value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).length === 0,
};
