import { defineReport } from '#shared/define.ts';

const participation = { analysis: 'checkup-participation', measure: 'participation_rate' };
const risk = (code: string) => ({ analysis: 'checkup-risk', measure: 'risk_rate', at: { risk: code } });
const habit = (code: string) => ({ analysis: 'habits', measure: 'good_rate', at: { habit: code } });

export default defineReport({
  title: '健康レポート',
  purpose: 'employer-report-deidentified',
  classes: ['eligibility', 'checkup', 'receipt'],
  groups: [
    {
      title: '健診',
      note: '高いほどよい',
      indicators: [
        {
          name: 'participation',
          title: '特定健診の受診率',
          phrase: '特定健診の受診率',
          of: participation,
          better: 'higher',
          action: {
            title: '健診を就業時間内に',
            text: '健診の日を勤務の時間とし、予約の案内を上司からも伝えてください。',
          },
        },
        {
          name: 'participation-dependant',
          title: 'うち家族の受診率',
          phrase: '家族の特定健診の受診率',
          of: { ...participation, at: { relation: 'dependant' } },
          better: 'higher',
          action: {
            title: '家族にも健診の案内を',
            text: '家族も受けられることと申込みの方法を、社内の掲示や給与明細の折り込みで家族に届けてください。',
          },
        },
      ],
    },
    {
      title: '健診リスクのある人',
      note: '低いほどよい',
      indicators: [
        {
          name: 'obesity',
          title: '肥満',
          phrase: '肥満のリスクがある人の割合',
          of: risk('obesity'),
          better: 'lower',
          action: {
            title: '食事と体重の見直しを',
            text: '社員食堂や弁当に量を選べる品を増やし、体重を測る機会を作ってください。',
          },
        },
        {
          name: 'blood-pressure',
          title: '血圧',
          phrase: '血圧のリスクがある人の割合',
          of: risk('blood-pressure'),
          better: 'lower',
          action: {
            title: '血圧が高い人に受診を',
            text: '受診が必要な方には組合から直接ご案内します。勤務時間中の受診をお認めください。',
          },
        },
        {
          name: 'lipids',
          title: '脂質',
          phrase: '脂質のリスクがある人の割合',
          of: risk('lipids'),
          better: 'lower',
          action: {
            title: '脂質の値を放置しない',
            text: '健診の結果を持って受診する日を、就業時間の中で取れるようにしてください。',
          },
        },
        {
          name: 'liver',
          title: '肝機能',
          phrase: '肝機能のリスクがある人の割合',
          of: risk('liver'),
          better: 'lower',
          action: {
            title: 'お酒と体重の見直しを',
            text: '会食でお酒を勧めないこと、休肝日を作ることを職場で話し合ってください。',
          },
        },
        {
          name: 'glucose',
          title: '血糖',
          phrase: '血糖のリスクがある人の割合',
          of: risk('glucose'),
          better: 'lower',
          action: {
            title: '血糖が高い人に受診を',
            text: '受診が必要な方には組合から直接ご案内します。通院のための休みを取りやすくしてください。',
          },
        },
      ],
    },
    {
      title: 'よい生活習慣の人',
      note: '高いほどよい',
      indicators: [
        {
          name: 'smoking',
          title: 'たばこを吸わない',
          phrase: 'たばこを吸わない人の割合',
          of: habit('smoking'),
          better: 'higher',
          action: {
            title: '敷地内の禁煙を決める',
            text: '就業時間中と敷地内の禁煙を決め、禁煙したい方に禁煙外来を案内してください。',
          },
        },
        {
          name: 'exercise',
          title: '運動の習慣がある',
          phrase: '運動の習慣がある人の割合',
          of: habit('exercise'),
          better: 'higher',
          action: {
            title: '歩く機会を増やす',
            text: '階段の利用や昼休みの散歩など、仕事の合間に体を動かす工夫を職場で決めてください。',
          },
        },
        {
          name: 'eating',
          title: '食事の習慣がよい',
          phrase: '食事の習慣がよい人の割合',
          of: habit('eating'),
          better: 'higher',
          action: {
            title: '朝食と夕食の時間を守る',
            text: '遅い時間の会議や残業を減らし、夕食の時間を確保できるようにしてください。',
          },
        },
        {
          name: 'drinking',
          title: 'お酒を適量にしている',
          phrase: 'お酒を適量にしている人の割合',
          of: habit('drinking'),
          better: 'higher',
          action: {
            title: 'お酒の量を見直す',
            text: '適量の目安を知らせ、飲めない人や飲みたくない人に勧めない職場にしてください。',
          },
        },
        {
          name: 'sleep',
          title: '睡眠で休養できている',
          phrase: '睡眠で休養が取れている人の割合',
          of: habit('sleep'),
          better: 'higher',
          action: {
            title: '眠る時間を確保する',
            text: '勤務の終わりから次の始まりまでの間隔を見直し、深夜の連絡を控えてください。',
          },
        },
      ],
    },
    {
      title: '医療費',
      note: '年齢と性別のちがいをならした値。組合平均＝100',
      indicators: [
        {
          name: 'cost',
          title: '医療費の水準',
          phrase: '医療費の水準',
          of: { analysis: 'employer-cost', measure: 'cost_index' },
          better: 'lower',
          chance: { persons: 'members', spread: 'spread' },
          action: {
            title: '医療費の内訳を組合と確かめる',
            text: 'どの病気の医療費が多いかを、組合の担当者と一緒に確かめてください。',
          },
        },
      ],
    },
  ],
  summary: {
    question: '働く人と家族の健康は、組合の平均とどこが違うか',
    notes: [
      '「同じくらい」は、人数によるばらつきを考えると、組合平均と差があるとは言えないことを示します（99.8%管理限界）。',
      '健診と生活習慣は40〜74歳の人、医療費は全員のすべての診療（食事を除く）です。特定保健指導の実施率は、保健指導の記録を取り込んだ後に載せます。',
    ],
  },
  participation: {
    question: '健診はどこまで進んだか',
    analysis: 'checkup-participation',
    base: 'target',
    part: 'examined',
    rate: 'participation_rate',
    rows: [
      { title: '全体' },
      { title: '本人', at: { relation: 'insured' } },
      { title: '家族', at: { relation: 'dependant' } },
    ],
    notes: [
      '対象者は、年度末に40〜74歳で、年度の12か月すべてに加入していた人です。妊産婦などの除外や検査項目の不足は考慮していないため、国へ報告する実施率とは一致しません。',
      '「組合平均まで」は、対象者数に組合平均の受診率を掛けた人数から、受診者数を引いて切り上げた人数です。',
    ],
  },
  risks: {
    question: 'どのリスクと生活習慣に気をつけるか',
    groups: ['健診リスクのある人', 'よい生活習慣の人'],
    notes: [
      '健診リスクは、保健指導判定値（標準的な健診・保健指導プログラム 令和6年度版）以上の人の割合です。薬を飲んでいる人も同じ値で数えます。1人が複数に当てはまることがあります。',
      '生活習慣は、健診の質問票の答えです。以前たばこを吸っていた人は「吸わない」に入ります。',
    ],
  },
  trend: {
    question: 'この数年でどう変わったか',
    years: 5,
    notes: [
      '「変化」は前年度との差です。差があるとは言えないとき（95%の範囲の中）は「―」、比べられないときは「…」です。医療費の水準は、年度ごとの組合平均を100とした値です。',
      '年度の終わりに属していた事業所で集計しているため、異動や入退社でも値は動きます。',
    ],
  },
});
