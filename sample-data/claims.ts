import type { Day, MonthIndex } from './calendar.ts';
import type { Drug } from './facts.ts';
import type { Institution } from './institutions.ts';

export type Diagnosis = {
  readonly code: string;
  /** Modifier codes, concatenated. */
  readonly modifiers: string;
  /** Name, only for an uncoded disease (0000999). */
  readonly text: string;
  readonly main: boolean;
  readonly started: Day;
  /** 転帰: 1 continuing, 2 cured, 3 died, 4 stopped. */
  readonly outcome: '1' | '2' | '3' | '4';
};

export type Row = {
  readonly record: 'SI' | 'IY' | 'TO';
  readonly code: string;
  readonly quantity: string;
  /** 単価 of a device, yen. */
  readonly price?: number;
};

/** 点数・回数算定単位: the points stand on its last row. */
export type Unit = {
  /** 診療識別 */
  readonly section: string;
  readonly rows: readonly Row[];
  /** Points for one time (yen in section 97). */
  readonly points: number;
  readonly count: number;
  /** The points are to be subtracted (金額種別 7). */
  readonly subtracts?: boolean;
  /** A supply of `count` days handed over on the first visit. */
  readonly supply?: boolean;
};

export type MedicalClaim = {
  readonly kind: 'medical';
  readonly archetype: string;
  readonly month: MonthIndex;
  readonly institution: Institution;
  readonly inpatient: boolean;
  /** Days of the month on which the person was seen or in hospital. */
  readonly days: readonly number[];
  readonly diagnoses: readonly Diagnosis[];
  readonly units: readonly Unit[];
  /** Meals in hospital, each 670 yen. */
  readonly meals: number;
};

/** One 剤: drugs taken together. */
export type Supply = {
  readonly drugs: readonly { readonly drug: Drug; readonly amount: number }[];
  /** 剤形: 1 internal, 4 injection, 5 external. */
  readonly form: string;
  /** 調剤数量: days or times. */
  readonly quantity: number;
  /** Drug points of one unit of quantity. */
  readonly points: number;
  readonly preparation: Fee;
  readonly management: Fee | undefined;
};

export type Fee = { readonly code: string; readonly points: number };

export type PharmacyClaim = {
  readonly kind: 'pharmacy';
  readonly archetype: string;
  readonly month: MonthIndex;
  readonly pharmacy: Institution;
  readonly prescriber: Institution;
  readonly day: number;
  readonly supplies: readonly Supply[];
  readonly basic: Fee;
  readonly guidance: Fee;
  /** 調剤基本料加算 */
  readonly addition: Fee;
};

export type Claim = MedicalClaim | PharmacyClaim;

/** Σ points × count of a medical claim, meals left out. */
export function medicalPoints(units: readonly Unit[]): number {
  let sum = 0;
  for (const unit of units) {
    if (unit.section === '97') continue;
    sum += unit.points * unit.count * (unit.subtracts ? -1 : 1);
  }
  return sum;
}

/** Σ CZ + Σ KI of a pharmacy claim. */
export function pharmacyPoints(claim: PharmacyClaim): number {
  let sum = claim.basic.points + claim.guidance.points + claim.addition.points;
  for (const supply of claim.supplies) {
    sum += supply.points * supply.quantity + supply.preparation.points + (supply.management?.points ?? 0);
  }
  return sum;
}
