import { bannerSentences, bannerWords } from '../i18n/en.js';
import { type BannerTongue } from './banner-lines.js';

// Beside this script once it is built, so the bundler has nothing to look for.
const GERMAN = './banners.de.js';
const english: BannerTongue = { words: bannerWords, sentences: bannerSentences };

/** The words for an element by the `lang` that holds for it; English for every language that there is none in, and in need. */
export async function tongueOf(element: Element): Promise<BannerTongue> {
  const { lang } = element.closest<HTMLElement>('[lang]') ?? document.documentElement;
  return /^de\b/i.test(lang)
    ? (import(/* @vite-ignore */ GERMAN) as Promise<BannerTongue>).catch(() => english)
    : english;
}
