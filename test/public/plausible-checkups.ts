type Shares = Readonly<Record<string, number>>;

const levels: Shares = { intensive: 0.09, motivational: 0.08, information: 0.53, excluded: 0.3 };
const metabolic: Shares = { present: 0.17, borderline: 0.12, absent: 0.71 };

/** Shares of the codes of dimensions that divide the people examined. */
export const parts: Readonly<Record<string, Shares>> = {
  level: levels,
  need: { due: 0.17, 'not-due': 0.83 },
  metabolic,
  metabolic_risk: { risk: 0.29, none: 0.71 },
  from_level: levels,
  to_level: levels,
  from_metabolic: metabolic,
  to_metabolic: metabolic,
  ckd_g: { G1: 0.16, G2: 0.69, G3a: 0.13, G3b: 0.015, 'G4-5': 0.005 },
  ckd_a: { A1: 0.9, A2: 0.07, A3: 0.03 },
  age_group: { '40-49': 0.34, '50-59': 0.37, '60-69': 0.23, '70-74': 0.06 },
  exam_month: {
    '04': 0.01,
    '05': 0.06,
    '06': 0.16,
    '07': 0.14,
    '08': 0.1,
    '09': 0.14,
    '10': 0.16,
    '11': 0.12,
    '12': 0.06,
    '01': 0.02,
    '02': 0.02,
    '03': 0.01,
  },
};

/** Dimensions of which one person may be under several codes. */
export const overlapping = ['item', 'question', 'outcome', 'change'] as const;

/** Shares at risk, and with a good habit. */
export const risks: Shares = {
  obesity: 0.336,
  'blood-pressure': 0.257,
  lipids: 0.42,
  liver: 0.189,
  glucose: 0.225,
};
export const habits: Shares = {
  smoking: 0.748,
  exercise: 0.297,
  eating: 0.599,
  drinking: 0.855,
  sleep: 0.629,
};

const findings: Shares = {
  bmi: 0.31,
  waist: 0.36,
  sbp: 0.33,
  dbp: 0.24,
  tg: 0.23,
  hdl: 0.06,
  ldl: 0.52,
  'non-hdl': 0.46,
  fpg: 0.32,
  hba1c: 0.41,
  'casual-glucose': 0.28,
  ast: 0.17,
  alt: 0.21,
  ggt: 0.22,
  hemoglobin: 0.09,
};
const riskLevels: Shares = { obesity: 0.34, pressure: 0.26, glucose: 0.22, lipids: 0.42, liver: 0.19 };
const unlimited = ['bmi', 'waist', 'hdl'];
const changes: Shares = {
  guidance: 0.06,
  obesity: 0.37,
  'blood-pressure': 0.18,
  glucose: 0.09,
  lipids: 0.29,
};

/** Share of the examined with an answer or a better value: made up from the place in its list. */
const spread = (code = '') =>
  0.06 + ((Number.parseInt(code.replace(/\D/g, '') || String(code.length), 10) * 17) % 60) / 100;

/** How a judgement changes: most keep it. */
function kept(from: string | undefined, to: string | undefined, all: Shares): number {
  if (from === undefined || to === undefined) return 1;
  const share = all[to] ?? 0;
  return (0.35 * share + (from === to ? 0.65 : 0)) / share;
}

/**
 * An invented figure of an analysis of checkups or guidance; undefined for any other measure. `people` are the members
 * at the coordinate.
 */
export function checkupFigure(
  measure: string,
  at: Readonly<Record<string, string>>,
  people: number,
): number | undefined {
  const examined = people * 0.37;
  const due = examined * (at['level'] === undefined ? 0.17 : 1);
  const female = at['sex'] === 'female' ? 0.8 : 1;
  const unit = 1 + 0.2 * Math.sin(Number(String(at['unit'] ?? 0).replace(/\D/g, '')) * 2.4);
  const found = examined * (findings[at['item'] ?? ''] ?? 0) * female;
  const before = examined * (changes[at['change'] ?? ''] ?? 0);
  const pairs =
    examined *
    0.8 *
    kept(at['from_level'], at['to_level'], levels) *
    kept(at['from_metabolic'], at['to_metabolic'], metabolic);
  const figures: Readonly<Record<string, number>> = {
    'checkup-months.examined': examined,
    'checkup-findings.measured': at['item'] === 'hemoglobin' ? examined * 0.4 : examined,
    'checkup-findings.found': at['item'] === 'hemoglobin' ? found * 0.4 : found,
    'checkup-referral.measured': at['item'] === 'hemoglobin' ? examined * 0.4 : examined,
    'checkup-referral.found': at['item'] === 'hemoglobin' ? found * 0.4 : found,
    'checkup-referral.referred': unlimited.includes(at['item'] ?? '') ? 0 : found * 0.28,
    'questionnaire.asked': examined * 0.96,
    'questionnaire.chosen': examined * 0.96 * spread(at['question']) * female,
    'guidance-levels.assessed': examined,
    'guidance-rate.due': due,
    'guidance-rate.completed': due * 0.27 * unit,
    'guidance-pipeline.due': due,
    'guidance-pipeline.interviewed': due * 0.34 * unit,
    'guidance-pipeline.completed': due * 0.27 * unit,
    'guidance-outcomes.completed': due * 0.27 * (at['outcome'] === undefined ? 1 : spread(at['outcome'])),
    'ckd-map.persons': examined * 0.4,
    'checkup-transitions.persons': pairs,
    'checkup-changes.before': before,
    'checkup-changes.improved': before * 0.24,
    ...Object.fromEntries(
      Object.entries(riskLevels).flatMap(([risk, share]) => [
        [`risk-level.${risk}`, examined * share * unit],
        [`risk-level.${risk}_observed`, Math.round(examined * share * unit) * 100],
        [`risk-level.${risk}_expected`, examined * share * 100],
      ]),
    ),
    'health-level.assessed': examined,

    'health-level.due': examined * 0.17 * unit,

    'health-level.observed': Math.round(examined * 0.17 * unit) * 100,
    'health-level.expected': examined * 17,
  };
  const figure = figures[measure];
  return figure === undefined ? undefined : Math.round(figure);
}
