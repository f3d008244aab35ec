import { lineOf, type SpokenBanner } from '../banner-element/banner-lines.js';
import * as de from '../i18n/de.js';
import * as en from '../i18n/en.js';

const LONGEST_SUBJECT = 150;

/** The languages that letters are written in. */
const tongues = {
  en: {
    words: en.bannerWords,
    sentences: en.bannerSentences,
    letterWords: en.letterWords,
    ownerLetterWords: en.ownerLetterWords,
  },
  de: {
    words: de.bannerWords,
    sentences: de.bannerSentences,
    letterWords: de.letterWords,
    ownerLetterWords: de.ownerLetterWords,
  },
};

/** A letter about these banners: what each says, and the address where it is mended, below `mount`. */
export function letterOf(
  banners: readonly SpokenBanner[],
  mount: string,
  language: keyof typeof tongues,
): { subject: string; text: string } {
  const { letterWords } = tongues[language];
  const lines = banners.map((banner) => lineOf(banner, tongues[language]));
  const paragraphs = lines.map(({ says, act, path }) => `${says}\n${act}: ${mount}${path}`);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const subject = letterWords.subject(lines.length, lines[0]?.says ?? '');
  return {
    subject: subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT - 1)}…` : subject,
    text: [letterWords.lead(lines.length), ...paragraphs, letterWords.footer(zone), ''].join('\n\n'),
  };
}

/** A letter to whoever this banner calls on alone, who is no admin: what has ended for them, and where they mend it. */
export function ownerLetterOf(
  { params }: Pick<SpokenBanner, 'params'>,
  mount: string,
  language: keyof typeof tongues,
): { subject: string; text: string } {
  const mailbox = params['mailbox'] ?? '';
  const { subject, text, act, footer } = tongues[language].ownerLetterWords;
  return {
    subject: subject(mailbox),
    text: [text(mailbox), `${act}: ${mount}my-mailbox`, footer, ''].join('\n\n'),
  };
}
