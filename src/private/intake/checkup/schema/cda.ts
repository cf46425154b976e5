import type { Definition, Grammar } from './grammar.ts';

const lists = '=1.2.392.200119.6.';
const coded = {
  code: 'code',
  codeSystem: 'oid',
  codeSystemName: 'any',
  codeSystemVersion: 'any',
  displayName: 'any',
};

/** Attributes of the classes behind the elements (HL7 CDA R2), which most senders leave out. */
const common = [
  'nullFlavor',
  'classCode',
  'moodCode',
  'typeCode',
  'determinerCode',
  'determiner',
  'contextControlCode',
  'contextConductionInd',
  'inversionInd',
  'ID',
];

/** Data types, and elements that checkup and guidance documents share. */
const shared: Readonly<Record<string, Definition>> = {
  Any: { open: true },
  Text: { text: 'any' },
  Code: { children: 'originalText:Any? qualifier:Any* translation:Any*', attributes: coded },
  Id: {
    attributes: { root: 'oid', extension: 'any', assigningAuthorityName: 'any', displayable: 'boolean' },
  },
  TypeId: { attributes: { 'root!': '=2.16.840.1.113883.1.3', 'extension!': 'any' } },
  Time: { attributes: { value: 'time' } },
  Interval: {
    children: 'low:Time? center:Time? width:Quantity? high:Time?',
    attributes: { value: 'time', operator: 'code' },
  },
  Quantity: { children: 'translation:Any*', attributes: { value: 'number', unit: 'any' } },
  Whole: { attributes: { value: 'integer' } },
  Flag: { attributes: { value: 'boolean' } },
  ReportCode: {
    children: 'originalText:Any? qualifier:Any* translation:Any*',
    attributes: { ...coded, 'code!': 'code', codeSystem: `${lists}1001` },
  },
  ProgramCode: {
    children: 'originalText:Any? qualifier:Any* translation:Any*',
    attributes: { ...coded, 'code!': 'code', codeSystem: `${lists}1002` },
  },
  RequiredCode: {
    children: 'originalText:Any? qualifier:Any* translation:Any*',
    attributes: { ...coded, 'code!': 'code' },
  },
  RecordTarget: { children: 'patientRole:PatientRole' },
  PatientRole: {
    children: 'id:Id+ addr:Any* telecom:Any* patient:Patient? providerOrganization:Organization?',
  },
  Patient: { children: 'name:Any? administrativeGenderCode:Code? birthTime:Time?' },
  Organization: { children: 'id:Id* name:Any* telecom:Any* addr:Any*' },
  Author: { children: 'time:Time assignedAuthor:AssignedAuthor' },
  AssignedAuthor: {
    children:
      'id:Id+ code:Code? telecom:Any* (assignedPerson:Person|assignedAuthoringDevice:Any)? representedOrganization:Organization?',
  },
  Person: { children: 'name:Any*' },
  DataEnterer: { children: 'time:Time? assignedEntity:AssignedEntity' },
  AssignedEntity: {
    children: 'id:Id+ code:Code? telecom:Any* assignedPerson:Person? representedOrganization:Organization?',
  },
  Custodian: { children: 'assignedCustodian:AssignedCustodian' },
  AssignedCustodian: { children: 'representedCustodianOrganization:CustodianOrganization' },
  CustodianOrganization: { children: 'id:Id+ name:Any? telecom:Any? addr:Any?' },
  Participant: {
    children:
      'realmCode:Code* typeId:TypeId? templateId:Id* functionCode:Code? time:Interval? associatedEntity:AssociatedEntity',
    attributes: { 'typeCode!': 'code' },
  },
  AssociatedEntity: {
    children: 'id:Id* code:Code? telecom:Any* associatedPerson:Person? scopingOrganization:Organization?',
    attributes: { 'classCode!': 'code' },
  },
  DocumentationOf: { children: 'serviceEvent:ServiceEvent' },
  ServiceEvent: { children: 'id:Id* code:ProgramCode? effectiveTime:Interval? performer:EventPerformer*' },
  EventPerformer: {
    children:
      'realmCode:Code* typeId:TypeId? templateId:Id* functionCode:Code? time:Interval? assignedEntity:AssignedEntity',
    attributes: { 'typeCode!': 'code' },
  },
  Performer: {
    children:
      'realmCode:Code* typeId:TypeId? templateId:Id* time:Interval? modeCode:Code? assignedEntity:AssignedEntity',
  },
  Body: { children: 'structuredBody:StructuredBody' },
  StructuredBody: { children: 'component:Component+' },
  Component: { children: 'section:Section' },
  Value: {
    open: true,
    attributes: { 'xsi:type!': 'data-type' },
    byDataType: { PQ: 'Quantity', INT: 'Whole', CD: 'Code', CO: 'Code', CE: 'Code', ST: 'Text' },
  },
  ReferenceRange: { children: 'observationRange:ObservationRange' },
  ObservationRange: { children: 'code:Code? text:Any? value:Value? interpretationCode:Code?' },
};

