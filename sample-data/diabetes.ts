import { type Claim, unitsOf } from './claims.ts';
import { diseases, drugs } from './facts.ts';

/** Codes of diseases E10–E14 of ICD-10, abolished ones by their successor. */
const diseaseCodes = new Set(
  diseases
    .filter(({ icd10, successor }) => {
      const current = successor === '' ? icd10 : diseases.find((other) => other.code === successor)?.icd10;
      return /^E1[0-4]/.test(current ?? '');
    })
    .map(({ code }) => code),
);
const drugCodes = new Set(
  drugs.filter(({ group }) => group.startsWith('糖尿病') || group === 'インスリン').map(({ code }) => code),
);

/** Whether a receipt shows diabetes: a disease that is not merely suspected, or a drug for it. */
export function showsDiabetes(claim: Claim): boolean {
  if (claim.kind === 'therapy') return false;
  if (claim.kind === 'pharmacy')
    return claim.supplies.some((supply) => supply.drugs.some(({ drug }) => drugCodes.has(drug.code)));
  const isDiagnosed = claim.diagnoses.some(
    ({ code, modifiers }) => diseaseCodes.has(code) && !modifiers.includes('8002'),
  );
  return isDiagnosed || unitsOf(claim).some((unit) => unit.rows.some(({ code }) => drugCodes.has(code)));
}
