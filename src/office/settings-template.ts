import { lettersText } from './letters-template.ts';
import { type Adopted, purposesText } from './purposes-template.ts';
import { scheduleText } from './schedule-template.ts';

export type NewSociety = {
  readonly name: string;
  readonly insurerNumber: string;
  readonly demo: boolean;
  readonly purposes: readonly Adopted[];
};

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

[guidance]
overdue_months = 6 # 特定保健指導の初回面接から何か月たっても実績評価がなければ、遅れとみなすか

[notices.medical-cost]
per = "household" # 医療費通知を世帯ごと（household）に作るか、一人ごと（person）に作るか

# 事業所のグループ（小さな事業所をまとめる単位）
# [[group]]
# id = "A"
# name = "製造グループ"
# employers = ["E005", "E006"]

${purposesText(society.purposes, society.demo)}
${lettersText(society.demo)}
${scheduleText(society.demo)}`;
}
