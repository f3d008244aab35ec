import { type Banner, type PastBanner } from '../api/shapes.js';
import { bannerSentences, bannerWords } from '../i18n/words.js';
import { fill } from '../i18n/fill.js';
import { tell } from '../i18n/sentence.js';

const LEAVES_OPEN = new Set<Banner['kind']>([
  'account-not-fetching',
  'account-set-back',
  'account-throttled',
  'admin-action-needed',
  'mail-host-failing',
  'mail-host-throttling',
  'mail-without-server',
  'sent-copies-failing',
  'server-failing',
  'webhook-paused',
]);

/** What a banner says, and the problem behind it, where its own sentence leaves that open. */
export function BannerSentence({ banner: { kind, params } }: { banner: Pick<Banner, 'kind' | 'params'> }) {
  const code = params['code'];
  const why = LEAVES_OPEN.has(kind) && typeof code === 'string' ? tell({ code }).says : '';
  return (
    <>
      {fill(bannerSentences[kind], params)} {why}
    </>
  );
}

/** The same for one of the past, which may be of a kind that there is no more. */
export function PastSentence({ banner: { kind, params } }: { banner: PastBanner }) {
  return isKnown(kind) ? <BannerSentence banner={{ kind, params }} /> : <>{bannerWords.unknown}</>;
}

function isKnown(kind: string): kind is Banner['kind'] {
  return Object.hasOwn(bannerSentences, kind);
}
