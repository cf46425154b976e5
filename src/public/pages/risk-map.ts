import type { RiskClass, RiskMap } from '#shared/define.ts';
import type { Language, Text } from '#shared/text.ts';
import { shown } from '../cells.ts';
import type { Grid } from '../grid.ts';
import { ui } from '../words.ts';
import { heatKey, type Shade } from './heat-key.ts';
import type { Html } from './html.ts';

type Look = { readonly className: string; readonly sign: string; readonly name: Text };

const looks: Readonly<Record<RiskClass, Look>> = {
  low: { className: 'same', sign: '○', name: { ja: 'リスクが低い', en: 'low risk' } },
  raised: { className: 'up1', sign: '△', name: { ja: 'やや高い', en: 'raised' } },
  high: { className: 'up2', sign: '▲', name: { ja: '高い', en: 'high' } },
  highest: { className: 'up3', sign: '■', name: { ja: 'とても高い', en: 'very high' } },
};

/** Colours each cell by the class of risk its row and column stand for; a cell that is not shown has none. */
export function riskShade(grid: Grid, risks: RiskMap, language: Language) {
  return (at: number, index: number): Shade => {
    const risk = risks[grid.rows[at]?.code ?? '']?.[grid.columns[index]?.code ?? ''];
    if (risk === undefined || shown(grid.cells[at]?.[index]) === undefined) return { className: '' };
    const { className, sign, name } = looks[risk];
    return { className, sign, said: name[language] };
  };
}

export function riskKey(language: Language): Html {
  return heatKey([
    ...Object.values(looks).map(
      ({ className, sign, name }) => [className, `${sign} ${name[language]}`] as const,
    ),
    ['hatch', `X ${ui.hidden[language]}`],
  ]);
}
