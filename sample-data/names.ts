import type { Random } from './random.ts';

type Name = { readonly kanji: string; readonly kana: string };

function names(list: string): readonly Name[] {
  return list.split(' ').map((entry) => {
    const [kanji, kana] = entry.split('/');
    return { kanji: kanji!, kana: kana! };
  });
}

/** Family names that nobody can take for a real person's. */
export const familyNames = names(
  '見本/ミホン 例田/レイダ 仮野/カリノ 試山/タメシヤマ 架空/カクウ 模型谷/モケイダニ 雛形/ヒナガタ 練習/レンシュウ 想定/ソウテイ 例題/レイダイ 仮名沢/カナザワ 見立/ミタテ 試作/シサク 下書/シタガキ 手本/テホン 標本木/ヒョウホンギ',
);

/** Marks the people whose data must never leave the private side (an early-warning name). */
export const canaryFamily: Name = { kanji: '金糸雀', kana: 'カナリヤ' };

const male = names(
  '太郎/タロウ 次郎/ジロウ 三郎/サブロウ 一夫/カズオ 健/ケン 進/ススム 実/ミノル 誠/マコト 大輔/ダイスケ 翔/ショウ 蓮/レン 湊/ミナト 悠真/ユウマ 学/マナブ',
);
const female = names(
  '花子/ハナコ 良子/ヨシコ 恵子/ケイコ 幸/サチ 明美/アケミ 由美/ユミ 愛/アイ 葵/アオイ 結衣/ユイ 陽菜/ヒナ 桜/サクラ 美咲/ミサキ 千代/チヨ 文/フミ',
);

/** A given name not yet `taken` (kana) in the household. */
export function givenName(random: Random, sex: 'M' | 'F', taken: Set<string>): Name {
  const list = sex === 'M' ? male : female;
  const start = random.below(list.length);
  for (let step = 0; step < list.length; step++) {
    const name = list[(start + step) % list.length]!;
    if (taken.has(name.kana)) continue;
    taken.add(name.kana);
    return name;
  }
  return list[start]!;
}

const towns = ['見本町', '例示台', '仮町', '試験場前', '雛形', '練習坂', '想定ヶ丘'];

/** An address in a prefecture that does not exist. */
export function address(random: Random, canary: boolean): { readonly postal: string; readonly text: string } {
  const postal = `999-${String(random.between(9000, 9999))}`;
  const town = canary ? 'カナリヤ町' : random.pick(towns);
  return { postal, text: `架空県見本市${town}${random.between(1, 9)}－${random.between(1, 40)}` };
}
