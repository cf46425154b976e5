import type { Random } from './random.ts';

/** 点数表: 1 医科 (DPC too), 3 歯科, 4 調剤, 6 訪問看護; 0 where no table of fees holds (施術所). */
const tables = {
  clinic: '1',
  hospital: '1',
  dentist: '3',
  pharmacy: '4',
  station: '6',
  therapist: '0',
} as const;

/** A medical institution, pharmacy or place of treatment; names and codes are invented. */
export type Institution = {
  readonly kind: keyof typeof tables;
  readonly table: (typeof tables)[keyof typeof tables];
  readonly prefecture: string;
  /** 7 digits. */
  readonly code: string;
  readonly name: string;
  readonly place: string;
  /** Dispenses by itself (院内処方) instead of writing prescriptions. */
  readonly dispenses: boolean;
  /** How the institution's system writes 記号・番号: full-width or half-width digits. */
  readonly wideDigits: boolean;
  /** An old system still writes dates of birth in the era form. */
  readonly eraDates: boolean;
};

const prefectures = ['13', '14', '11', '12', '22', '23', '27', '26', '09', '10'];

function create(kind: Institution['kind'], count: number, base: number, title: string): Institution[] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return {
      kind,
      table: tables[kind],
      prefecture: prefectures[index % prefectures.length]!,
      code: String(base + number * 11).padStart(7, '0'),
      name: `架空${title}${wide(number)}`,
      place: `架空県見本市${wide((number % 9) + 1)}－${wide((number % 30) + 1)}`,
      dispenses: kind === 'clinic' && number % 8 === 3,
      wideDigits: number % 2 === 0,
      eraDates: number % 23 === 5,
    };
  });
}

/** Digits and ASCII letters in full width. */
export function wide(value: number | string): string {
  return String(value).replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}

const clinics = create('clinic', 180, 9_100_000, 'みほんクリニック');
const hospitals = create('hospital', 30, 9_500_000, 'みほん総合病院');
const dentists = create('dentist', 110, 9_300_000, 'みほん歯科');
const pharmacies = create('pharmacy', 90, 9_800_000, 'みほん薬局');
const stations = create('station', 1, 9_700_000, 'みほん訪問看護ステーション');
const therapists = create('therapist', 40, 9_600_000, 'みほん接骨院');

/** Checkup institutions have ten-digit numbers. */
export const checkupInstitutions = [
  'みほん健診センター',
  'ためし健康管理クリニック',
  'れいだい予防医学協会',
].map((name, index) => ({
  number: `131900${String(2111 + index * 1111)}`,
  name: `架空${name}`,
  /** One still writes the index in the namespace of the older period. */
  oldNamespace: index === 2,
}));

/** Where full checkups are made, the clinic that writes with the public tool, and where paper comes from. */
export const otherCheckupInstitutions = {
  dock: { number: '1319007111', name: '架空みほん人間ドッククリニック' },
  'public-tool': { number: '1119008222', name: '架空ためし内科' },
  paper: { number: '1219009333', name: '架空れいだい医院' },
} as const;

/** Employers without an institution number send under this one. */
export const employerSender = { number: '5521111111', name: '架空みほんファシリティ株式会社' } as const;

/** The society some people come from; results of theirs arrive from insurer to insurer. */
export const formerInsurer = { number: '06999983', isInsurer: true } as const;

/** Contractors of 特定保健指導: two send archives, one its own CSV. */
export const guidanceContractors = [
  { number: '1319004444', name: '架空みほん保健指導センター', form: 'archive' },
  { number: '1319003222', name: '架空ためし健康管理クリニック', form: 'archive' },
  { number: '1319005555', name: '架空こころみヘルスサポート', form: 'csv' },
] as const;

/** An institution near the person that is not among `used`. */
export function chooseInstitution(
  random: Random,
  kind: 'clinic' | 'hospital',
  home: number,
  used: readonly Institution[],
): Institution {
  const list = kind === 'clinic' ? clinics : hospitals;
  for (;;) {
    const near = random.chance(0.85) ? home + random.below(9) : random.below(list.length);
    const institution = list[near % list.length]!;
    if (!used.includes(institution)) return institution;
  }
}

/** The one clinic a person goes to for lasting conditions. */
export function ownClinic(home: number): Institution {
  return clinics[home % clinics.length]!;
}

export function pharmacyNear(home: number): Institution {
  return pharmacies[home % pharmacies.length]!;
}

export function ownDentist(home: number): Institution {
  return dentists[home % dentists.length]!;
}

export function stationNear(home: number): Institution {
  return stations[home % stations.length]!;
}

export function therapistNear(home: number): Institution {
  return therapists[home % therapists.length]!;
}
