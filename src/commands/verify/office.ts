import { verifyChain } from '#office/chain.ts';
import { verifyLedger } from '#office/ledger/verify.ts';
import { alteredPeople, listPeople } from '#office/people.ts';
import type { Home } from '#shared/home.ts';
import type { Language, Text } from '#shared/text.ts';
import { type Line, line } from './line.ts';

const areas = {
  audit: { ja: '監査証跡', en: 'audit chain' },
  ledger: { ja: '文書台帳', en: 'ledger of documents' },
  schedule: { ja: '予定の実行簿', en: 'register of scheduled runs' },
  people: { ja: '登録した人', en: 'registered persons' },
};

const words = {
  unbroken: { ja: 'つながりが切れていない', en: 'unbroken' },
  tied: { ja: '監査証跡と合っている', en: 'agrees with the audit chain' },
  kept: { ja: '控えにある記録が欠けていない', en: 'holds every entry that was kept outside' },
  ruled: {
    ja: '番号に欠けがなく、確認した人が作った人と違う',
    en: 'no number is missing, and no maker confirmed',
  },
  filed: { ja: 'どの番号にも文書がある', en: 'every number has its file' },
  people: { ja: '登録のときのまま', en: 'as they were registered' },
};

/** The society's own books: three chains (the audit chain begins with the home, so it is never empty), the rules of the ledger, and the registered persons. */
export function officeLines(home: Home, language: Language): readonly Line[] {
  const proof = verifyLedger(home);
  const ledger = areas.ledger[language];
  const people = listPeople(home);
  const altered = alteredPeople(home).length;
  const whole = (chain: 'audit' | 'ledger' | 'schedule') => {
    const { broken, events } = verifyChain(home.office, chain);
    const begun = chain !== 'audit' || events > 0;
    return line(areas[chain][language], words.unbroken[language], broken === undefined && begun, events);
  };
  return [
    whole('audit'),
    whole('ledger'),
    line(ledger, words.tied[language], proof.tied, proof.events),
    line(ledger, words.kept[language], proof.kept, proof.events),
    line(ledger, words.ruled[language], proof.unruly === undefined, proof.events),
    line(ledger, unfinished(proof.withoutFile)[language], true, proof.events),
    whole('schedule'),
    {
      ...line(areas.people[language], words.people[language], altered === 0, people.length),
      failing: altered,
    },
  ];
}

/** A number without a file is allowed: printing was interrupted, and goes on with the same number. */
function unfinished(numbers: readonly string[]): Text {
  if (numbers.length === 0) return words.filed;
  return {
    ja: `番号だけで文書がまだない（印刷の途中）: ${numbers.join('、')}`,
    en: `numbers without a file yet (printing was interrupted): ${numbers.join(', ')}`,
  };
}
