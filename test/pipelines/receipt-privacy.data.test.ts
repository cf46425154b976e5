import { describe, expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { deliveries, disease, ledgerFile, link, receipt, span } from './raw-rows.ts';

type Cells = Readonly<Record<string, unknown>>;

const pharmacy = { kind: 'pharmacy', institution: '1340000009', prescriber: '1310000001' };
const dpc = { kind: 'dpc', inpatient: true };

type Given = {
  /** Receipts of the case's own person; the first one is judged. */
  readonly receipts: readonly Cells[];
  /** Disease codes (with modifiers) of each receipt. */
  readonly diseases?: readonly (readonly (string | readonly [string, string])[])[];
  /** Codes on the lines of the first receipt. */
  readonly codes?: readonly string[];
  /** Codes of its coding data (DPC). */
  readonly coded?: readonly string[];
};

const cases: readonly (readonly [string, Given, boolean])[] = [
  ['an ordinary disease', { receipts: [{}], diseases: [['I10']] }, false],
  ['a mental disorder', { receipts: [{}], diseases: [['F329']] }, true],
  ['beside an ordinary one', { receipts: [{}], diseases: [['I10', 'F329']] }, true],
  ['only suspected', { receipts: [{}], diseases: [['I10', ['F329', '8002']]] }, true],
  ['first code of a range', { receipts: [{}], diseases: [['A50']] }, true],
  ['last code of a range', { receipts: [{}], diseases: [['A649']] }, true],
  ['before a range', { receipts: [{}], diseases: [['A499']] }, false],
  ['after a range', { receipts: [{}], diseases: [['A65']] }, false],
  ['a disease without ICD-10 cannot be judged', { receipts: [{}], diseases: [['I10', '0000999']] }, true],
  ['no disease at all cannot be judged', { receipts: [{}] }, true],
  ['psychiatric therapy', { receipts: [{}], diseases: [['I10']], codes: ['180067310'] }, true],
  ['an ordinary procedure', { receipts: [{}], diseases: [['I10']], codes: ['112007410'] }, false],
  ['a psychotropic drug', { receipts: [{}], diseases: [['I10']], codes: ['611170001'] }, true],
  ['another drug', { receipts: [{}], diseases: [['I10']], codes: ['612170001'] }, false],
  ['a pharmacy follows an ordinary prescriber', { receipts: [pharmacy, {}], diseases: [[], ['I10']] }, false],
  ['a pharmacy follows a sensitive prescriber', { receipts: [pharmacy, {}], diseases: [[], ['F329']] }, true],
  [
    'one sensitive receipt of the prescriber is enough',
    { receipts: [pharmacy, {}, {}], diseases: [[], ['I10'], ['F329']] },
    true,
  ],
  [
    'three months before still count',
    { receipts: [{ ...pharmacy, service_month: '2024-08-01' }, {}], diseases: [[], ['I10']] },
    false,
  ],
  [
    'four months before do not: it cannot be judged',
    { receipts: [{ ...pharmacy, service_month: '2024-09-01' }, {}], diseases: [[], ['I10']] },
    true,
  ],
  [
    'a later receipt of the prescriber is none it can follow',
    { receipts: [pharmacy, { service_month: '2024-06-01' }], diseases: [[], ['I10']] },
    true,
  ],
  [
    'nor is another institution',
    { receipts: [pharmacy, { institution: '1310000002' }], diseases: [[], ['I10']] },
    true,
  ],
  [
    'a psychotropic drug from the pharmacy',
    { receipts: [pharmacy, {}], diseases: [[], ['I10']], codes: ['611170001'] },
    true,
  ],
  ['an ordinary stay (DPC)', { receipts: [dpc], diseases: [['I10']], coded: ['612170001'] }, false],
  ['a psychotropic drug in the bundle', { receipts: [dpc], diseases: [['I10']], coded: ['611170001'] }, true],
  ['a dental disease', { receipts: [{ kind: 'dental' }], diseases: [['K021']] }, false],
  ['dental care without a disease cannot be judged', { receipts: [{ kind: 'dental' }] }, true],
  ['home nursing follows its disease', { receipts: [{ kind: 'nursing' }], diseases: [['F329']] }, true],
  ['therapy without a disease is for pain and injuries alone', { receipts: [{ kind: 'judo' }] }, false],
  ['therapy with a name written out', { receipts: [{ kind: 'massage' }], diseases: [['0000999']] }, false],
  ['therapy for a disease of the table', { receipts: [{ kind: 'acupuncture' }], diseases: [['F329']] }, true],
  [
    'a pharmacy follows a dentist',
    { receipts: [pharmacy, { kind: 'dental' }], diseases: [[], ['K021']] },
    false,
  ],
];

const all = cases.flatMap(([, { receipts, diseases = [], codes = [], coded = [] }], person) =>
  receipts.map((cells, index) => ({
    seq: person * 10 + index + 1,
    cells: { key_base: `p${person}`, ...cells },
    diseases: diseases[index] ?? [],
    codes: index === 0 ? codes : [],
    coded: index === 0 ? coded : [],
  })),
);

const { warehouse, report } = await builtFrom({
  file: [ledgerFile(), { file_id: 2, kind: 'master', as_of: '2024-04-01' }],
  eligibility: cases.map((_, person) => span({ person_id: person + 1, household_id: person + 1 })),
  person_link: cases.map((_, person) => link(`p${person}`, person + 1)),
  master_disease: ['I10', 'F329', 'A50', 'A649', 'A499', 'A65', 'K021'].map((icd) => disease(icd, icd)),
  master_procedure: [
    { file_id: 2, code: '180067310', name: '通院精神療法', fee_class: 'I002' },
    { file_id: 2, code: '112007410', name: '再診料', fee_class: 'A001' },
  ],
  master_drug: [
    { file_id: 2, code: '611170001', name: '薬', price_code: '1179001F1010' },
    { file_id: 2, code: '612170001', name: '薬', price_code: '2171001F1010' },
  ],
  receipt: [
    ...deliveries('2024-04', 12),
    ...all.map(({ seq, cells }) => receipt({ receipt_seq: seq, search_number: `s${seq}`, ...cells })),
  ],
  diagnosis: all.flatMap(({ seq, diseases }) =>
    diseases.map((one, line) => ({
      file_id: 9,
      receipt_seq: seq,
      line,
      disease_code: typeof one === 'string' ? one : one[0],
      modifiers: typeof one === 'string' ? '' : one[1],
    })),
  ),
  detail: all.flatMap(({ seq, codes }) =>
    codes.map((code, line) => ({ file_id: 9, receipt_seq: seq, line, record: 'SI', section: '80', code })),
  ),
  coding: all.flatMap(({ seq, coded }) =>
    coded.map((code, line) => ({ file_id: 9, receipt_seq: seq, line, code, quantity: 1 })),
  ),
});
const rows = await warehouse.rows(
  'select receipt_id % 100000 as seq, is_sensitive from core.receipt_privacy order by receipt_id',
);
warehouse.close();

describe('what others of the household must not read of', () => {
  test('the models hold', () => expect(report.checks.filter(({ ok }) => !ok)).toEqual([]));

  test.each(cases.map(([name, , wanted], person) => [name, person, wanted] as const))(
    '%s',
    (_name, person, wanted) => {
      expect(rows.find((row) => row['seq'] === person * 10 + 1)?.['is_sensitive']).toBe(wanted);
    },
  );
});
