import { type Article } from './article.js';
import { type Ticket } from './ticket.js';

const LATEST = 8;

/** The headers that tie a reply to its ticket, for readers' mail programs and for ours. */
export interface ReplyHeaders {
  readonly subject: string;
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
}

/**
 * A reply answers the latest mail that came in; References begin with the first mail of the ticket and end with the
 * one that is answered (RFC 5322 section 3.6.4), at most ten. The subject carries the ticket's number once.
 */
export function replyHeaders(
  ticket: Ticket,
  articles: readonly Pick<Article, 'direction' | 'messageId'>[],
): ReplyHeaders {
  const answered = articles.findLast(
    ({ direction, messageId }) => direction === 'in' && messageId,
  )?.messageId;
  const ids = articles.flatMap(({ messageId }) => messageId ?? []);
  const [first = [], ...later] = ids.filter((id) => id !== answered);
  return {
    subject: replySubject(ticket),
    inReplyTo: answered ?? undefined,
    references: [first, later.slice(-LATEST), answered ?? []].flat(),
  };
}

function replySubject({ subject, number }: Ticket): string {
  const tag = `[#${number}]`;
  const bare = subject
    .replace(/^(\s*(re|aw|sv|antw)\s*(\[\d+\])?:)+\s*/i, '')
    .replaceAll(tag, '')
    .trim();
  return `Re: ${bare} ${tag}`.replace(/\s+/g, ' ');
}
