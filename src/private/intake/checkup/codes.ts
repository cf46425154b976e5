/** Namespaces and object identifiers of the checkup documents (特定健診の電子的なデータ標準様式). */

export const clinicalNamespace = 'urn:hl7-org:v3';

/** Index, summary and claims: of the 4th period, and of older files. */
export const exchangeNamespaces: readonly string[] = [
  'https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html',
  'http://tokuteikenshin.jp/checkup/2007',
];

export const root = '1.2.392.200119.6.';

export const insurerId = `${root}101`;
export const institutionId = `${root}102`;
export const symbolId = `${root}204`;
export const numberId = `${root}205`;
export const branchId = `${root}211`;

/** Code system of H and L for values beyond the range of input (HL7 ObservationInterpretation). */
export const beyondRangeSystem = '2.16.840.1.113883.5.83';

/** Last part of an identifier below the root of the checkup lists; another identifier is kept whole. */
export function listOf(codeSystem: string): string {
  return codeSystem.startsWith(root) ? codeSystem.slice(root.length) : codeSystem;
}

export const guidanceProgram = '100';
/** 事業者健診: programme, and 報告区分. */
export const employerProgram = '030';
export const employerCategory = '41';
/** 報告区分 of health guidance (特定保健指導): begun, evaluated, stopped, other, first interview, to the state. */
export const guidanceCategories: readonly string[] = ['21', '22', '23', '24', '25', '30'];

/**
 * How the codes of a document look: 項目コード (JLAC10, 17 characters; of guidance 10), choice, code system, unit (UCUM),
 * 医療機関番号, プログラムサービスコード, 報告区分, section. What looks otherwise may be a name in the wrong place, so it is noted and not kept.
 */
const codeForms = {
  item: /^\d[0-9A-Z]{9,16}$/,
  choice: /^\d{1,6}$/,
  system: /^\d[\d.]{0,63}$/,
  unit: /^[!-~]{1,16}$/,
  institution: /^\d{10}$/,
  program: /^\d{3}$/,
  report: /^\d{2}$/,
  section: /^\d{5}$/,
} as const;

/** The text where it looks as the code should. */
export function codeOf(form: keyof typeof codeForms, text: string | undefined): string | undefined {
  return text !== undefined && codeForms[form].test(text) ? text : undefined;
}
