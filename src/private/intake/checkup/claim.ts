import type { PersonMarks } from '../../vault/keys.ts';
import type { XmlElement } from '../xml.ts';
import { branchId, codeOf, insurerId, numberId, symbolId } from './codes.ts';
import { attribute, childrenOf, dayOf, find, textOf } from './tree.ts';

/** One bill for a checkup (cc08) or for guidance (gc08); amounts in yen as written, undefined where absent. */
export type CheckupClaim = {
  readonly kind: 'checkup' | 'guidance';
  readonly marks: PersonMarks;
  readonly institution: string | undefined;
  readonly serviceEvent: string | undefined;
  readonly claimType: string | undefined;
  readonly level: string | undefined;
  readonly timing: string | undefined;
  readonly basic: number | undefined;
  readonly detail: number | undefined;
  readonly other: number | undefined;
  readonly unit: number | undefined;
  readonly payment: number | undefined;
  readonly otherProgram: number | undefined;
  /** What the insurer is to bear (請求金額). */
  readonly claim: number;
  readonly pointsCompleted: number | undefined;
  readonly pointsIntended: number | undefined;
};

export type ClaimFault =
  | 'checkup_insurer'
  | 'checkup_number'
  | 'checkup_sex'
  | 'checkup_birth'
  | 'claim_amount';

/** Reads a claim; a fault names what is missing or is no amount, and the line it belongs to. */
export function readClaim(
  document: XmlElement,
): CheckupClaim | { readonly fault: ClaimFault; readonly line: number } {
  const person = find(document, 'subjectPerson');
  const marks = readMarks(person);
  if (typeof marks === 'string') return { fault: marks, line: (person ?? document).line };
  const encounter = find(document, 'encounter');
  const settlement = find(document, 'settlement');
  const isGuidance = document.name === 'healthGuidanceClaim';
  const claim = amountOf(find(settlement, 'claimAmount'));
  if (claim === undefined) return { fault: 'claim_amount', line: (settlement ?? document).line };
  const code = (element: XmlElement | undefined) => codeOf('choice', attribute(element, 'code'));
  return {
    kind: isGuidance ? 'guidance' : 'checkup',
    marks,
    institution: codeOf('institution', attribute(find(person, 'performerOrganization', 'id'), 'extension')),
    serviceEvent: code(find(encounter, 'serviceEventType')),
    claimType: code(find(settlement, 'claimType')),
    level: code(find(encounter, 'guidanceLevel')),
    timing: code(find(encounter, 'guidanceTiming')),
    basic: amountOf(find(settlement, isGuidance ? 'unitPrice' : 'unitPriceBasic', 'amount')),
    detail: sumOf(settlement, 'unitPriceDetail'),
    other: sumOf(settlement, 'unitPriceOther'),
    unit: amountOf(find(settlement, isGuidance ? 'calculatedAmount' : 'unitAmount')),
    payment: amountOf(isGuidance ? find(settlement, 'payment', 'amount') : find(settlement, 'paymentAmount')),
    otherProgram: amountOf(find(settlement, 'paymentByOtherProgram')),
    claim,
    pointsCompleted: amountOf(find(settlement, 'pointCountCompleted')),
    pointsIntended: amountOf(find(settlement, 'pointCountIntended')),
  };
}

function readMarks(person: XmlElement | undefined): PersonMarks | Exclude<ClaimFault, 'claim_amount'> {
  const card = find(person, 'insuranceCard');
  const extension = (name: string, root: string) => {
    const id = find(card, name);
    return (attribute(id, 'root') ?? root) === root ? attribute(id, 'extension') : undefined;
  };
  const insurer = extension('insurerNumber', insurerId)?.padStart(8, '0');
  if (insurer === undefined || !/^\d{8}$/.test(insurer)) return 'checkup_insurer';
  const number = extension('number', numberId);
  if (number === undefined) return 'checkup_number';
  const sex = attribute(find(person, 'administrativeGender'), 'code');
  if (sex !== '1' && sex !== '2') return 'checkup_sex';
  const birthDate = dayOf(attribute(find(person, 'birthTime'), 'value'));
  if (birthDate === undefined) return 'checkup_birth';
  return {
    insurer,
    symbol: extension('symbol', symbolId) ?? '',
    number,
    branch: extension('branchCode', branchId),
    kana: textOf(find(person, 'name')) || undefined,
    birthDate,
    sex,
  };
}

function amountOf(element: XmlElement | undefined): number | undefined {
  const text = attribute(element, 'value')?.normalize('NFKC') ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function sumOf(settlement: XmlElement | undefined, name: string): number | undefined {
  const amounts = childrenOf(settlement, name).map((price) => amountOf(find(price, 'amount')) ?? 0);
  return amounts.length === 0 ? undefined : amounts.reduce((sum, yen) => sum + yen, 0);
}
