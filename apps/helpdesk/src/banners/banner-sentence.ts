import { type Banner } from '@mailroom/plugin';

/** What a banner says, and what the one thing to do is called. */
export interface BannerWords {
  readonly sentence: string;
  readonly action: string;
}

/** The words for a banner. */
export function bannerWords({ kind, params }: Pick<Banner, 'kind' | 'params'>): BannerWords {
  switch (kind) {
    case 'refresh-token-expired':
      return {
        sentence: `The sign-in of ${params['mailbox']} has ended and cannot renew itself. Its mail waits until somebody connects it again.`,
        action: 'Reconnect',
      };
    case 'token-expired':
      return { sentence: `The token of ${params['mailbox']} has expired.`, action: 'See why' };
    case 'account-not-fetching':
      return {
        sentence: `No mail has been fetched from “${params['account']}” since ${momentOf(params['since'])}.`,
        action: 'See why',
      };
  }
}

function momentOf(iso: string | null | undefined): string {
  return iso ? `${iso.slice(0, 16).replace('T', ' ')} UTC` : 'it was set up';
}
