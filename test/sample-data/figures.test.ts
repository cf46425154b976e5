import { beforeAll, describe, expect, test } from 'vitest';
import { measureSociety } from './figures.ts';

/**
 * Bands around published totals of health insurance societies (健保連 医療費の動向 2024, 特定健診実施状況 2023,
 * 特定健診・特定保健指導の実施状況 2023, 問診回答 2022, 実態調査 2022 …), wide enough for a society of 3,000.
 */
const bands: readonly (readonly [name: string, low: number, high: number])[] = [
  ['meanAge', 33.5, 38.5],
  ['under20', 0.2, 0.27],
  ['from20to39', 0.26, 0.34],
  ['from65', 0.02, 0.055],
  ['female', 0.44, 0.53],
  ['maleOfInsured', 0.58, 0.7],
  ['insuredShare', 0.56, 0.67],
  ['outpatientReceipts', 6.1, 7.4],
  ['inpatientReceipts', 0.05, 0.095],
  ['pharmacyReceipts', 4.2, 5.4],
  ['dentalReceipts', 1.7, 2.1],
  ['nursingReceipts', 0.003, 0.03],
  ['therapyReceipts', 0.15, 0.4],
  ['outpatientYen', 60_000, 105_000],
  ['inpatientYen', 30_000, 64_000],
  ['pharmacyYen', 28_000, 60_000],
  ['dentalYen', 20_000, 26_500],
  ['nursingYen', 200, 2_600],
  ['therapyYen', 500, 2_500],
  ['dpcShare', 0.5, 0.85],
  ['dpcOverOthers', 0.5, 2],
  ['monthWithReceipt', 0.37, 0.5],
  ['topPercent', 0.13, 0.36],
  ['topTenth', 0.48, 0.72],
  ['yearWithoutReceipt', 0.04, 0.18],
  ['coldJanuaryToAugust', 1.5, 3.6],
  ['pollenMarchToJuly', 3, 14],
  ['genericShare', 0.86, 0.98],
  ['pressureUsersMen', 0.17, 0.25],
  ['pressureUsersWomen', 0.07, 0.15],
  ['lipidUsersMen', 0.1, 0.19],
  ['lipidUsersWomen', 0.07, 0.15],
  ['glucoseUsersMen', 0.045, 0.1],
  ['glucoseUsersWomen', 0.01, 0.05],
  ['participationInsured', 0.85, 0.94],
  ['participationDependants', 0.4, 0.58],
  ['obesity', 0.37, 0.5],
  ['pressureRisk', 0.26, 0.4],
  ['glucoseRisk', 0.25, 0.4],
  ['lipidRisk', 0.5, 0.68],
  ['liverRisk', 0.3, 0.47],
  ['smokingMen', 0.26, 0.41],
  ['smokingWomen', 0.05, 0.16],
  ['obesitySpread', 0.08, 0.4],
  ['sbpOfTreatedOverOthers', 3, 18],
  ['assessedShare', 0.76, 0.88],
  ['completeShare', 0.7, 0.86],
  ['metabolicMen', 0.15, 0.26],
  ['metabolicWomen', 0.01, 0.08],
  ['borderline', 0.09, 0.17],
  ['intensive', 0.05, 0.12],
  ['motivational', 0.05, 0.11],
  ['guidanceUsed', 0.3, 0.5],
  ['guidanceCompleted', 0.24, 0.45],
  ['noLongerDue', 0.2, 0.5],
  ['wrongLevels', 0.002, 0.03],
  ['messyShare', 0.022, 0.038],
  ['changedShare', 0.004, 0.02],
];

describe('a generated society of 3,000', () => {
  let figures: Record<string, number>;
  beforeAll(async () => {
    ({ figures } = await measureSociety(3_000, 1));
  }, 120_000);

  test.each(bands)('%s lies between %d and %d', (name, low, high) => {
    expect(figures[name]).toBeGreaterThanOrEqual(low);
    expect(figures[name]).toBeLessThanOrEqual(high);
  });

  test('every measured figure has a band', () => {
    expect(Object.keys(figures).sort()).toEqual(bands.map(([name]) => name).sort());
  });
});
