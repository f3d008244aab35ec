import * as de from './de.js';
import * as en from './en.js';
import { type PortalPart, type Sentence } from './en.js';
import { type InOtherWords } from './in-other-words.js';
import { language } from './language.js';

// The build takes this module apart (words-apart.ts): a page loads what it says, in one language.

/** The words of the pages in the language of the reader. */
export const words: InOtherWords<typeof en.words> = { en: en.words, de: de.words }[language];

/** See the tables of the same names in `en.ts`. */
export const codeWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: en.codeWords,
  de: de.codeWords,
}[language];
export const problemSentences: Readonly<Record<string, Sentence>> = {
  en: en.problemSentences,
  de: de.problemSentences,
}[language];
export const ownProblemSentences: Readonly<Record<string, Sentence>> = {
  en: en.ownProblemSentences,
  de: de.ownProblemSentences,
}[language];
export const providerSentences: InOtherWords<typeof en.providerSentences> = {
  en: en.providerSentences,
  de: de.providerSentences,
}[language];
export const dispositionCures: InOtherWords<typeof en.dispositionCures> = {
  en: en.dispositionCures,
  de: de.dispositionCures,
}[language];
export const measureWords: InOtherWords<typeof en.measureWords> = {
  en: en.measureWords,
  de: de.measureWords,
}[language];
export const bannerWords: InOtherWords<typeof en.bannerWords> = { en: en.bannerWords, de: de.bannerWords }[
  language
];
export const bannerSentences: InOtherWords<typeof en.bannerSentences> = {
  en: en.bannerSentences,
  de: de.bannerSentences,
}[language];
export const tokenFailureClasses: InOtherWords<typeof en.tokenFailureClasses> = {
  en: en.tokenFailureClasses,
  de: de.tokenFailureClasses,
}[language];
export const auditSentences: Readonly<Record<string, string>> = {
  en: en.auditSentences,
  de: de.auditSentences,
}[language];
export const importNotes: InOtherWords<typeof en.importNotes> = { en: en.importNotes, de: de.importNotes }[
  language
];
export const movingNotes: InOtherWords<typeof en.movingNotes> = { en: en.movingNotes, de: de.movingNotes }[
  language
];
export const authorizationHelp: Readonly<Record<string, readonly string[]>> = {
  en: en.authorizationHelp,
  de: de.authorizationHelp,
}[language];
export const portalParts: Readonly<Record<string, readonly PortalPart[]>> = {
  en: en.portalParts,
  de: de.portalParts,
}[language];
