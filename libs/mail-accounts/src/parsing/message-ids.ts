import { libmime } from '../mime/libmime.js';

const MOST = 200;
const LONGEST = 998;
/** What nearly all fields with one id are. */
const ALONE = /^<[!-;=@-~]{1,900}>$/;
/** Python's mail library makes encoded words of ids that it finds too long for a line. */
const ENCODED = /(?:^|[\s,>])=\?[^?\s]{1,40}\?[bq]\?/i;

/**
 * The message ids of Message-ID, In-Reply-To or References (RFC 5322 section 3.6.4), each in angle brackets. White
 * space that folding put inside an id is taken out, prose around ids is skipped, and ids that lack their brackets
 * get them; ids in encoded words are decoded. Of an endless list the last 200 are kept: they are the nearest relatives.
 */
export function messageIds(values: readonly string[] | undefined): string[] {
  if (values === undefined) return [];
  const [only = ''] = values;
  if (values.length === 1 && ALONE.test(only)) return [only];
  const found = values.flatMap((written) => {
    const value = ENCODED.test(written) ? libmime.decodeWords(written) : written;
    const bracketed = value.match(/<[^<>]+>/g) ?? bare(value);
    return bracketed
      .map((id) => id.replaceAll(/\s+/g, ''))
      .filter((id) => id.length > 2 && id.length <= LONGEST);
  });
  return [...new Set(found)].slice(-MOST);
}

function bare(value: string): string[] {
  const words = value.split(/\s+/).map((word) => word.replaceAll(/[<>]|[,;]+$/g, ''));
  return words
    .filter((word, _, { length }) => word !== '' && (length === 1 || word.includes('@')))
    .map((id) => `<${id}>`);
}
