import { isAscii, isUtf8 } from 'node:buffer';
import { wordBytes } from '../../mime/encoded-words.js';
import { decodeText } from './decode-text.js';

/** Character sets whose encoded words nobody but us can read, and names that say nothing. */
const FOREIGN =
  '(?:x-)?unknown(?:-8bit)?|default(?:_charset)?|[78]bit|none|binary|(?:us-)?ascii|ansi|utf-16(?:[lb]e)?|hz(?:-gb-2312)?|iso-?2022-?(?:kr|cn(?:-ext)?)';
const foreign = new RegExp(`=\\?(?:${FOREIGN})\\?[bq]\\?`, 'i');
const runs = runsOf(FOREIGN);
/** Character sets that are named out of habit, UTF-8 and the one of Western Europe for one another. */
const mislabelled = runsOf('utf-?8|iso-8859-1|windows-1252');
/** A word that somebody folded in its middle. */
const folded = /=\?[\w*.:-]{2,40}\?[bq]\?[^?\s]{0,998}\r?\n[ \t]+(?!=\?)[^?\s]{0,998}\?=/gi;
const each = /=\?[^?]*\?[bq]\?([^?\s]*)\?=/gi;

/**
 * A header block (latin1) with its encoded words (RFC 2047) in UTF-8 where they are in a character set that only
 * `decodeText` knows, nobody named, or somebody named wrong. Words that stand side by side are one text. Null where there are none.
 */
export function withKnownWords(head: string): string | null {
  // A soft line break of quoted-printable has no place there either.
  const whole = head.replaceAll(folded, (word) => word.replaceAll(/=?\r?\n[ \t]+/g, ''));
  const labelled = whole.replaceAll(mislabelled, (run: string, charset: string, way: string) => {
    const bytes = Buffer.concat([...run.matchAll(each)].map(([, text = '']) => wordBytes(text, way)));
    const isUtf8Said = /^utf-?8$/i.test(charset);
    const fits = isUtf8Said ? isUtf8(bytes) : isAscii(bytes) || !isUtf8(bytes);
    return fits ? run : utf8Word(decodeText(bytes, charset));
  });
  if (!foreign.test(labelled)) return labelled === head ? null : labelled;
  return labelled.replaceAll(runs, (run: string, charset: string, way: string) => {
    const pieces = [...run.matchAll(each)].map(([, text = '']) => wordBytes(text, way));
    return utf8Word(decodeText(Buffer.concat(pieces), charset));
  });
}

function utf8Word(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

/** Words in such a character set that stand side by side. */
function runsOf(charsets: string): RegExp {
  return new RegExp(
    `=\\?(${charsets})\\?([bq])\\?([^?\\s]*)\\?=(?:[ \\t\\r\\n]+=\\?\\1\\?\\2\\?[^?\\s]*\\?=)*`,
    'gi',
  );
}
