import type { Definition, Grammar } from './grammar.ts';

const oid = '=1.2.392.200119.6.';
const yen = { 'value!': '0..999999999', currency: '=JPY' };
const charge = { 'value!': '6-digits', currency: '=JPY' };

/** Elements that index, summary and claims share (co08). */
const shared: Readonly<Record<string, Definition>> = {
  InteractionType: { attributes: { 'code!': '1..20' } },
  ServiceEventType: { attributes: { 'code!': '1..9' } },
  Day: { attributes: { 'value!': 'day' } },
  Provider: { children: 'id:ProviderId' },
  ProviderId: { attributes: { 'root!': `${oid}102`, 'extension!': 'institution' } },
  InsuranceCard: { children: 'insurerNumber:Insurer symbol:Symbol? number:Number branchCode:Branch?' },
  Insurer: { attributes: { 'root!': `${oid}101`, 'extension!': 'insurer' } },
  Symbol: { attributes: { 'root!': `${oid}204`, 'extension!': 'up-to-20-characters' } },
  Number: { attributes: { 'root!': `${oid}205`, 'extension!': 'up-to-20-characters' } },
  Branch: { attributes: { 'root!': `${oid}211`, 'extension!': '2-digits' } },
  CheckupCardId: { attributes: { 'root!': `${oid}209`, 'extension!': '11-digits' } },
  GuidanceCardId: { attributes: { 'root!': `${oid}210`, 'extension!': '11-digits' } },
  Name: { text: 'any' },
  Postal: { text: 'postal' },
  Gender: { attributes: { 'code!': '1..2' } },
  Until: { children: 'high:Day' },
  Yen: { attributes: yen },
  Price: { children: 'amount:Yen' },
  Charge: { attributes: charge },
  Rate: { attributes: { 'value!': '6-digits', unit: '=%' } },
  ChargeType: { children: '(amount:Charge|rate:Rate)?', attributes: { 'code!': '1..4' } },
  Limit: { children: 'amount:Charge', attributes: { code: '=4' } },
  Adjudication: { children: 'interactionType:InteractionType recordDate:Day reason:Reason' },
  Reason: { children: 'text:ReasonText?', attributes: { code: '2-digits' } },
  ReasonText: { text: 'up-to-100-characters' },
};

/** Index of an archive (交換用基本情報). */
export const ix08: Grammar = {
  element: 'index',
  root: 'Index',
  common: [],
  types: {
    ...shared,
    Index: {
      children:
        'interactionType:InteractionType creationTime:Day sender:Party receiver:Party? serviceEventType:ServiceEventType totalRecordCount:Records',
    },
    Party: { children: 'id:PartyId' },
    PartyId: { attributes: { 'root!': 'oid', 'extension!': 'party' } },
    Records: { attributes: { 'value!': '0..99999999' } },
  },
};

/** Summary of the claims of an archive (集計情報). */
export const su08: Grammar = {
  element: 'summary',
  root: 'Summary',
  common: [],
  types: {
    ...shared,
    Summary: {
      children:
        'serviceEventType:ServiceEventType totalSubjectCount:Subjects totalCostAmount:Yen totalPaymentAmount:Yen totalPaymentByOtherProgram:Yen? totalClaimAmount:Yen',
    },
    Subjects: { attributes: { 'value!': '0..999999' } },
  },
};

/** Claim for a checkup (健診の決済情報). */
export const cc08: Grammar = {
  element: 'checkupClaim',
  root: 'CheckupClaim',
  common: [],
  types: {
    ...shared,
    CheckupClaim: {
      children:
        'encounter:Encounter subjectPerson:Subject checkupCard:Card settlement:Settlement agencyAdjudicationResult:Adjudication? insurerAdjudicationResult:Adjudication?',
    },
    Encounter: { children: 'serviceEventType:ServiceEventType' },
    Subject: {
      children:
        'performerOrganization:Provider insuranceCard:InsuranceCard name:Name addr:Address birthTime:Day administrativeGender:Gender',
    },
    Address: { children: 'postalCode:Postal', text: 'any' },
    Card: {
      children:
        'id:CheckupCardId? effectiveTime:Until? chargeTypeBasic:ChargeType? chargeTypeDetail:ChargeType? chargeTypeOther:ChargeType? chargeTypeHumanDryDock:DryDock?',
    },
    DryDock: { children: 'copayment:Copayment? maxInsuranceLimit:Limit?' },
    Copayment: { children: '(amount:Charge|rate:Rate)?', attributes: { 'code!': '1..3' } },
    Settlement: {
      children:
        'claimType:ClaimType commissionType:CommissionType unitPriceBasic:Price? unitPriceDetail:DetailPrice* unitPriceOther:OtherPrice* paymentForBasic:Payment? paymentForDetail:Payment? paymentForOther:Payment? unitAmount:Yen paymentAmount:Yen paymentByOtherProgram:Yen? claimAmount:Yen',
    },
    ClaimType: { attributes: { 'code!': '1..5' } },
    CommissionType: { attributes: { 'code!': '1..2' } },
    DetailPrice: { children: 'amount:Yen observation:DetailItem' },
    DetailItem: { attributes: { 'code!': '1..4' } },
    OtherPrice: { children: 'amount:Yen observation:OtherItem?' },
    OtherItem: { attributes: { 'code!': 'code', 'codeSystem!': `${oid}1005` } },
    Payment: { children: 'amount:Charge' },
  },
};

/** Claim for guidance (保健指導の決済情報). */
export const gc08: Grammar = {
  element: 'healthGuidanceClaim',
  root: 'GuidanceClaim',
  common: [],
  types: {
    ...shared,
    GuidanceClaim: {
      children:
        'encounter:Encounter subjectPerson:Subject healthGuidanceCard:Card settlement:Settlement agencyAdjudicationResult:Adjudication? insurerAdjudicationResult:Adjudication?',
    },
    Encounter: { children: 'serviceEventType:ServiceEventType guidanceLevel:Level guidanceTiming:Timing' },
    Level: { attributes: { 'code!': '1..4' } },
    Timing: { attributes: { 'code!': '1..5' } },
    Subject: {
      children:
        'performerOrganization:Provider insuranceCard:InsuranceCard name:Name addr:Address birthTime:Day administrativeGender:Gender',
    },
    Address: { children: 'postalCode:Postal' },
    Card: {
      children:
        'id:GuidanceCardId? checkupCardId:CheckupCardId? effectiveTime:Until? copayment:ChargeType? maxInsuranceLimit:Limit?',
    },
    Settlement: {
      children:
        'unitPrice:Price paymentRate:Percentage pointCountCompleted:Points? pointCountIntended:Points? calculatedAmount:Yen payment:Payment claimAmount:Yen',
    },
    Percentage: { attributes: { 'value!': '0..100', unit: '=%' } },
    Points: { attributes: { 'value!': '0..9999' } },
    Payment: { children: 'status:Status amount:Yen' },
    Status: { attributes: { 'code!': '1..2' } },
  },
};
