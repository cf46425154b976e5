/** The schedule of a demo, visibly an example; a real society finds it as comments. */
const example = `[[schedule]]
id = "guidance" # 予定の名前。一度決めたら変えません（同じ仕事を二度しないための目印です）
task = "list:guidance" # 特定保健指導の対象者リスト
every = "month" # 毎月
day = 1 # 日。その月にない日は月末
lag = 2 # 何か月前の月末を基準日にするか（健診結果が届くのを待つ。5月の実行が、3月末までの年度の全員になる）

[[schedule]]
id = "diabetes"
task = "list:diabetes" # 糖尿病の重症化予防の対象者リスト
every = "year" # 毎年
month = 10
day = 1

[[schedule]]
id = "medical-cost"
task = "notice:medical-cost" # 医療費通知
every = "year"
month = 2
day = 10
months = 12 # 何か月分か
lag = 2 # いちばん新しい診療月は、実行する月の何か月前か（2月に実行なら12月まで）
per = "household" # 世帯ごと

[[schedule]]
id = "generic"
task = "notice:generic" # ジェネリック差額通知
every = "year"
month = 11
day = 1
lag = 2

[[schedule]]
id = "release"
task = "release" # 公開候補を作る（公開は人が承認します）
every = "month"
day = 5

[[schedule]]
id = "employer-report"
task = "report:employer" # 事業所レポート
every = "year"
month = 7
day = 1
lag = 4 # 3月を含む年度の分
`;

/** The part of `society.toml` on the schedule. */
export function scheduleText(demo: boolean): string {
  if (demo)
    return `# 予定（これは見本です）。期日が来た仕事を kenpo schedule が行います（docs/schedule.md）。\n${example}`;
  const lines = example.trimEnd().split('\n');
  return `# 予定。使うものの「# 」を外します。期日が来た仕事を kenpo schedule が行います（docs/schedule.md）。\n${lines
    .map((line) => `# ${line}`.trimEnd())
    .join('\n')}\n`;
}
