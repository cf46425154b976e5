import type { Fee, Row, Supply, Unit } from './claims.ts';
import { type Drug, drugPoints, facts, procedures } from './facts.ts';

const dispensing = new Map(facts('dispensing').map((row) => [row['code']!, Number(row['points'])]));
const materials = new Map(facts('materials').map((row) => [row['code']!, Number(row['price'])]));

/** 診療識別 by the letter of the fee table's class. */
const sectionOfClass: Record<string, string> = {
  B: '13',
  C: '14',
  D: '60',
  E: '70',
  G: '33',
  H: '80',
  I: '80',
  J: '40',
  K: '50',
  L: '54',
  M: '80',
  N: '60',
};

/** 診療識別 under which a procedure is listed. */
export function sectionOf(code: string): string {
  const feeClass = procedures.get(code)!.feeClass;
  if (feeClass === 'A000') return '11';
  if (feeClass === 'A001' || feeClass === 'A002') return '12';
  if (feeClass === 'F000') return '24';
  if (feeClass === 'F100') return '25';
  if (feeClass === 'F400') return '80';
  return feeClass.startsWith('A') ? '90' : sectionOfClass[feeClass.charAt(0)]!;
}

/** A unit of one procedure with the points of the fee table. */
export function procedureUnit(code: string, count = 1): Unit {
  const rows: Row[] = [{ record: 'SI', code, quantity: '' }];
  return { section: sectionOf(code), rows, points: procedures.get(code)!.points, count };
}

/** A unit of one device at its list price. */
export function materialUnit(section: string, code: string, count: number): Unit {
  const price = materials.get(code)!;
  return { section, rows: [{ record: 'TO', code, quantity: '1', price }], points: drugPoints(price), count };
}

/** The biochemistry bundle of ten items: one unit, 103 points on its last row. */
export const panelUnit: Unit = {
  section: '60',
  rows: '160022510 160022610 160020410 160019210 160019010 160019310 160019410 160020910 160023410 160167250'
    .split(' ')
    .map((code) => ({ record: 'SI', code, quantity: '' })),
  points: 103,
  count: 1,
};

function fee(code: string): Fee {
  return { code, points: dispensing.get(code)! };
}

export const basicFee = fee('410005910');
export const guidanceFee = fee('440012010');
/** 後発医薬品調剤体制加算３, added to the basic fee. */
export const genericFee = fee('450001170');

/** 調剤管理料 of internal drugs by days of supply. */
function managementFee(days: number): Fee {
  if (days <= 7) return fee('440011510');
  if (days <= 14) return fee('440011610');
  return days <= 28 ? fee('440011710') : fee('440011810');
}

/** One 剤 at the prices of an edition. */
export function createSupply(
  drugs: readonly { drug: Drug; amount: number }[],
  quantity: number,
  edition: 0 | 1,
): Supply {
  const form = drugs[0]!.drug.form === '4' ? '4' : drugs[0]!.drug.form === '6' ? '5' : '1';
  const yen = drugs.reduce((sum, { drug, amount }) => sum + drug.prices[edition] * amount, 0);
  return {
    drugs,
    form,
    quantity,
    points: drugPoints(yen),
    preparation: fee(form === '1' ? '420001810' : form === '4' ? '420002610' : '420002510'),
    management: form === '1' ? managementFee(quantity) : undefined,
  };
}

/** The same 剤 for twice the days, as stable patients take home; only for internal drugs of four weeks or more. */
export function doubled(supply: Supply): Supply {
  if (supply.form !== '1' || supply.quantity < 28 || supply.quantity > 45 || supply.points > 60)
    return supply;
  const quantity = supply.quantity * 2;
  return { ...supply, quantity, management: managementFee(quantity) };
}

/** The units of an institution that dispenses by itself instead of writing a prescription. */
export function dispensedUnits(supplies: readonly Supply[]): Unit[] {
  const units = supplies.map(
    (supply): Unit => ({
      section: supply.form === '1' ? '21' : supply.form === '4' ? '31' : '23',
      rows: supply.drugs.map(({ drug, amount }) => ({
        record: 'IY',
        code: drug.code,
        quantity: amountText(amount),
      })),
      points: supply.points,
      count: supply.quantity,
      supply: true,
    }),
  );
  return [procedureUnit('120000710'), procedureUnit('120001210'), ...units];
}

/** An amount with at most five decimals and no trailing zeros. */
export function amountText(amount: number): string {
  return String(Math.round(amount * 100_000) / 100_000);
}
