const demo = `[letters] # 通知の差出人（これは見本です。実在しません）
postal_code = "000-0000"
address = "架空県見本市例示町9-9-9"
department = "給付担当" # 問い合わせ先
phone = "00-0000-0000"
hours = "平日 9時〜17時"

[letters.window] # 封筒の窓（mm）。封筒の左上から。はじめて使う封筒は、1通で確かめてから印刷します
left = 20
top = 12
width = 90
height = 45
`;

/** `[letters]` of a new society.toml: an invented sender for a demo, an example in comments for a real society. */
export function lettersText(isDemo: boolean): string {
  if (isDemo) return demo;
  const commented = demo
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `# ${line}`))
    .join('\n');
  return `${commented.replace('（これは見本です。実在しません）', '（書くまで通知は印刷できません）')}\n`;
}
