import { ensureRawTables } from '#private/intake/sources.ts';
import { buildWarehouse } from '#private/models/build.ts';
import { openForBuild } from '#private/warehouse.ts';
import { parseSettings } from '#shared/config.ts';
import { insertRows, type RawRows } from '../../pipelines/fixture.ts';
import { deliveries, disease, ledgerFile, link, receipt, span } from '../../pipelines/raw-rows.ts';
import { effects, type PrintHome, printHome } from '../documents/print-home.ts';

const society = '[society]\nname = "みほん電機健康保険組合（架空）"\ninsurer_number = "06999991"\n';
const letters = `[letters]
postal_code = "000-0000"
address = "見本県架空市例示町9-9-9"
department = "給付担当"
phone = "00-0000-0000"
hours = "平日 9時〜17時"
`;
const purpose = `[[purpose]]
id = "medical-cost-notice"
classes = ["eligibility", "receipt", "consent", "address"]
published_on = 2024-04-01
effective_from = 2024-04-01
`;

export const settings = parseSettings(society + letters + purpose);
/** The society bundles per person. */
export const personally = parseSettings(
  `${society}${letters}[notices.medical-cost]\nper = "person"\n${purpose}`,
);
export const withoutPurpose = parseSettings(society + letters);
export const withoutLetters = parseSettings(society + purpose);

/** The insured person, a dependant with long names, one who is not to be disclosed, one of the insured's own family. */
export const members = [
  { id: 'M1', name: '髙﨑　邉𠮷', address: '見本県架空市例示町１丁目２番３号', postalCode: '999-0001' },
  {
    id: 'M2',
    name: '勘解由小路　見本左衛門',
    address: '見本県架空市例示町１丁目２番３号',
    postalCode: '999-0001',
  },
  { id: 'M3', name: '隠野　秘子', address: '見本県架空市秘密町４－５－６', postalCode: '999-0002' },
  { id: 'M4', name: '見本　独', address: '見本県架空市例示町７', postalCode: '999-0003' },
] as const;

/** A built home: June 2024 with a receipt of each member, a stay with meals, and one of nobody; the run's day is in July. */
export async function noticeHome(): Promise<PrintHome> {
  const made = await printHome([...members]);
  const id = (index: number) => made.idOf(members[index]!.id);
  const person = (index: number, cells: object = {}) =>
    span({ person_id: id(index), household_id: id(0), ...cells });
  const visit = (seq: number, owner: number, cells: object = {}) =>
    receipt({
      receipt_seq: seq,
      search_number: `v${seq}`,
      key_base: `k${owner}`,
      receipt_type: '1112',
      service_month: '2024-06-01',
      processing_month: '2024-07-01',
      ...cells,
    });
  const seen = (seq: number, disease_code = 'I10') => ({
    file_id: 9,
    receipt_seq: seq,
    line: 1,
    disease_code,
  });
  const rows: RawRows = {
    file: [
      ledgerFile({ as_of: '2024-07-31' }),
      { file_id: 2, kind: 'master', as_of: '2024-04-01' },
      { file_id: 5, kind: 'consent', as_of: '2024-07-31' },
    ],
    eligibility: [
      person(0),
      person(1, { relation: 'dependant' }),
      person(2, { relation: 'dependant' }),
      person(3, { relation: 'dependant' }),
    ],
    person_link: members.map((_, index) => link(`k${index}`, id(index))),
    consent: [
      {
        file_id: 5,
        row: 1,
        person_id: id(2),
        flag: 'nondisclosure',
        from_on: '2024-01-01',
        as_of: '2024-07-31',
      },
    ],
    master_disease: [disease('I10', 'I10'), disease('F329', 'F329')],
    institution: [
      { file_id: 9, institution: '1310000001', name: 'みほん内科クリニック', claim_month: '2024-07-01' },
    ],
    receipt: [
      ...deliveries('2024-05', 2),
      visit(1, 0, { decided_points: 1148 }),
      visit(2, 1, {
        receipt_type: '1115',
        inpatient: true,
        decided_points: 26_890,
        claimed_points: 26_890,
        patient_share_yen: 57_600,
        meal_count: 11,
        meal_yen: 7370,
      }),
      visit(3, 2, { decided_points: 777 }),
      visit(4, 3, { decided_points: 333 }),
      visit(5, 9, { decided_points: 55 }),
    ],
    diagnosis: [seen(1), seen(2), seen(3), seen(4, 'F329')],
  };
  const warehouse = await openForBuild(made.home.warehouse, made.home.tmp);
  await ensureRawTables(warehouse);
  for (const [table, some] of Object.entries(rows)) await insertRows(warehouse, `raw."${table}"`, some);
  await buildWarehouse(warehouse, settings, effects);
  warehouse.close();
  return made;
}
