import { type Banner } from '../api/shapes.js';
import { type bannerSentences, type bannerWords } from '../i18n/en.js';
import { fillIn } from '../i18n/fill-in.js';
import { type InOtherWords } from '../i18n/in-other-words.js';

/** As many are shown; a page of Mailroom has all of them. */
const AT_ONCE = 3;

/** The words of banners in one language. */
export interface BannerTongue {
  readonly words: InOtherWords<typeof bannerWords>;
  readonly sentences: InOtherWords<typeof bannerSentences>;
}

/** What a line is made of. */
export type SpokenBanner = Pick<Banner, 'kind' | 'cause' | 'severity' | 'params' | 'action'>;

/** One line: what is wrong, and the one way that helps. */
export interface Line {
  /** A line of the same key stays where it is: screen readers hear it once. */
  readonly key: string;
  readonly severity: Banner['severity'];
  readonly says: string;
  readonly act: string;
  /** Below the mount. */
  readonly path: string;
}

/** The most urgent banners as lines, and how many more there are. */
export function linesOf(banners: readonly Banner[], tongue: BannerTongue): Line[] {
  const others = banners.length - AT_ONCE;
  const more: Line = {
    key: 'others',
    severity: 'warning',
    says: tongue.words.others(others),
    act: tongue.words.all,
    path: 'warnings',
  };
  return [
    ...banners.slice(0, AT_ONCE).map((banner) => lineOf(banner, tongue)),
    ...(others > 0 ? [more] : []),
  ];
}

/** One banner as a line. */
export function lineOf(
  { kind, cause, severity, params, action }: SpokenBanner,
  { words, sentences }: BannerTongue,
): Line {
  const sentence: string | undefined = sentences[kind];
  const isReconnect = action.kind === 'reconnect';
  return {
    key: `${kind} ${cause}`,
    severity,
    says: sentence === undefined ? words.unknown : fillIn(words.locale, sentence, params),
    act: isReconnect ? words.reconnect : words.open,
    path: isReconnect ? `tokens?reconnect=${action.tokenId}` : action.path,
  };
}
