import { describe, expect, it } from 'vitest';
import { inspectFile } from '#private/intake/inspect.ts';
import { inspectReceipts } from '#private/intake/receipt/inspect.ts';
import {
  asInsurerFile,
  claimFile,
  co,
  common,
  dentalClaim,
  dpcClaim,
  end,
  institutions,
  insurer,
  iy,
  medicalClaim,
  nothing,
  nursingClaim,
  pharmacyClaim,
  programme,
  si,
  sy,
  to,
} from './claims.ts';
import { record, writeTemporary } from './files.ts';

const now = new Date('2026-11-21T12:00:00+09:00');
const inspect = (bytes: Uint8Array) => inspectReceipts(writeTemporary(bytes), now);
const sound = { mismatches: [], unknownRecords: nothing, unknownCodes: 0, quarantined: nothing };

const kinds = [
  ['医科', medicalClaim, { receipts: 2, claims: 3, declared: { points: 280 }, computed: { points: 280 } }],
  ['DPC', dpcClaim, { receipts: 2, claims: 2, declared: { points: 4280 }, computed: { points: 4280 } }],
  ['歯科', dentalClaim, { receipts: 2, claims: 2, declared: { points: 147 }, computed: { points: 147 } }],
  ['調剤', pharmacyClaim, { receipts: 1, claims: 1, declared: { points: 202 }, computed: { points: 202 } }],
  [
    '訪問看護',
    nursingClaim,
    {
      receipts: 1,
      claims: 1,
      declared: { points: 0, yen: 13_220 },
      computed: { points: 0, yen: 13_220 },
      yen: 13_220,
    },
  ],
] as const;

describe('every kind, both forms', () => {
  it.each(kinds)('%s claim file', async (table, lines, sums) => {
    expect(await inspectFile(writeTemporary(claimFile(lines)), now)).toMatchObject({
      ...sound,
      kind: 'receipt',
      form: 'claim',
      tables: [table],
      lines: lines.length,
      months: ['2026-04'],
      encoding: 'cp932',
      ...sums,
    });
  });

  it.each(kinds)('%s insurer file', async (table, lines, sums) => {
    const insured = asInsurerFile(lines);
    expect(await inspect(claimFile(insured))).toMatchObject({
      ...sound,
      form: 'insurer',
      tables: [table],
      lines: insured.length,
      ...sums,
    });
  });

  it.each(kinds)('%s without GO or MN', async (table, lines, sums) => {
    expect(await inspect(claimFile(lines.slice(0, -1)))).toMatchObject({ ...sound, form: 'claim', ...sums });
    const stripped = asInsurerFile(lines).filter((line) => !line.includes(',MN,'));
    expect(await inspect(claimFile(stripped))).toMatchObject({
      form: 'insurer',
      tables: [table],
      ...sums,
      mismatches: [],
    });
  });

  it('all of them joined together, in either order of forms', async () => {
    const all = kinds.map(([, lines]) => lines);
    for (const bytes of [
      Buffer.concat([
        ...all.map((lines) => claimFile(lines)),
        ...all.map((lines) => claimFile(asInsurerFile(lines))),
      ]),
      Buffer.concat([
        ...all.map((lines) => claimFile(asInsurerFile(lines))),
        ...all.map((lines) => claimFile(lines)),
      ]),
    ]) {
      expect(await inspect(bytes)).toMatchObject({
        ...sound,
        form: 'mixed',
        tables: ['医科', 'DPC', '歯科', '調剤', '訪問看護'],
        receipts: 16,
        claims: 18,
        declared: { points: 2 * (280 + 4280 + 147 + 202), yen: 2 * 13_220 },
        computed: { points: 2 * (280 + 4280 + 147 + 202), yen: 2 * 13_220 },
      });
    }
  });

  it('an insurer file whose leading columns a tool has cut off; the details of a cover have no MN', async () => {
    const review = ['EX,,,,,,,,,,,,1:', 'RC,Ver00001x', record('MN', { 2: '910000001' }, 7)];
    const bytes = claimFile([
      ...dpcClaim.slice(0, 9),
      ...review,
      institutions.medical,
      ...dpcClaim.slice(9, -1),
    ]);
    expect(await inspect(bytes)).toMatchObject({
      form: 'insurer',
      tables: ['DPC'],
      receipts: 2,
      declared: { points: 4280 },
      computed: { points: 4280 },
      mismatches: [],
    });
  });

  it('a file that lost its GO before another file', async () => {
    const bytes = claimFile([...medicalClaim.slice(0, -1), ...medicalClaim, ...dentalClaim]);
    expect(await inspect(bytes)).toMatchObject({ mismatches: [], receipts: 6 });
  });
});

