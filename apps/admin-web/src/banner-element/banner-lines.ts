import { type Banner } from '../api/shapes.js';
import { bannerSentences, bannerWords } from '../i18n/en.js';
import { fill } from '../i18n/fill.js';

/** As many are shown; a page of Mailroom has all of them. */
const AT_ONCE = 3;

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
export function linesOf(banners: readonly Banner[]): Line[] {
  const others = banners.length - AT_ONCE;
  const more: Line = {
    key: 'others',
    severity: 'warning',
    says: bannerWords.others(others),
    act: bannerWords.all,
    path: 'warnings',
  };
  return [...banners.slice(0, AT_ONCE).map(lineOf), ...(others > 0 ? [more] : [])];
}

/** One banner as a line. */
export function lineOf({ kind, cause, severity, params, action }: SpokenBanner): Line {
  const sentence: string | undefined = bannerSentences[kind];
  const isReconnect = action.kind === 'reconnect';
  return {
    key: `${kind} ${cause}`,
    severity,
    says: sentence === undefined ? bannerWords.unknown : fill(sentence, params),
    act: isReconnect ? bannerWords.reconnect : bannerWords.open,
    path: isReconnect ? `tokens?reconnect=${action.tokenId}` : action.path,
  };
}
