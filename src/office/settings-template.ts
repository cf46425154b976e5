/** A purpose the society has adopted, as it goes into `society.toml`. */
type Adopted = { readonly id: string; readonly classes: readonly string[]; readonly date: string };

export type NewSociety = {
  readonly name: string;
  readonly insurerNumber: string;
  readonly demo: boolean;
  readonly purposes: readonly Adopted[];
};

/** The purposes a demo society adopts, visibly as an example; a real society starts with none. */
export const examplePurposes: readonly Adopted[] = [
  { id: 'operations-baseline', classes: ['eligibility'], date: '2024-04-01' },
  { id: 'medical-cost-analysis', classes: ['eligibility', 'receipt'], date: '2024-04-01' },
  { id: 'checkup-analysis', classes: ['eligibility', 'checkup'], date: '2024-04-01' },
];

/** Text of a new `society.toml`, every key with a sentence in Japanese. */
export function settingsText(society: NewSociety): string {
  return `# 健康保険組合の方針。個人の情報はここに書きません。知らない項目があると読み込みを断ります。
# 項目の説明: docs/settings.md

[society]
name = ${JSON.stringify(society.name)}
insurer_number = ${JSON.stringify(society.insurerNumber)} # 保険者番号（8桁）
demo = ${society.demo} # 見本の組合だけ true。見本の組合には、ほかのファイルを取り込めません。

[publication]
k = 10 # 公開する人数の下限。上げることはできますが、10より下げられません。
grade = "P2u" # 守りの強さ。"P3" にすると隠す数が増えます。
close_after_months = 3 # 診療月から何か月後に確定とみなすか
dominance_percent = 10 # 金額の p% ルールの p
minimum_households = 5 # 公開する区分に必要な世帯の数

[reporting]
unit_minimum = 50 # 事業所を単独の集計単位にする、40〜74歳の被保険者の下限（30より下げられません）

# 事業所のグループ（小さな事業所をまとめる単位）
# [[group]]
# id = "A"
# name = "製造グループ"
# employers = ["E005", "E006"]

${purposesText(society.purposes, society.demo)}`;
}

function purposesText(purposes: readonly Adopted[], demo: boolean): string {
  const head = demo
    ? '# 採用した利用目的（これは見本です。実際の組合では、公表した利用目的だけを書きます）'
    : '# 採用した利用目的。公表したものだけを書きます。書いていない目的の集計は断られます。';
  const list = purposes.map(
    ({ id, classes, date }) =>
      `[[purpose]]\nid = "${id}"\nclasses = ${JSON.stringify(classes)}\npublished_on = ${date}\neffective_from = ${date}\n`,
  );
  const example =
    '# [[purpose]]\n# id = "medical-cost-analysis" # 医療費分析・疾病分析\n# classes = ["eligibility", "receipt"]\n# published_on = 2024-04-01\n# effective_from = 2024-04-01\n';
  return `${head}\n${list.length > 0 ? list.join('\n') : example}`;
}
