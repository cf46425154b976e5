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
  /** 歯式, only of a dental disease. */
  readonly teeth?: string;
  readonly started: Day;
  /** 転帰: 1 continuing, 2 cured, 3 died, 4 stopped. */
  readonly outcome: '1' | '2' | '3' | '4';
};

export type Row = {
  readonly record: 'SI' | 'SS' | 'IY' | 'TO';
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
  /** Inside the bundle of a DPC stay: listed as coding data, without points of its own. */
  readonly bundled?: boolean;
};

/** What makes a hospital stay a DPC receipt. */
export type DpcStay = {
  /** 診断群分類番号 */
  readonly code: string;
  /** 医療機関別係数 */
  readonly coefficient: number;
  /** 入院期間Ⅰ, Ⅱ: points a day and days. */
  readonly periods: readonly { readonly daily: number; readonly days: number }[];
  /** 今月包括合計点数 */
  readonly points: number;
  /** 医療資源を最も投入した傷病名, where it is not the main disease. */
  readonly resource: Diagnosis | undefined;
  /** What was billed like a medical receipt in the last days: then a cover (総括) has two details. */
  readonly apart: readonly Unit[];
  /** Days of the detail billed like a medical receipt. */
  readonly apartDays: number;
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
  readonly dpc?: DpcStay;
  /** Its points where it came on paper, without rows. */
  readonly paperPoints?: number;
};

export type DentalClaim = {
  readonly kind: 'dental';
  readonly archetype: string;
  readonly month: MonthIndex;
  readonly institution: Institution;
  readonly days: readonly number[];
  readonly diagnoses: readonly Diagnosis[];
  readonly units: readonly Unit[];
};

/** One visit of a nurse: fees (訪問看護療養費) in yen. */
export type Visit = {
  readonly day: number;
  readonly fees: readonly { readonly code: string; readonly yen: number }[];
};

export type NursingClaim = {
  readonly kind: 'nursing';
  readonly archetype: string;
  readonly month: MonthIndex;
  readonly institution: Institution;
  readonly days: readonly number[];
  readonly diagnoses: readonly Diagnosis[];
  readonly visits: readonly Visit[];
};

/** 療養費, in yen: what was claimed for the treatment, and what it was found to cost. */
export type TherapyClaim = {
  readonly kind: 'therapy';
  readonly archetype: string;
  readonly therapy: 'judo' | 'acupuncture' | 'massage';
  readonly month: MonthIndex;
  readonly institution: Institution;
  readonly days: readonly number[];
  readonly claimedYen: number;
  readonly yen: number;
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

export type Claim = MedicalClaim | DentalClaim | PharmacyClaim | NursingClaim | TherapyClaim;

/** Kinds of care as they are published. */
export type Care = 'inpatient' | 'outpatient' | 'dental' | 'pharmacy' | 'nursing' | 'therapy';

export function careOf(claim: Claim): Care {
  if (claim.kind !== 'medical') return claim.kind;
  return claim.inpatient ? 'inpatient' : 'outpatient';
}

/** The institution that claims. */
export function claimantOf(claim: Claim): Institution {
  return claim.kind === 'pharmacy' ? claim.pharmacy : claim.institution;
}

/** What is billed by rows of units, what a bundle holds too; nothing where a kind has no units. */
export function unitsOf(claim: Claim): readonly Unit[] {
  return claim.kind === 'medical' || claim.kind === 'dental' ? claim.units : [];
}

/** Σ points × count of units, meals and what a bundle holds left out. */
export function unitPoints(units: readonly Unit[]): number {
  let sum = 0;
  for (const unit of units) {
    if (unit.section === '97' || unit.bundled) continue;
    sum += unit.points * unit.count * (unit.subtracts ? -1 : 1);
  }
  return sum;
}

/** Points of a medical claim: what is billed by its rows and, in a DPC stay, the bundle. */
export function medicalPoints({ units, dpc, paperPoints }: MedicalClaim): number {
  if (paperPoints !== undefined) return paperPoints;
  return unitPoints(units) + (dpc === undefined ? 0 : dpc.points + unitPoints(dpc.apart));
}

/** Σ CZ + Σ KI of a pharmacy claim. */
export function pharmacyPoints(claim: PharmacyClaim): number {
  let sum = claim.basic.points + claim.guidance.points + claim.addition.points;
  for (const supply of claim.supplies) {
    sum += supply.points * supply.quantity + supply.preparation.points + (supply.management?.points ?? 0);
  }
  return sum;
}
