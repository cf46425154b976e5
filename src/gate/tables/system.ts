import type { Grade, InputCell, InputRelation, SystemInput } from '../model/input.ts';
import type { Figure } from './cells.ts';
import type { Other } from './others.ts';
import type { Known } from './relations.ts';

/** Figures shown or hidden in an approved release, by cell id. */
export type Published = ReadonlyMap<string, 'shown' | 'hidden'>;

/** Extra loss of information when the figure of the whole society, or one with a single coordinate, is hidden. */
const headline = [2, 0.5];

/** The whole release as one table system. Slack cells turn what is known as "at most" into sums. */
export function systemOf(
  figures: ReadonlyMap<string, Figure>,
  known: readonly Known[],
  others: readonly Other[],
  published: Published,
  { k, grade }: { readonly k: number; readonly grade: Grade },
): SystemInput {
  const slacks: InputCell[] = [];
  const relations: InputRelation[] = [];
  const truth = (id: string) => figures.get(id)!.value;
  const slack = (id: string, value: number): string => {
    slacks.push({ id, value, kind: 'slack', primary: false });
    return id;
  };
  /** Those of the whole who are not in the part: anyone can subtract, so that few of them are a primary of their own. */
  const atMost = (part: string, whole: string, name: string) => {
    const rest = truth(whole) - truth(part);
    const few: InputCell = {
      id: name,
      value: rest,
      kind: 'count',
      primary: true,
      primaryReason: 'complement',
      weight: 0,
    };
    if (rest > 0 && rest < k) slacks.push(few);
    else slack(name, rest);
    relations.push({ total: whole, parts: [part, name] });
  };
  for (const { total, parts, overlapping, complete } of known) {
    const sum = parts.reduce((all, part) => all + truth(part), 0);
    if (!overlapping && complete) relations.push({ total, parts });
    else if (!overlapping)
      relations.push({ total, parts: [...parts, slack(`rest|${total}`, truth(total) - sum)] });
    else {
      for (const part of parts) atMost(part, total, `rest|${total}|${part}`);
      if (!complete) continue;
      relations.push({ total: slack(`sum|${total}|${parts[0]}`, sum), parts });
      relations.push({
        total: `sum|${total}|${parts[0]}`,
        parts: [total, slack(`shared|${total}|${parts[0]}`, sum - truth(total))],
      });
    }
  }
  const cells = [...figures.values()].map((figure) => inputOf(figure, published));
  for (const other of others) {
    cells.push(other.cell);
    relations.push({ total: other.base, parts: [other.part, other.cell.id] });
  }
  return { k, grade, cells: [...cells, ...slacks], relations };
}

function inputOf(figure: Figure, published: Published): InputCell {
  const { id, value, kind, primary, impossible } = figure;
  const before = published.get(id);
  return {
    id,
    value,
    kind,
    primary: primary !== undefined,
    weight: figure.printedIn.length + (headline[Object.keys(figure.place).length] ?? 0),
    ...(primary && { primaryReason: primary.reason }),
    ...(primary?.needLower !== undefined && { needLower: primary.needLower }),
    ...(primary?.needUpper !== undefined && { needUpper: primary.needUpper }),
    ...(impossible && { structural: true }),
    ...(before === 'shown' && { fixed: true }),
    ...(before === 'hidden' && { wasHidden: true }),
  };
}
