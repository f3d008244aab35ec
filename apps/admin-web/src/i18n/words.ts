import { words as en } from './en.js';

/** The words of the pages in the language of the reader. English is the only one so far. */
export const words = en;
