import type { DraftRow } from '../documents/draft.ts';
import { newRowId } from '../documents/random-id.ts';
import type { Result } from '../exchange/checkup.ts';
import type { Row, Warehouse } from '../warehouse.ts';
import type { Found } from './found.ts';
import { groupedRows } from './grouped.ts';
import { statutorySql } from './pipelines.ts';
import type { CheckupRow } from './rows.ts';
import { numberOf, sexOf, textOf } from './values.ts';

const query = () => `
  select
    documents.document_id, documents.person_id, documents.delivered_sex, documents.sex, documents.examined_on,
    documents.institution, documents.guidance_level, documents.metabolic_syndrome,
    results.item_code, results.state, results."number", results.choice, results.choice_system, results."text", results.flag
  from input.statutory_checkup as documents
  left join (${statutorySql('results')}
  ) as results on documents.document_id = results.document_id
  order by documents.document_id, results."position"`;

/** Judgements of a checkup and the choices they are written by (OID tails 1008 and 3001). */
const judgements = [
  {
    column: 'metabolic_syndrome',
    code: '9N501000000000011',
    system: '1008',
    choices: { present: '1', borderline: '2', absent: '3', undecidable: '4' },
  },
  {
    column: 'guidance_level',
    code: '9N506000000000011',
    system: '3001',
    choices: { intensive: '1', motivational: '2', information: '3', excluded: '3', undecidable: '4' },
  },
] as const;

/** One row of the draft per checkup: of a document that is held back the findings only. */
export async function* checkupRows(warehouse: Warehouse, found: Found): AsyncGenerator<DraftRow> {
  for await (const rows of groupedRows(warehouse.batches(query()), 'document_id')) {
    const [first] = rows;
    const id = Number(first['document_id']);
    const base = { row: newRowId(), document: 'checkup' as const, findings: [...found.of('checkup', id)] };
    const person = Number(first['person_id']);
    if (found.isHeld('checkup', id)) yield { ...base, person, listed: false };
    else {
      const results = rows.filter((row) => row['item_code'] !== null).map(resultOf);
      const row: CheckupRow = {
        ...base,
        sex: sexOf(first),
        day: String(first['examined_on']),
        institution: textOf(first['institution']),
        results: [...results, ...missingJudgements(first, results)],
      };
      yield { ...row, person, listed: true };
    }
  }
}

function resultOf(row: Row): Result {
  const state = row['state'];
  return {
    code: String(row['item_code']),
    state: state === 'not_performed' || state === 'not_measurable' ? state : 'measured',
    number: numberOf(row['number']),
    choice: textOf(row['choice']),
    system: textOf(row['choice_system']),
    text: textOf(row['text']),
    flag: textOf(row['flag']),
  };
}

/** Judgements that did not come along, as they were computed. */
function missingJudgements(row: Row, results: readonly Result[]): Result[] {
  const there = new Set(results.map(({ code }) => code));
  return judgements.flatMap(({ column, code, system, choices }) => {
    const choice = Object.entries(choices).find(([level]) => level === row[column])?.[1];
    if (there.has(code) || choice === undefined) return [];
    return [{ code, state: 'measured' as const, number: null, choice, system, text: null, flag: null }];
  });
}