describe('totals', () => {
  const total = async (lines: readonly string[]) => (await inspect(claimFile(lines))).mismatches;
  const file = (body: readonly string[], declared: number) => [
    institutions.medical,
    common.medical(1),
    insurer(declared),
    ...body,
    end(1, declared),
  ];

  it('a receipt whose rows add up to something else, with its line and both figures', async () => {
    expect(await total(file([sy, si(60, 99)], 100))).toEqual([
      { receipt: 2, declared: 100, computed: 99, reason: 'receipt_total' },
    ]);
  });

  it('GO counts claims and their points', async () => {
    const lines = [...medicalClaim.slice(0, -1), end(2, 281)];
    expect(await total(lines)).toEqual([
      { receipt: 13, declared: 2, computed: 3, reason: 'claim_count' },
      { receipt: 13, declared: 281, computed: 280, reason: 'claim_total' },
    ]);
  });

  it('a cover that is not the sum of its details', async () => {
    const lines = dpcClaim.map((line) =>
      line.startsWith('HO') && line.includes(',1980,') ? insurer(1981, 16) : line,
    );
    expect(await total([...lines.slice(0, -1), end(2, 4281)])).toEqual([
      { receipt: 10, declared: 1981, computed: 1980, reason: 'cover_total' },
    ]);
  });

  it('details of another number are no details of the cover: counted, never dropped', async () => {
    const bytes = claimFile([...dpcClaim.slice(0, 9), common.dpc(7, 2), insurer(80, 16), si(60, 80)]);
    expect(await inspect(bytes)).toMatchObject({
      receipts: 2,
      declared: { points: 2380 },
      mismatches: [{ receipt: 10, declared: 80, computed: 80, reason: 'detail_without_cover' }],
    });
  });

  it('details of another number close the cover before them', async () => {
    const lines = dpcClaim.slice(0, -1);
    const other = [common.dpc(7, 2), insurer(80, 16), si(60, 80)];
    expect(await inspect(claimFile([...lines.slice(0, 17), ...other, ...lines.slice(17)]))).toMatchObject({
      receipts: 4,
      mismatches: [
        { receipt: 10, declared: 1980, computed: 1900, reason: 'cover_total' },
        { receipt: 18, declared: 80, computed: 80, reason: 'detail_without_cover' },
        { receipt: 21, declared: 80, computed: 80, reason: 'detail_without_cover' },
      ],
    });
  });

  it('rows on a cover are not added to those of its details', async () => {
    const lines = [...dpcClaim.slice(0, 11), si(60, 500), ...dpcClaim.slice(11)];
    expect(await inspect(claimFile(lines))).toMatchObject({ computed: { points: 4280 }, mismatches: [] });
  });

  it('without an insurer the first public programme has the total', async () => {
    const lines = [
      institutions.medical,
      common.medical(1, { 3: '1212' }),
      programme(40),
      programme(5),
      si(60, 40),
      end(2, 40),
    ];
    expect(await total(lines)).toEqual([]);
  });

  it.each(['', '1O0', '-100'])('a total that cannot be read (%j)', async (points) => {
    const lines = [institutions.medical, common.medical(1), insurer(points), si(60, 100)];
    expect(await total(lines)).toEqual([
      { receipt: 2, declared: 0, computed: 100, reason: 'unreadable_total' },
    ]);
  });

  it.each([
    [
      'points stand on the last row of a unit, times its count',
      [si(60, ''), to('', ''), iy('', '610406079', 25, 4)],
      100,
    ],
    ['meals are yen: 診療識別 97', [si(60, 10), si(97, 690, 3)], 10],
    ['診療識別 97 only on the comment before', [si(60, 10), co(97), si('', 690, 3)], 10],
    ['診療識別 ends at the next one, also of a comment', [si(97, 690), co(60), si('', 10)], 10],
    ['subtracting drug codes', [iy(21, '610406079', 100), iy(21, '630010002', 10, 2)], 80],
    [
      'a count left out is the sum of the days',
      [record('SI', { 2: 60, 3: 1, 4: '160000310', 6: 10, 14: 1, 15: 1 }, 44)],
      20,
    ],
    ['shorter records', ['SI,60,1,160000310,,10,3'], 30],
    ['longer records', [`${si(60, 10, 3)},x,y`], 30],
    ['rows of an organ donor are inside', [si(60, 10), record('TI', { 2: 1 }, 10), si(60, 99)], 10],
    ['units of public programmes alone are not the insurer’s', [si(60, 10), si(60, 99, 1, { 3: 5 })], 10],
  ])('%s', async (_, body, points) => {
    expect(await total(file(body, points))).toEqual([]);
  });
});

