import type { DraftRow } from '../documents/draft.ts';
import { newRowId } from '../documents/random-id.ts';
import type { GuidanceResult, Support } from '../exchange/guidance.ts';
import type { Row, Warehouse } from '../warehouse.ts';
import type { Found } from './found.ts';
import { groupedRows } from './grouped.ts';
import { statutorySql } from './pipelines.ts';
import type { GuidanceRow } from './rows.ts';
import { numberOf, sexOf, textOf } from './values.ts';

const levels: Readonly<Record<string, string>> = {
  intensive: '1',
  motivational: '2',
  'motivational-equivalent': '3',
};

/** One row of the draft per course of guidance: of a document that is held back the findings only. */
export async function* guidanceRows(warehouse: Warehouse, found: Found): AsyncGenerator<DraftRow> {
  const query = `
    select
      documents.document_id, documents.person_id, documents.delivered_sex, documents.sex, documents."level",
      documents.examined_on, documents.contractor, documents.final_on, documents.last_document_on, parts.* exclude (document_id)
    from input.statutory_course as documents
    left join (${statutorySql('course_parts')}
    ) as parts on documents.document_id = parts.document_id
    order by documents.document_id, parts.part, parts.support_id, parts.item_code`;
  for await (const rows of groupedRows(warehouse.batches(query), 'document_id')) {
    const [first] = rows;
    const id = Number(first['document_id']);
    const base = { row: newRowId(), document: 'guidance' as const, findings: [...found.of('guidance', id)] };
    const person = Number(first['person_id']);
    if (found.isHeld('guidance', id)) yield { ...base, person, listed: false };
    else {
      const results = rows.filter((row) => row['part'] === 'result').map(resultOf);
      const supports = rows.filter((row) => row['part'] === 'support').map(supportOf);
      const row: GuidanceRow = {
        ...base,
        sex: sexOf(first),
        day: textOf(first['final_on']) ?? String(first['last_document_on']),
        institution: textOf(first['contractor']),
        results: [...results, ...missingItems(first, results, supports)],
        supports,
      };
      yield { ...row, person, listed: true };
    }
  }
}

function supportOf(row: Row): Support {
  return {
    key: String(row['support_id']),
    section: String(row['section']),
    heldOn: textOf(row['day']),
    form: textOf(row['form_code']),
    minutes: numberOf(row['minutes']),
    performer: textOf(row['performer_code']),
    points: numberOf(row['points']),
    institution: textOf(row['institution']),
  };
}

function resultOf(row: Row): GuidanceResult {
  return {
    section: String(row['section']),
    support: row['support_id'] === null ? null : String(row['support_id']),
    code: String(row['item_code']),
    number: numberOf(row['number']),
    choice: textOf(row['choice']),
    system: textOf(row['choice_system']),
    text: textOf(row['text']),
    day: textOf(row['day']),
  };
}

/** What the report to the State needs besides what contractors send: level, day of the checkup, institutions. */
function missingItems(
  row: Row,
  results: readonly GuidanceResult[],
  supports: readonly Support[],
): GuidanceResult[] {
  const nothing = { support: null, number: null, choice: null, system: null, text: null, day: null };
  const there = new Set(results.map(({ code }) => code));
  const level = levels[String(row['level'])];
  const contractors = new Set([textOf(row['contractor']), ...supports.map(({ institution }) => institution)]);
  const items = [
    ...(level === undefined ? [] : [{ ...nothing, section: '90010', code: '1020000001', choice: level }]),
    { ...nothing, section: '90010', code: '1020000004', day: textOf(row['examined_on']) },
    ...[...contractors]
      .filter((contractor) => contractor !== null)
      .map((text) => ({ ...nothing, section: '90080', code: '1042000081', text })),
  ];
  return items.filter(({ code }) => !there.has(code));
}
