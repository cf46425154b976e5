import { describe, expect, it } from 'vitest';
import {
  asInsurerFile,
  claimFile,
  common,
  dentalClaim,
  dpcClaim,
  end,
  institutions,
  insurer,
  medicalClaim,
  nursingClaim,
  pharmacyClaim,
  programme,
  si,
  sy,
} from './claims.ts';
import { load, record } from './files.ts';

/** Of each row only the named columns, numbers as numbers. */
function columns(
  rows: readonly Readonly<Record<string, unknown>>[] | undefined,
  ...names: readonly string[]
) {
  return rows?.map((row) =>
    names.map((name) => (typeof row[name] === 'bigint' ? Number(row[name]) : row[name])),
  );
}

/** The person at the end of the identity of a claim left out. */
const named = (rows: readonly Readonly<Record<string, unknown>>[] | undefined) =>
  rows?.map((row) => ({ ...row, identity: String(row['identity']).replace(/:[\w-]{8}$/, '') }));

const kinds = [
  ['medical', medicalClaim, 2],
  ['dpc', dpcClaim, 2],
  ['dental', dentalClaim, 2],
  ['pharmacy', pharmacyClaim, 1],
  ['nursing', nursingClaim, 1],
] as const;

describe('both forms of every kind', () => {
  it.each(kinds)(
    '%s: a claim file and the insurer file of the same receipts give the same rows',
    async (kind, lines, receipts) => {
      const claim = await load(claimFile(lines));
      const insurerFile = await load(claimFile(asInsurerFile(lines)));
      for (const { tables, result } of [claim, insurerFile]) {
        expect(tables['quarantine']).toEqual([]);
        // A receipt of a public programme alone names no insured person.
        expect(tables['finding']!.filter(({ code }) => code !== 'identity_incomplete')).toEqual([]);
        expect(result.receipts).toBe(receipts);
        expect(tables['receipt']!.map((row) => row['kind'])).toEqual(Array(receipts).fill(kind));
      }
      expect(claim.result.form).toBe(`claim-${kind}`);
      expect(claim.result.records).toBe(lines.length);
      expect(insurerFile.result.form).toBe(`insurer-${kind}`);
      const amounts = ['points', 'yen'] as const;
      for (const amount of amounts) expect(insurerFile.result[amount]).toBe(claim.result[amount]);
      for (const table of ['detail', 'diagnosis', 'coding', 'public_payer'] as const) {
        const rows = [claim, insurerFile].map(({ tables }) =>
          tables[table]!.map(({ line: _line, ...row }) => row),
        );
        expect(rows[1]).toEqual(rows[0]);
      }
      const whole = ({ tables }: typeof claim) =>
        columns(
          tables['receipt'],
          ...['source', 'service_month', 'processing_month', 'institution', 'key_base', 'claimed_points'],
          ...[
            'decided_points',
            'computed_points',
            'bundle_points',
            'decided_yen',
            'days',
            'inpatient',
            'dpc_code',
          ],
        );
      expect(whole(insurerFile)).toEqual(whole(claim));
    },
  );

  it('a claim file names each receipt by kind, institution, claim month and number, also behind its first', async () => {
    const { tables } = await load(claimFile([...medicalClaim, ...nursingClaim]));
    expect(columns(named(tables['receipt']), 'identity', 'search_number', 'form', 'institution')).toEqual([
      ['claim:medical:1311234567:202605:1:202604', null, 'claim', '1311234567'],
      ['claim:medical:1311234567:202605:2:202604', null, 'claim', '1311234567'],
      ['claim:nursing:1369234567:202605:1:202604', null, 'claim', '1369234567'],
    ]);
  });

  it('the same number of another person, or of another month of care, is another receipt; of the same a version', async () => {
    const one = (fields: Record<number, string>, points: number) => [
      institutions.medical,
      common.medical(1, fields),
      insurer(points),
      si(60, points),
      end(1, points),
    ];
    const files = [one({}, 10), one({}, 20), one({ 7: '19800116' }, 10), one({ 4: '202603' }, 10)];
    const { tables } = await load(claimFile(files.flat()));
    const identities = tables['receipt']!.map((row) => row['identity']);
    expect(identities[1]).toBe(identities[0]);
    expect(new Set(identities).size).toBe(3);
  });

  it('nothing of an institution goes over the end of its file, and a receipt without one has no name', async () => {
    const { tables } = await load(claimFile([...medicalClaim, common.medical(9), insurer(30), si(11, 30)]));
    expect(columns(tables['quarantine'], 'reason', 'records', 'points')).toEqual([
      ['missing_search_number', 3, 30],
    ]);
  });

  it('a claim file without any receipt is set aside line by line, none is lost', async () => {
    const { tables, result } = await load(claimFile([institutions.medical, end(0, 0), ...dentalClaim]));
    expect(result).toMatchObject({ receipts: 2, records: 2 + dentalClaim.length });
    expect(columns(tables['quarantine'], 'reason', 'records', 'receipts', 'yen')).toEqual([
      ['missing_common', 2, 0, 0],
    ]);
  });

  it('without MN the search number of the common record names a receipt, else its place in the claim', async () => {
    const lines = asInsurerFile(medicalClaim).filter((line) => !line.includes(',MN,'));
    const { tables } = await load(claimFile(lines));
    expect(columns(named(tables['receipt']), 'identity', 'form')).toEqual([
      ['claim:medical:1311234567:202605:1:202604', 'insurer'],
      ['claim:medical:1311234567:202605:2:202604', 'insurer'],
    ]);
  });
});

