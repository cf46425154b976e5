/** Half-width form of each full-width katakana, voiced ones as two characters. */
const narrow = new Map<string, string>([['　', ' ']]);
for (let code = 0xff66; code <= 0xff9d; code++) {
  const letter = String.fromCharCode(code);
  for (const mark of ['', 'ﾞ', 'ﾟ']) {
    const whole = (letter + mark).normalize('NFKC');
    if (whole.length === 1) narrow.set(whole, letter + mark);
  }
}

/** Katakana as older systems write it (半角カナ). */
export function narrowKana(text: string): string {
  return [...text].map((letter) => narrow.get(letter) ?? letter).join('');
}
