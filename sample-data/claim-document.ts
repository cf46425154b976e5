import { compactDay, type Day } from './calendar.ts';
import { type DocumentHead, id, oid, strayNumber, ticketNumber } from './clinical-document.ts';
import type { Piece } from './exchange-archives.ts';
import { insurerNumber } from './receipt.ts';

const yen = (name: string, value: number) => `<${name} value="${value}" currency="JPY"/>`;
const charge = (value: number) => `<amount value="${String(value).padStart(6, '0')}" currency="JPY"/>`;

/** Who a claim is about (subjectPerson); of guidance the address is the postal code alone. */
function subjectXml(head: DocumentHead): string {
  const { person, household, span, institution, program } = head;
  const number = head.wrongNumber ? strayNumber(span.number) : span.number;
  const marks = (name: string, value: string, tail: string) =>
    `<${name} root="${oid}${tail}" extension="${value}"/>`;
  const card = [
    marks('insurerNumber', insurerNumber, '101'),
    marks('symbol', span.symbol, '204'),
    marks('number', number, '205'),
    marks('branchCode', span.branch, '211'),
  ].join('');
  const { postal, text } = household.address;
  return (
    `<subjectPerson><performerOrganization>${id(institution.number, '102')}</performerOrganization><insuranceCard>${card}</insuranceCard>` +
    `<name>${person.kana}</name><addr>${program === '100' ? '' : text}<postalCode>${postal}</postalCode></addr>` +
    `<birthTime value="${compactDay(person.birth)}"/><administrativeGender code="${person.sex === 'M' ? 1 : 2}"/></subjectPerson>`
  );
}

/** cc08: the bill of a checkup brought with a 受診券: basic items, 1,000 yen of them paid by the person. */
export function checkupClaim(head: DocumentHead, examined: Day): NonNullable<Piece['claim']> {
  const [unit, paid] = [8_500, 1_000];
  const ticket = `<checkupCard><id root="${oid}209" extension="${ticketNumber(examined, '1', head.serial)}"/><chargeTypeBasic code="2">${charge(paid)}</chargeTypeBasic></checkupCard>`;
  const settlement =
    `<settlement><claimType code="1"/><commissionType code="2"/><unitPriceBasic>${yen('amount', unit)}</unitPriceBasic>` +
    `<paymentForBasic>${charge(paid)}</paymentForBasic>${yen('unitAmount', unit)}${yen('paymentAmount', paid)}${yen('claimAmount', unit - paid)}</settlement>`;
  return {
    yen: unit - paid,
    paid,
    document: (namespace) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<checkupClaim xmlns="${namespace}"><encounter><serviceEventType code="1"/></encounter>` +
      `${subjectXml(head)}${ticket}${settlement}</checkupClaim>\n`,
  };
}

/** What a bill for guidance is about. */
export type GuidanceBill = {
  readonly levelCode: '1' | '2' | '3';
  /** 1 after the first interview, 2 after the evaluation. */
  readonly timing: '1' | '2';
  readonly day: Day;
  readonly points: { readonly done: number; readonly planned: number } | undefined;
};

/** gc08: the bill of a first interview or of a finished course; nothing is paid by the person. */
export function guidanceClaim(head: DocumentHead, bill: GuidanceBill): NonNullable<Piece['claim']> {
  const { levelCode, timing, day, points } = bill;
  const unit = levelCode === '1' ? 24_000 : 9_000;
  const amount = levelCode === '1' ? (timing === '1' ? 9_600 : 14_400) : timing === '1' ? 7_200 : 1_800;
  const counts =
    points === undefined
      ? ''
      : `<pointCountCompleted value="${points.done}"/><pointCountIntended value="${points.planned}"/>`;
  const ticket = `<healthGuidanceCard><id root="${oid}210" extension="${ticketNumber(day, '2', head.serial)}"/></healthGuidanceCard>`;
  const settlement =
    `<settlement><unitPrice>${yen('amount', unit)}</unitPrice><paymentRate value="${Math.round((amount * 100) / unit)}" unit="%"/>${counts}` +
    `${yen('calculatedAmount', amount)}<payment><status code="1"/>${yen('amount', 0)}</payment>${yen('claimAmount', amount)}</settlement>`;
  return {
    yen: amount,
    paid: 0,
    document: (namespace) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<healthGuidanceClaim xmlns="${namespace}"><encounter><serviceEventType code="2"/><guidanceLevel code="${levelCode}"/><guidanceTiming code="${timing}"/></encounter>` +
      `${subjectXml(head)}${ticket}${settlement}</healthGuidanceClaim>\n`,
  };
}