describe('tolerance', () => {
  const same = {
    ...sound,
    receipts: 2,
    claims: 3,
    declared: { points: 280 },
    computed: { points: 280 },
    months: ['2026-04'],
    lines: medicalClaim.length,
  };
  const replaced = (from: string, into: string) => medicalClaim.map((line) => line.replace(from, into));

  it.each([
    ['LF', claimFile(medicalClaim, { lineEnd: '\n' })],
    ['no end mark', claimFile(medicalClaim, { mark: '' })],
    ['end mark on a line of its own', claimFile(medicalClaim, { mark: '\x1a\r\n' })],
    ['end mark after every line', claimFile(medicalClaim, { lineEnd: '\x1a\r\n' })],
    ['end mark at the beginning', Buffer.concat([Buffer.from([0x1a]), claimFile(medicalClaim)])],
    ['no line end after GO', claimFile(medicalClaim, { mark: '' }).subarray(0, -2)],
    ['era dates', claimFile(replaced(',202604,', ',50804,'))],
    ['a full-width space less and half-width kana', claimFile(replaced('カナリヤ　太郎', 'ｶﾅﾘﾔ ﾀﾛｳ'))],
    ['a trail byte that is a backslash', claimFile(replaced('カナリヤ　太郎', '表　能'))],
  ])('%s', async (_, bytes) => {
    expect(await inspect(bytes)).toMatchObject(same);
  });

  it('UTF-8 by content, with and without a byte order mark; both encodings joined', async () => {
    const utf8 = claimFile(medicalClaim, { utf8: true });
    const marked = Buffer.concat([Buffer.from('\ufeff'), utf8]);
    expect(await inspect(utf8)).toMatchObject({ ...same, encoding: 'utf-8', findings: [] });
    expect(await inspect(marked)).toMatchObject({ ...same, encoding: 'utf-8' });
    expect(await inspect(Buffer.concat([claimFile(medicalClaim), marked]))).toMatchObject({
      encoding: 'mixed',
      receipts: 4,
      mismatches: [],
    });
  });

  it('a lead byte before a comma swallows neither the comma nor the field after it', async () => {
    const whole = claimFile(medicalClaim);
    const at = whole.indexOf(claimFile(['カナリヤ　太郎'], { lineEnd: '', mark: '' }));
    const broken = Buffer.concat([whole.subarray(0, at), Buffer.from([0x83]), whole.subarray(at + 14)]);
    const inspection = await inspect(broken);
    expect(inspection).toMatchObject({ ...same, findings: [{ code: 'broken_text', count: 1, line: 2 }] });
  });

  it('IR before every receipt', async () => {
    const repeated = medicalClaim.flatMap((line, index) =>
      index > 1 && line.startsWith('RE') ? [institutions.medical, line] : [line],
    );
    expect(await inspect(claimFile(repeated))).toMatchObject({ ...same, lines: same.lines + 1 });
  });

  it('records and codes nobody knows are counted, the rest goes on', async () => {
    const body = [
      'ZZ,1',
      'ZZ',
      'x',
      record('SI', { 2: 60, 3: 1, 4: '960000310', 6: 5, 7: 1 }, 44),
      record('SY', { 2: 'カナ' }, 8),
    ];
    const bytes = claimFile([...medicalClaim.slice(0, -1), ...body]);
    expect(await inspect(bytes)).toMatchObject({
      unknownRecords: { ZZ: 2, '??': 1 },
      unknownCodes: 2,
      mismatches: [{ receipt: 9, declared: 30, computed: 35, reason: 'receipt_total' }],
    });
  });

  it.each([
    ['調剤', pharmacyClaim, '412345678', '912345678'],
    ['調剤', pharmacyClaim, '440000110', '44000011'],
    ['歯科', dentalClaim, '313001810', '713001810'],
    ['歯科', dentalClaim, '5210001', '521000'],
    ['DPC', dpcClaim, '4289001', 'x289001'],
    ['訪問看護', nursingClaim, '510000110', '110000110'],
  ])('%s: a code of another master', async (_, lines, from, into) => {
    const bytes = claimFile(lines.map((line) => line.replace(from, into)));
    expect(await inspect(bytes)).toMatchObject({ unknownCodes: 1, mismatches: [] });
  });

  it('no value of a person is in any of it', async () => {
    const all = Buffer.concat(
      kinds.flatMap(([, lines]) => [claimFile(lines), claimFile(asInsurerFile(lines))]),
    );
    const text = JSON.stringify(await inspect(all));
    for (const value of [
      'カナリヤ',
      '1980',
      '４５６',
      '06999991',
      '54136015',
      '1234567',
      '13150805',
      'みほん',
    ])
      expect(text).not.toContain(value);
  });
});
