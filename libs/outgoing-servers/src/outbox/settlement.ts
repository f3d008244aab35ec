import { Problem } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { parseReply, type Reply } from '../smtp/reply.js';
import { replyProblem } from '../smtp/reply-problem.js';
import { troubleWith } from '../smtp/smtp-trouble.js';
import { type Transmission, type TurnedDown } from '../smtp/transmission.js';
import { type TurnedDownRecipient } from './outbox-mail.js';

/** How far a mail has got with its recipients. `unanswered`: times that it went out whole and no word came. */
export interface Progress {
  readonly accepted: readonly string[];
  readonly refused: readonly TurnedDownRecipient[];
  readonly unanswered: number;
}

/**
 * What becomes of a mail after a try. `deferred`: who was put off, with the server's words. `serverTrouble`: the
 * problem is the server's, not this mail's.
 */
export interface Settlement extends Progress {
  readonly status: 'sent' | 'failed' | 'delayed';
  readonly deferred: readonly TurnedDownRecipient[];
  readonly problem: Problem | null;
  readonly receipt: string | null;
  readonly serverTrouble: boolean;
}

const OF_SERVERS = new Set(['server-busy', 'sign-in-refused', 'sending-limit-reached']);
/** So often a mail may vanish behind its last line before somebody has to look: each time may have been a delivery. */
const UNANSWERED_AT_MOST = 3;

/**
 * What a transmission means for a mail, whoever has it already. Only the server's own 5xx to sender, recipients or
 * data is for good. When the connection dies after the whole mail has gone out, nobody knows whether the server took
 * it: rather twice than never, so it is tried again under the same Message-ID; the third time it fails as
 * `delivery-uncertain` and waits for a person.
 */
export function settle(transmission: Transmission, before: Progress): Settlement {
  switch (transmission.kind) {
    case 'taken':
      return settleTaken(transmission, before);
    case 'refused':
      return settleRefused(transmission, before);
    case 'lost':
      return settleLost(transmission, before);
  }
}

/** A try that ended before the mail was offered: it waits. */
export function postponed(
  problem: Problem,
  { accepted, refused, unanswered }: Progress,
  serverTrouble: boolean,
): Settlement {
  const progress = { accepted, refused, unanswered, deferred: [] };
  return { ...progress, status: 'delayed', problem, receipt: null, serverTrouble };
}

/** A mail that cannot even be offered. */
export function failed(problem: Problem, { accepted, refused, unanswered }: Progress): Settlement {
  const progress = { accepted, refused, unanswered, deferred: [] };
  return { ...progress, status: 'failed', problem, receipt: null, serverTrouble: false };
}

function settleTaken(
  { reply, accepted, turnedDown }: Extract<Transmission, { kind: 'taken' }>,
  before: Progress,
): Settlement {
  const named = turnedDown.filter(isNamed);
  const { forGood, pending } = sorted(named);
  const progress = {
    accepted: [...before.accepted, ...accepted],
    refused: [...before.refused, ...forGood],
    unanswered: before.unanswered,
    deferred: pending.map(inItsWords),
    receipt: reply.text,
  };
  const [waiting] = pending;
  if (waiting)
    return { ...progress, status: 'delayed', problem: recipientProblem(waiting), serverTrouble: false };
  if (named.length < turnedDown.length)
    return { ...progress, status: 'delayed', problem: stillToCome(), serverTrouble: false };
  return { ...progress, status: 'sent', problem: someRefused(progress.refused), serverTrouble: false };
}

function settleRefused(
  { moment, reply, turnedDown }: Extract<Transmission, { kind: 'refused' }>,
  before: Progress,
): Settlement {
  const problem = replyProblem(reply, moment);
  // There is no more than it takes where it took some, and said no to the mail for now.
  const someTaken = moment === 'data' && problem.disposition !== 'give-up';
  const { forGood, pending } = sorted(someTaken ? turnedDown.filter(isNamed) : turnedDown);
  const progress = {
    accepted: before.accepted,
    refused: [...before.refused, ...forGood],
    unanswered: before.unanswered,
    deferred: pending.map(inItsWords),
    receipt: reply.text,
  };
  const delayed = { ...progress, status: 'delayed', serverTrouble: OF_SERVERS.has(problem.code) } as const;
  if (problem.disposition !== 'give-up') return { ...delayed, problem };
  const [waiting] = pending;
  if (waiting) return { ...delayed, problem: recipientProblem(waiting) };
  const status = before.accepted.length > 0 ? 'sent' : 'failed';
  return { ...progress, status, problem, serverTrouble: false };
}

function settleLost(
  { uncertain, cause }: Extract<Transmission, { kind: 'lost' }>,
  before: Progress,
): Settlement {
  if (!uncertain) return postponed(troubleWith(cause), before, false);
  const unanswered = before.unanswered + 1;
  const enough = unanswered >= UNANSWERED_AT_MOST;
  const problem = outgoingProblem('delivery-uncertain', { disposition: enough ? 'give-up' : 'retry-later' });
  return (enough ? failed : postponed)(problem, { ...before, unanswered }, false);
}

function sorted(turnedDown: readonly TurnedDown[]): {
  forGood: TurnedDownRecipient[];
  pending: TurnedDown[];
} {
  const isForGood = ({ reply }: TurnedDown): boolean =>
    replyProblem(reply, 'recipients').disposition === 'give-up';
  return {
    forGood: turnedDown.filter(isForGood).map(inItsWords),
    pending: turnedDown.filter((each) => !isForGood(each)),
  };
}

/**
 * Said after the server took some: that it takes no more at once, which is nothing against the others, whatever the code
 * begins with (RFC 3463 X.5.3, RFC 5321 section 4.5.3.1.10). They are offered next, as if it had been one piece of more.
 */
function isOneTooMany({ status, enhanced }: Reply): boolean {
  return enhanced === null ? status === 452 || status === 552 : /^[45]\.5\.3$/.test(enhanced);
}

/** Is the reply about this recipient? */
function isNamed({ reply }: TurnedDown): boolean {
  return !isOneTooMany(reply);
}

function stillToCome(): Problem {
  return outgoingProblem('server-paced', { disposition: 'retry-later' });
}

function inItsWords({ address, reply }: TurnedDown): TurnedDownRecipient {
  return { address, reply: reply.text };
}

function recipientProblem({ reply }: TurnedDown): Problem {
  return replyProblem(reply, 'recipients');
}

function someRefused(refused: readonly TurnedDownRecipient[]): Problem | null {
  const [first] = refused;
  if (!first) return null;
  const { status, enhanced } = parseReply(first.reply);
  return outgoingProblem('recipients-refused', { params: { count: refused.length, status, enhanced } });
}