const observed =
  'text:Any? statusCode:Code? effectiveTime:Interval? value:Value* interpretationCode:Code* methodCode:RequiredCode* targetSiteCode:Code* specimen:Any* performer:Performer* author:Author* participant:Any* entryRelationship:EntryRelationship* referenceRange:ReferenceRange*';
const classes = { 'classCode!': 'code', 'moodCode!': 'code' };
const related = {
  'typeCode!': 'code',
  negationInd: 'boolean',
};

/** Checkup results of one person (健診結果). */
export const hc08: Grammar = {
  element: 'ClinicalDocument',
  root: 'ClinicalDocument',
  common,
  types: {
    ...shared,
    ClinicalDocument: {
      children:
        'realmCode:Code* typeId:TypeId templateId:Id* id:Id code:ReportCode? title:Text? effectiveTime:Time confidentialityCode:Code languageCode:Code? recordTarget:RecordTarget+ author:Author+ dataEnterer:DataEnterer? custodian:Custodian informationRecipient:Any* participant:Participant* documentationOf:DocumentationOf* component:Body',
    },
    Section: { children: 'id:Id? code:Code? title:Text? text:Any? author:Author* entry:Entry*' },
    Entry: { children: 'observation:Observation' },
    Observation: {
      children: `id:Id* code:Code ${observed}`,
      attributes: { ...classes, negationInd: 'boolean' },
    },
    EntryRelationship: {
      children: 'sequenceNumber:Whole? seperatableInd:Flag? observation:Observation',
      attributes: related,
    },
  },
};

const clinical = '(act:Act|observation:Observation|organizer:Organizer)';

/** Guidance results of one person (保健指導結果). */
export const hg08: Grammar = {
  element: 'ClinicalDocument',
  root: 'ClinicalDocument',
  common,
  types: {
    ...shared,
    ClinicalDocument: {
      children:
        'realmCode:Code* typeId:TypeId templateId:Id* id:Id code:ReportCode? title:Text? effectiveTime:Time confidentialityCode:Code languageCode:Code? recordTarget:RecordTarget+ author:Author+ dataEnterer:DataEnterer? custodian:Custodian informationRecipient:Any* participant:Participant{2} documentationOf:DocumentationOf+ component:Body',
    },
    Section: { children: 'id:Id? code:RequiredCode title:Text? text:Any? author:Author* entry:Entry*' },
    Entry: { children: clinical },
    Act: {
      children:
        'realmCode:Code* typeId:TypeId? templateId:Id* id:Id* code:Code text:Any? statusCode:Code? effectiveTime:Interval? priorityCode:Code? languageCode:Code? specimen:Any* performer:Performer* author:Author* participant:Any* entryRelationship:EntryRelationship*',
      attributes: { ...classes, negationInd: 'boolean' },
    },
    Observation: {
      children: `id:Id* code:RequiredCode ${observed}`,
      attributes: { ...classes, negationInd: 'boolean' },
    },
    Organizer: {
      children:
        'realmCode:Code* typeId:TypeId? templateId:Id* id:Id* code:Code? statusCode:Code effectiveTime:Interval? specimen:Any* performer:Performer* author:Author* participant:Any* component:OrganizerPart*',
      attributes: classes,
    },
    OrganizerPart: { children: 'sequenceNumber:Whole? seperatableInd:Flag? observation:Observation' },
    EntryRelationship: {
      children: `sequenceNumber:Whole? seperatableInd:Flag? ${clinical}`,
      attributes: related,
    },
  },
};
