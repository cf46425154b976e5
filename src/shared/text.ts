/** A text a user reads: Japanese is written, English is translated from it. */
export type Text = { readonly ja: string; readonly en: string };

export type Language = 'ja' | 'en';

/** Language by `--lang`, else by `LANG`; Japanese unless the environment clearly asks for English. */
export function chooseLanguage(flag: string | undefined, environment: NodeJS.ProcessEnv): Language {
  if (flag === 'ja' || flag === 'en') return flag;
  return environment['LANG']?.startsWith('en') ? 'en' : 'ja';
}
