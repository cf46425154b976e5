import type { Claim, Diagnosis } from './claims.ts';
import { diseases } from './facts.ts';

/** First ICD-10 code (2013) of each chapter used by the 大分類 I…XIX and XXII of 社会保険表章用疾病分類. */
const chapters: readonly (readonly [string, string])[] = [
  ['A00', '01'],
  ['C00', '02'],
  ['D50', '03'],
  ['E00', '04'],
  ['F00', '05'],
  ['G00', '06'],
  ['H00', '07'],
  ['H60', '08'],
  ['I00', '09'],
  ['J00', '10'],
  ['K00', '11'],
  ['L00', '12'],
  ['M00', '13'],
  ['N00', '14'],
  ['O00', '15'],
  ['P00', '16'],
  ['Q00', '17'],
  ['R00', '18'],
  ['S00', '19'],
  ['U00', '22'],
  ['V00', 'unclassified'],
];

function classOfIcd(icd10: string): string {
  if (icd10 === '') return 'unclassified';
  return chapters.findLast(([first]) => icd10.slice(0, 3) >= first)?.[1] ?? 'unclassified';
}

const icdByCode = new Map(diseases.map((disease) => [disease.code, disease.icd10]));
const classByCode = new Map(
  diseases.map((disease) => [
    disease.code,
    classOfIcd(disease.successor === '' ? disease.icd10 : (icdByCode.get(disease.successor) ?? '')),
  ]),
);

/** 大分類 of the main disease (主傷病) of a medical receipt: `01`…`19`, `22` or `unclassified` (分類外). */
export function mainDiseaseClass(diagnoses: readonly Diagnosis[]): string {
  const sure = diagnoses.filter((row) => !row.modifiers.includes('8002'));
  const main = sure.find((row) => row.main) ?? sure[0] ?? diagnoses.find((row) => row.main) ?? diagnoses[0];
  return main === undefined ? 'unclassified' : (classByCode.get(main.code) ?? 'unclassified');
}

/** The class of a receipt: of a DPC stay that of the disease with most resources (01); 療養費 names no disease. */
export function mainDiseaseClassOf(claim: Claim): string {
  if (claim.kind === 'pharmacy' || claim.kind === 'therapy') return 'unclassified';
  const resource = claim.kind === 'medical' ? claim.dpc?.resource : undefined;
  return mainDiseaseClass(resource === undefined ? claim.diagnoses : [resource]);
}
