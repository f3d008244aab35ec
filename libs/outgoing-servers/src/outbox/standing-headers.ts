/** Where somebody who wants no more of these mails turns to; at least one of them. */
export interface Unsubscribing {
  /** An https address that takes a POST without asking back (RFC 8058). */
  readonly url?: string | undefined;
  /** An e-mail address that takes a mail. */
  readonly address?: string | undefined;
}

/** What makes machines know a mail for what it is. */
export interface MailNature {
  /** A machine wrote it: by itself, or as an answer (RFC 3834 section 5). */
  readonly automatic?: 'generated' | 'replied' | undefined;
  /** It goes to many (RFC 2369). */
  readonly unsubscribe?: Unsubscribing | undefined;
}

/** The headers of a mail's nature: nobody answers a machine by machine, and mail programs offer to unsubscribe. */
export function standingHeaders({ automatic, unsubscribe }: MailNature): Record<string, string> {
  return {
    ...(automatic ? { 'Auto-Submitted': `auto-${automatic}`, 'X-Auto-Response-Suppress': 'All' } : {}),
    ...(unsubscribe ? listHeaders(unsubscribe) : {}),
  };
}

function listHeaders({ url, address }: Unsubscribing): Record<string, string> {
  const ways = [...(url ? [`<${url}>`] : []), ...(address ? [`<mailto:${address}>`] : [])];
  return {
    'List-Unsubscribe': ways.join(', '),
    ...(url ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    Precedence: 'bulk',
  };
}
