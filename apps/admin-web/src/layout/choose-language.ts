import { type Language } from '../i18n/language.js';

const KEPT = 'mailroom-language';

/** The language that somebody has chosen in this browser; null while the host or the browser decides. */
export function chosenLanguage(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** Shows this page again in a language, and all others from now on; null leaves it to the host and the browser again. */
export function chooseLanguage(language: Language | null): void {
  try {
    if (language === null) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, language);
  } catch {
    // A browser that keeps no storage keeps no choice.
  }
  window.location.reload();
}
