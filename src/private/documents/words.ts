import type { Text } from '#shared/text.ts';
import type { DraftHeader } from './draft.ts';

/** 機密区分 as it is printed and told. */
export const confidentialityWords: Readonly<Record<DraftHeader['confidentiality'], Text>> = {
  'top-secret': { ja: '極秘', en: 'top secret' },
  secret: { ja: '秘密', en: 'secret' },
  internal: { ja: '社外秘', en: 'internal' },
};
