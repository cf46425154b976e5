import { cell, change, definePage, gap, moved, top, unsure, words, year } from '#shared/define.ts';

const perHead = { analysis: 'cost-by-age', measure: 'yen_per_head' };
const members = { analysis: 'members', measure: 'members' };
const participation = { analysis: 'checkup-participation', measure: 'participation_rate' };
const bloodPressure = { analysis: 'checkup-risk', measure: 'risk_rate', at: { risk: 'blood-pressure' } };
const monthly = { analysis: 'cost-by-care', measure: 'yen_per_head' };
const risk = { analysis: 'checkup-risk', measure: 'risk_rate' };
const disease = { analysis: 'disease-cost', measure: 'yen' };

export default definePage({
  group: 'all',
  order: 1,
  title: { ja: '概況', en: 'Overview' },
  question: {
    ja: 'この1年で、医療費と健康はどう変わったか',
    en: 'How did cost and health change over the year?',
  },
  answer: [
    [
      {
        ja: words`1人当たり医療費（食事を除く）は${cell(perHead)}で、前年度より${gap(perHead)}${moved(perHead, { up: '増えました', down: '減りました' })}。`,
        en: words`Cost per member (without meals) was ${cell(perHead)}; it ${moved(perHead, { up: 'rose', down: 'fell' })} by ${gap(perHead)}.`,
      },
      {
        ja: words`1人当たり医療費（食事を除く）は${cell(perHead)}です。`,
        en: words`Cost per member (without meals) was ${cell(perHead)}.`,
      },
      {
        ja: words`1人当たり医療費の値は表示していません。`,
        en: words`Cost per member is not shown.`,
      },
    ],
    [
      {
        ja: words`最も医療費が多い疾病は${top(disease, { over: 'disease', show: 'name' })}です。`,
        en: words`The costliest disease group: ${top(disease, { over: 'disease', show: 'name' })}.`,
      },
      {
        ja: words`表示している疾病の中では、${top(disease, { over: 'disease', show: 'name', among: 'shown' })}の医療費が最も多くなっています。`,
        en: words`Of the disease groups shown, ${top(disease, { over: 'disease', show: 'name', among: 'shown' })} cost most.`,
      },
    ],
    [
      {
        ja: words`特定健診の受診率は${cell(participation)}で、前年度より${gap(participation)}${moved(participation, { up: '高くなりました', down: '低くなりました' })}。`,
        en: words`Checkup participation was ${cell(participation)}; it ${moved(participation, { up: 'rose', down: 'fell' })} by ${gap(participation)}.`,
      },
      {
        ja: words`特定健診の受診率は${cell(participation)}で、前年度と差があるとは言えません（${change(participation)}）${unsure(participation)}。`,
        en: words`Checkup participation was ${cell(participation)}; no difference from the year before can be shown (${change(participation)})${unsure(participation)}.`,
      },
      {
        ja: words`特定健診の受診率は${cell(participation)}です。`,
        en: words`Checkup participation was ${cell(participation)}.`,
      },
    ],
  ],
  tiles: [
    {
      title: { ja: '加入者数', en: 'Members' },
      of: members,
      link: '/analyses/members',
      rows: [
        { label: { ja: '前年度', en: 'Year before' }, of: { ...members, back: 1 } },
        { label: { ja: '本人', en: 'Insured' }, of: { ...members, at: { relation: 'insured' } } },
        { label: { ja: '家族', en: 'Dependants' }, of: { ...members, at: { relation: 'dependant' } } },
      ],
    },
    {
      title: {
        ja: '1人当たり医療費（食事を除く）',
        en: 'Cost per member (without meals)',
      },
      of: perHead,
      link: '/cost',
      scale: [80_000, 320_000],
      rows: [
        { label: { ja: '前年度', en: 'Year before' }, of: { ...perHead, back: 1 } },
        { label: { ja: '男性', en: 'Men' }, of: { ...perHead, at: { sex: 'male' } } },
        { label: { ja: '女性', en: 'Women' }, of: { ...perHead, at: { sex: 'female' } } },
      ],
    },
    {
      title: { ja: '特定健診の受診率', en: 'Checkup participation' },
      of: participation,
      link: '/checkup',
      scale: [40, 100],
      rows: [
        { label: { ja: '前年度', en: 'Year before' }, of: { ...participation, back: 1 } },
        { label: { ja: '本人', en: 'Insured' }, of: { ...participation, at: { relation: 'insured' } } },
        { label: { ja: '家族', en: 'Dependants' }, of: { ...participation, at: { relation: 'dependant' } } },
      ],
    },
    {
      title: { ja: '血圧リスクのある人の割合', en: 'Share with a blood pressure risk' },
      of: bloodPressure,
      link: '/checkup',
      scale: [0, 80],
      rows: [
        { label: { ja: '前年度', en: 'Year before' }, of: { ...bloodPressure, back: 1 } },
        {
          label: { ja: '男性', en: 'Men' },
          of: { ...bloodPressure, at: { risk: 'blood-pressure', sex: 'male' } },
        },
        {
          label: { ja: '女性', en: 'Women' },
          of: { ...bloodPressure, at: { risk: 'blood-pressure', sex: 'female' } },
        },
      ],
    },
  ],
  figures: [
    {
      name: 'monthly',
      span: 'seven',
      title: [
        {
          ja: words`${year()}は${top(monthly, { over: 'month', show: 'name' })}の医療費が最も高い`,
          en: words`${top(monthly, { over: 'month', show: 'name' })} was the costliest month of ${year()}`,
        },
        { ja: words`月ごとの医療費の動き`, en: words`Cost month by month` },
      ],
      subtitle: {
        ja: '1人当たり医療費（円／月、食事を除く）',
        en: 'Cost per member and month (yen; without meals)',
      },
      read: {
        ja: '実線がこの年度、点線が前の年度です。実線が点線より上にある月は、前の年度の同じ月より高い月です。',
        en: 'The solid line is this fiscal year, the dashed line the one before. Where the solid line is higher, the month cost more than the same month a year earlier.',
      },
      frame: { analysis: 'cost-by-care', measure: 'yen_per_head', rows: 'month', columns: 'year' },
      show: { chart: 'monthly' },
    },
    {
      name: 'risk',
      span: 'five',
      title: [
        {
          ja: words`健診で最も多いリスクは${top(risk, { over: 'risk', show: 'name' })}`,
          en: words`Most common checkup risk: ${top(risk, { over: 'risk', show: 'name' })}`,
        },
        { ja: words`健診リスクのある人の割合`, en: words`Share of members at risk` },
      ],
      subtitle: { ja: '割合（%、40〜74歳の受診者）', en: 'Share (%; examined members aged 40–74)' },
      read: {
        ja: '健診の値が、保健指導の目安になる値を超えた人の割合です。1人が複数に当てはまることがあります。',
        en: 'Share of examined members beyond the threshold for health guidance. One person may count under several risks.',
      },
      frame: { analysis: 'checkup-risk', measure: 'risk_rate', rows: 'risk' },
      show: { chart: 'bars' },
    },
    {
      name: 'diseases',
      title: [
        {
          ja: words`最も医療費が多いのは${top(disease, { over: 'disease', show: 'name' })}（${top(disease, { over: 'disease', show: 'value' })}）`,
          en: words`Costliest disease group: ${top(disease, { over: 'disease', show: 'name' })} (${top(disease, { over: 'disease', show: 'value' })})`,
        },
        {
          ja: words`表示している中では${top(disease, { over: 'disease', show: 'name', among: 'shown' })}が最も多い（${top(disease, { over: 'disease', show: 'value', among: 'shown' })}）`,
          en: words`Of those shown, ${top(disease, { over: 'disease', show: 'name', among: 'shown' })} cost most (${top(disease, { over: 'disease', show: 'value', among: 'shown' })})`,
        },
        { ja: words`疾病ごとの医療費`, en: words`Cost by disease` },
      ],
      subtitle: {
        ja: '疾病大分類別の医療費 多い順に8つ（円／年、主傷病、食事を除く）',
        en: 'Yen a year by main disease, the eight largest (ICD-10 chapter; without meals)',
      },
      read: {
        ja: 'レセプトの主傷病に、その月の医療費をまとめて数えています。棒が長いほど医療費が多い疾病です。',
        en: 'The whole cost of a claim counts towards its main disease. A longer bar means more cost.',
      },
      frame: {
        analysis: 'disease-cost',
        measure: 'yen',
        rows: 'disease',
        order: 'value',
        first: 8,
        skipZero: true,
      },
      show: { chart: 'diseases' },
    },
    {
      name: 'risks',
      title: [{ ja: words`健診リスクは事業所でどう違うか`, en: words`Checkup risks by reporting unit` }],
      subtitle: {
        ja: '健診リスクのある人の割合（%、40〜74歳の受診者）色は組合全体との差',
        en: 'Share at risk (%; examined members aged 40–74). Colour: difference from the whole society',
      },
      read: {
        ja: '色と▲▽は、人数によるばらつきを超えて組合全体と違うところだけに付けています。灰色は差があるとは言えません。人数は、血圧の検査値がある人の数です。',
        en: 'Colour and ▲▽ mark only what differs from the whole society beyond chance. Grey: no difference can be shown. Persons: those with a blood pressure value.',
      },
      frame: {
        analysis: 'checkup-risk',
        measure: 'risk_rate',
        rows: 'unit',
        columns: 'risk',
        total: 'rows',
        skipZero: true,
        lead: { analysis: 'checkup-risk', measure: 'base', at: { risk: 'blood-pressure' } },
      },
      show: { heat: 'against-total' },
    },
  ],
});