describe('dental', () => {
  const teeth = record('HS', { 4: '101600101700', 5: '5210001', 6: '8002', 9: 1 }, 13);
  const written = record('HS', { 2: '20260402', 3: 3, 4: '', 5: '0000999', 7: 'みほん病', 10: '01' }, 13);
  const lines = [
    institutions.dental,
    record('IR', { 2: 1, 3: 13, 4: 3, 5: '3234567', 7: '202605' }, 9),
    common.dental(1, { 10: '20260401', 11: 2 }),
    insurer(45, 14, { 7: 3, 8: 2010 }),
    teeth,
    written,
    record('SY', { 2: '5210001', 3: '20260403', 4: 1, 7: '' }, 8),
    record('SS', { 2: 43, 3: 1, 4: '313001810', 5: 2, 7: 'A', 8: 1, 77: 45, 78: 1, 81: 1 }, 109),
    record('TO', { 2: '', 3: 1, 4: '710010000', 5: '1.5', 7: '12.34' }, 45),
    end(1, 45),
  ];

  it('diseases with teeth; start and outcome of the receipt where the row has none; SY of older files', async () => {
    const { tables } = await load(claimFile(lines));
    expect(
      columns(
        tables['diagnosis'],
        ...['disease_code', 'modifiers', 'started_on', 'outcome', 'is_main', 'teeth', 'disease_text', 'role'],
      ),
    ).toEqual([
      ['5210001', '8002', '2026-04-01', '2', false, '101600101700', null, null],
      ['0000999', null, '2026-04-02', '3', true, null, 'みほん病', null],
      ['5210001', null, '2026-04-03', '1', false, null, null, null],
    ]);
  });

  it('details, meals and the name of the institution from UK', async () => {
    const { tables } = await load(claimFile(lines));
    expect(
      columns(
        tables['detail'],
        'record',
        'section',
        'code',
        'quantity',
        'points',
        'count',
        'days_mask',
        'price_milliyen',
      ),
    ).toEqual([
      ['SS', '43', '313001810', 2, 45, 1, 0b100, null],
      ['TO', '43', '710010000', 1.5, null, null, null, 12_340],
    ]);
    expect(columns(tables['receipt'], 'meal_count', 'meal_yen', 'inpatient')).toEqual([[3, 2010, false]]);
    expect(columns(tables['institution'], 'institution', 'name')).toEqual([['1333234567', 'みほん歯科']]);
  });

  it('in an insurer file MN may name the institution: where its search number stands one place further on', async () => {
    const search = '13350805000000001';
    const insured = (mn: Record<number, string>) => [
      `2,1,0,${record('MN', { 2: '910000001', ...mn }, 7)}`,
      ...lines.slice(1, -1).map((line, index) => `1,${index + 2},0,${line}`),
    ];
    const named = await load(claimFile(insured({ 3: 'みほん歯科', 5: search })));
    expect(columns(named.tables['institution'], 'institution', 'name')).toEqual([
      ['1333234567', 'みほん歯科'],
    ]);
    expect(named.tables['receipt']![0]!['identity']).toBe(search);
    const addressed = await load(claimFile(insured({ 3: '架空県見本市', 4: search })));
    expect(addressed.tables['institution']).toEqual([]);
  });
});

