/** What the element says in German, in a file of its own: whoever reads English does not load it. */
export { bannerSentences as sentences, bannerWords as words } from '../i18n/de.js';
