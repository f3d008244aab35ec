/** The languages of the pages, by the names that they have in themselves. */
export const languages = { en: 'English', de: 'Deutsch' } as const;

/** A language of the pages, as `lang` of HTML has it. */
export type Language = keyof typeof languages;

const { document } = globalThis as { document?: { documentElement: { lang: string } } };

/** What the pages are read in: decided before anything is painted, see language-first.js. English where there is no page. */
export const language: Language = document?.documentElement.lang === 'de' ? 'de' : 'en';

/** How numbers and dates are written in it. */
export const locale = { en: 'en-GB', de: 'de' }[language];

/** A number as people read it. */
export function figure(number: number): string {
  return number.toLocaleString(locale);
}