describe('home nursing', () => {
  it('yen, not points; each fee with its day', async () => {
    const claim = [
      institutions.nursing,
      common.nursing(1),
      insurer(13220, 9, { 9: 3966 }),
      record('SY', { 2: '8830592', 3: '2049' }, 5),
      record('KA', { 2: '20260401', 3: 1, 4: '510000110', 5: 1, 6: 5550 }, 9),
      record('KA', { 2: '20260430', 3: 1, 4: '510000210', 5: '2.5', 6: 7670 }, 9),
      record('CO', { 2: '', 3: 1, 4: '810000001', 5: 'みほん' }, 5),
      record('RJ', { 2: 1 }, 2),
      end(1, 13220),
    ];
    const { tables, result } = await load(claimFile(claim));
    expect(result).toMatchObject({ points: 0, yen: 13_220 });
    expect(
      columns(
        tables['receipt'],
        ...[
          'claimed_points',
          'decided_points',
          'computed_points',
          'claimed_yen',
          'decided_yen',
          'patient_share_yen',
        ],
      ),
    ).toEqual([[null, null, null, 13_220, 13_220, 3966]]);
    expect(columns(tables['detail'], 'record', 'code', 'quantity', 'points', 'yen', 'days_mask')).toEqual([
      ['KA', '510000110', 1, null, 5550, 1],
      ['KA', '510000210', 2.5, null, 7670, 1 << 29],
      ['CO', '810000001', null, null, null, null],
    ]);
    expect(columns(tables['diagnosis'], 'disease_code', 'modifiers', 'is_main')).toEqual([
      ['8830592', '2049', false],
    ]);
    expect(tables['finding']).toEqual([]);
  });

  it('a total that differs from the fees is found, and one set aside keeps its yen', async () => {
    const lines = (total: string | number, month = '202604') => [
      institutions.nursing,
      common.nursing(1, { 4: month }),
      insurer(total, 9),
      record('KA', { 2: '20260401', 3: 1, 4: '510000110', 5: 1, 6: 5550 }, 9),
    ];
    const found = await load(claimFile(lines(5560)));
    expect(columns(found.tables['finding'], 'code', 'line', 'expected', 'found')).toEqual([
      ['total_mismatch', 2, 5560, 5550],
    ]);
    const aside = await load(claimFile(lines(5550, '202613')));
    expect(columns(aside.tables['quarantine'], 'reason', 'points', 'yen')).toEqual([
      ['unreadable_month', 0, 5550],
    ]);
  });
});

describe('totals of a claim file', () => {
  it('GO with other figures is a finding with its line; the receipts are loaded', async () => {
    const { tables, result } = await load(claimFile([...medicalClaim.slice(0, -1), end(2, 281)]));
    expect(result).toMatchObject({ receipts: 2, points: 280 });
    expect(columns(tables['finding'], 'code', 'line', 'expected', 'found')).toEqual([
      ['total_mismatch', 13, 2, 3],
      ['total_mismatch', 13, 281, 280],
    ]);
  });

  it('receipts paid by public programmes alone, and departments', async () => {
    const lines = [
      institutions.medical,
      common.medical(1, { 3: '1212', 22: '06' }),
      programme(40),
      sy,
      si(60, 40, 1, { 3: 5 }),
      end(1, 40),
    ];
    const { tables } = await load(claimFile(lines));
    expect(
      columns(tables['receipt'], 'public_only', 'department', 'decided_points', 'computed_points'),
    ).toEqual([[true, '06', 40, 40]]);
  });
});
