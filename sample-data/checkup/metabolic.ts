import type { Body } from '../guidance-level.ts';

export type Metabolic = 'present' | 'borderline' | 'absent' | 'undecidable';

/**
 * メタボリックシンドローム判定 of a person (標準的な健診・保健指導プログラム), written for the planted answers alone: every unknown
 * answer is tried both ways, and what comes out differently is undecidable. Of casual triglycerides 175 counts.
 */
export function metabolicOf(body: Body): Metabolic {
  const [pressureDrug, glucoseDrug, lipidDrug] = body.medicines;
  const wide =
    body.fat !== undefined && body.waist !== undefined
      ? body.fat >= 100 || body.waist >= (body.male ? 85 : 90)
      : body.fat !== undefined
        ? body.fat >= 100
        : atLeast(body.waist, body.male ? 85 : 90);
  const measured =
    body.fpg !== undefined
      ? body.fpg >= 110
      : body.casual !== undefined
        ? body.casual >= 110
        : atLeast(body.hba1c, 6);
  const fat = body.tg !== undefined ? body.tg >= 150 : atLeast(body.casualTg, 175);
  const hdl = body.hdl === undefined ? undefined : body.hdl < 40;
  const open = [
    wide,
    measured,
    glucoseDrug,
    fat,
    hdl,
    lipidDrug,
    atLeast(body.sbp, 130),
    atLeast(body.dbp, 85),
    pressureDrug,
  ];
  const unknown = open.flatMap((mark, index) => (mark === undefined ? [index] : []));
  const found = new Set<Metabolic>();
  for (let way = 0; way < 1 << unknown.length; way++) {
    const at = [...open];
    unknown.forEach((index, bit) => {
      at[index] = ((way >> bit) & 1) === 1;
    });
    const risks = [at[1]! || at[2]!, at[3]! || at[4]! || at[5]!, at[6]! || at[7]! || at[8]!];
    const count = risks.filter(Boolean).length;
    found.add(!at[0] || count === 0 ? 'absent' : count === 1 ? 'borderline' : 'present');
  }
  const [only] = found;
  return only === undefined || found.size > 1 ? 'undecidable' : only;
}

function atLeast(value: number | undefined, limit: number): boolean | undefined {
  return value === undefined ? undefined : value >= limit;
}
