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
    case 'token-disconnected':
      return {
        sentence: `${params['mailbox']} was disconnected by ${params['by'] ?? 'an admin'}, and something that is live still uses it.`,
        action: 'Reconnect',
      };
    case 'token-expired':
      return { sentence: `The token of ${params['mailbox']} has expired.`, action: 'See why' };
    case 'client-failing':
      return {
        sentence: `The provider does not accept the OAuth2 client “${params['client']}”: ${params['mailboxes']} mailboxes get no new token.`,
        action: 'Correct it',
      };
    case 'provider-not-answering':
      return {
        sentence: `The provider of “${params['client']}” has been in trouble since ${momentOf(params['since'])}.`,
        action: 'See why',
      };
    case 'secret-expired':
    case 'certificate-expired':
      return {
        sentence: `The ${thingOf(kind)} of the OAuth2 client “${params['client']}” has expired: ${params['mailboxes']} mailboxes depend on it.`,
        action: 'Replace it',
      };
    case 'secret-expiring':
    case 'certificate-expiring':
      return {
        sentence: `The ${thingOf(kind)} of the OAuth2 client “${params['client']}” expires on ${momentOf(params['expiresAt'])}.`,
        action: 'Replace it',
      };
    case 'refresh-token-idle':
      return {
        sentence: `The sign-in of ${params['mailbox']} has not been renewed for long and ends on ${momentOf(params['diesAt'])}.`,
        action: 'See why',
      };
    case 'host-clock-wrong':
      return {
        sentence: `The clock of ${params['host']} is ${params['minutes']} minutes ${params['direction']} that of ${params['provider']}.`,
        action: 'See what suffers',
      };
    case 'admin-action-needed':
      return {
        sentence: `The administrator at the provider has to act before ${params['mailbox'] ?? 'several mailboxes'} can go on.`,
        action: 'See why',
      };
    case 'account-throttled':
      return {
        sentence: `The provider lets “${params['account']}” wait because of its limits.`,
        action: 'See why',
      };
    case 'mail-without-server':
      return {
        sentence: `Mail waits that no outgoing server has taken up: ${params['queued']}.`,
        action: 'See why',
      };
    case 'mailbox-silent':
      return {
        sentence: `Nothing has been heard of the mail account “${params['account']}” since ${momentOf(params['since'])}, not even a failure.`,
        action: 'See why',
      };
    case 'mailbox-quiet':
      return {
        sentence: `No mail has come to “${params['account']}” for ${params['days']} days.`,
        action: 'Look at it',
      };
    case 'account-set-back':
      return {
        sentence: `The mail account “${params['account']}” failed for days and is a draft now: nothing is fetched from it.`,
        action: 'Repair it',
      };
    case 'server-failing':
      return {
        sentence: `The outgoing server “${params['server']}” cannot send. Mails that wait: ${params['queued']}.`,
        action: 'See why',
      };
    case 'outbox-stuck':
      return {
        sentence: `Nothing has left through “${params['server']}” for more than an hour. Mails that wait: ${params['queued']}.`,
        action: 'See why',
      };
    case 'quarantine-not-empty':
      return {
        sentence: `Mail of “${params['account']}” that could not become tickets waits in quarantine: ${params['mails']}.`,
        action: 'Look at it',
      };
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

function thingOf(kind: `${'secret' | 'certificate'}-${string}`): string {
  return kind.startsWith('secret') ? 'secret' : 'certificate';
}
