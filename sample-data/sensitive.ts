import { type Claim, unitsOf } from './claims.ts';
import { diseases, drugs, procedures } from './facts.ts';

const icdByCode = new Map(diseases.map((disease) => [disease.code, disease.icd10]));
const currentIcd = new Map(
  diseases.map(({ code, icd10, successor }) => [
    code,
    successor === '' ? icd10 : (icdByCode.get(successor) ?? ''),
  ]),
);

/** 性感染症, HIV, 精神, 婦人科, 妊娠・出産 as three-character ICD-10 categories. */
const categories = /^(A5\d|A6[0-4]|B2[0-4]|F\d\d|N7\d|N8\d|N9[0-8]|O\d\d)/;
const psychiatricTherapy = /^I0(0\d|1[0-6])$/;
const psychotropic = new Set(
  drugs.filter(({ priceCode }) => priceCode.startsWith('117')).map(({ code }) => code),
);

/**
 * Whether a household's letter must not show a receipt: by a disease (also a suspected one, and one that has no ICD-10),
 * psychiatric therapy or a psychotropic drug. Of a pharmacy only the drugs speak here.
 */
export function isSensitive(claim: Claim): boolean {
  if (claim.kind === 'pharmacy')
    return claim.supplies.some((supply) => supply.drugs.some(({ drug }) => psychotropic.has(drug.code)));
  if (claim.kind === 'therapy') return false;
  const disease = claim.diagnoses.some(({ code }) => {
    const icd = currentIcd.get(code) ?? '';
    return icd === '' || categories.test(icd);
  });
  return (
    disease || unitsOf(claim).some(({ rows }) => rows.some((row) => isSensitiveRow(row.record, row.code)))
  );
}

function isSensitiveRow(record: string, code: string): boolean {
  if (record === 'IY') return psychotropic.has(code);
  return record === 'SI' && psychiatricTherapy.test(procedures.get(code)?.feeClass ?? '');
}
